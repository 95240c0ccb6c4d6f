package dk.ics.intake.process.form;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.process.Intake;
import dk.ics.intake.process.RoutingVariable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the form with which an enquiry becomes a case, and reads those with which something begins on a case or a supervision does. */
@Service
class StartForms {

    private final RepositoryService repositoryService;
    private final FormSchemas schemas;
    private final FormReading reading;
    private final CaseFile caseFile;
    private final Intake intake;
    private final CaseStartForms onCase;
    private final SupervisionForms supervision;
    private final EnquiryForms enquiries;
    private final Callers callers;

    StartForms(
            RepositoryService repositoryService,
            FormSchemas schemas,
            FormReading reading,
            CaseFile caseFile,
            Intake intake,
            CaseStartForms onCase,
            SupervisionForms supervision,
            EnquiryForms enquiries,
            Callers callers) {
        this.repositoryService = repositoryService;
        this.schemas = schemas;
        this.reading = reading;
        this.caseFile = caseFile;
        this.intake = intake;
        this.onCase = onCase;
        this.supervision = supervision;
        this.enquiries = enquiries;
        this.callers = callers;
    }

    /** The id of the newest version of a process; processes are shared, so they have no tenant. */
    String newest(String key) {
        ProcessDefinition definition = callers.asApplication(() -> repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .withoutTenantId()
                .latestVersion()
                .singleResult());
        if (definition == null) {
            throw FormRefused.of(FormRefused.NOT_FOUND, "ProcessNotFound", "Formularen findes ikke.");
        }
        return definition.getId();
    }

    /**
     * Opens the case and starts its process.
     *
     * @throws FormRefused if the form is not taken
     */
    @Transactional
    ProcessInstance submit(Caller caller, String processDefinitionId, SubmittedForm submitted) {
        FormSchema schema = schemas.ofStart(processDefinitionId);
        Map<String, Object> values = new LinkedHashMap<>();
        Problems problems = new Problems(schema);
        reading.read(schema, submitted, Map.of(), Map.of()).forEach((field, read) -> {
            if (read.isRefused()) {
                problems.add(field.key(), read.reason());
            } else if (read.value() != null) {
                values.put(field.key(), read.entered());
            }
        });
        problems.refuse();
        if (CaseStartForms.isFor(schema)) {
            return onCase.submit(caller, processDefinitionId, schema, values);
        }
        if (SupervisionForms.isFor(schema)) {
            return supervision.submit(processDefinitionId, schema, values);
        }
        if (EnquiryForms.isFor(schema)) {
            return enquiries.submit(processDefinitionId, values);
        }
        Act act = new Act(schema.id(), caller.userId(), null);
        CaseReference reference = caseFile.open(
                municipality(values.get(RoutingVariable.MUNICIPALITY.key())),
                required(values, RoutingVariable.CATEGORY),
                required(values, RoutingVariable.CHANNEL),
                act);
        return intake.enquire(processDefinitionId, reference);
    }

    private static MunicipalityCode municipality(@Nullable Object chosen) {
        return chosen == null ? MunicipalityCode.UNKNOWN : new MunicipalityCode(chosen.toString());
    }

    private static String required(Map<String, Object> values, RoutingVariable variable) {
        Object value = values.get(variable.key());
        if (value == null) {
            throw new IllegalStateException("The start form has no required field " + variable.key());
        }
        return value.toString();
    }
}
