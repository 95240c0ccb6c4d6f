package dk.ics.intake.process;

import dk.ics.intake.application.Applications;
import dk.ics.intake.application.Received;
import dk.ics.intake.application.SubmittedApplication;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a case gets into its process. */
@Service
public class Intake {

    private static final String APPLICATION_RECEIVED = "applicationReceived";
    private static final String INTAKE = "intake";
    private static final String CASE_PLACED = "casePlaced";

    /** Where the services begin that follow the number. */
    private static final String FOLLOW_UP = "followUpServices";

    /** What task lists show as the service until a service proper begins. */
    private static final String VISITATION = "Visitation";

    private final Applications applications;
    private final RuntimeService runtime;
    private final CaseFile caseFile;

    Intake(Applications applications, RuntimeService runtime, CaseFile caseFile) {
        this.applications = applications;
        this.runtime = runtime;
        this.caseFile = caseFile;
    }

    /**
     * Opens the cases of a submitted application and starts their intake; one that came before only says which cases
     * it has.
     *
     * @param idempotencyKey what the sender calls this application, or null
     * @throws dk.ics.intake.application.IdempotencyKeyReused if the key came with other content before
     */
    @Transactional
    public Received receive(SubmittedApplication application, @Nullable String idempotencyKey) {
        Received received = applications.receive(application, idempotencyKey);
        if (received.firstTime()) {
            received.references().forEach(reference -> startByMessage(APPLICATION_RECEIVED, caseFile.get(reference)));
        }
        return received;
    }

    /** Has those who applied told that it has come, beside the intake: a mail server that is down holds nothing up. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(CaseReference reference) {
        runtime.createProcessInstanceByKey("applicationReceipt")
                .processDefinitionWithoutTenantId()
                .businessKey(reference.value())
                .setVariables(routing(caseFile.get(reference)))
                .execute();
    }

    /**
     * Starts the intake of a case that an enquiry (phone, mail, walk-in) has opened, with the given version of the
     * process.
     */
    @Transactional
    public ProcessInstance enquire(String processDefinitionId, CaseReference reference) {
        return runtime.createProcessInstanceById(processDefinitionId)
                .businessKey(reference.value())
                .setVariables(routing(caseFile.get(reference)))
                .execute();
    }

    /** The same with the newest version of the process. */
    @Transactional(propagation = Propagation.MANDATORY)
    void enquire(CaseReference reference) {
        runtime.createProcessInstanceByKey(INTAKE)
                .processDefinitionWithoutTenantId()
                .businessKey(reference.value())
                .setVariables(routing(caseFile.get(reference)))
                .execute();
    }

    /**
     * Gives the case to another municipality. A tenant cannot change: the caller's instance ends, a new one of the same
     * case reference begins under the new tenant.
     */
    @Transactional
    public void place(CaseReference reference, MunicipalityCode municipality) {
        caseFile.place(reference, municipality, Act.bySystem(CASE_PLACED));
        startByMessage(CASE_PLACED, caseFile.get(reference));
    }

    /**
     * Starts a turn of life on a case: its process belongs to the case's municipality and has its reference. The caller
     * holds the case and has journalled who started it.
     *
     * @param name what task lists show as the service
     * @param answers codes of the start form for the process to hear
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProcessInstance begin(
            String processDefinitionId, String name, CaseReference reference, Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>(routing(caseFile.get(reference)));
        variables.putAll(answers);
        variables.put(RoutingVariable.SERVICE.key(), name);
        return runtime.createProcessInstanceById(processDefinitionId)
                .businessKey(reference.value())
                .setVariables(variables)
                .execute();
    }

    /** Gives a case to another municipality, where it goes on as it stood; its old intake has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    void relocate(CaseReference reference, MunicipalityCode municipality, Standing standing) {
        if (standing.activities().isEmpty()) {
            place(reference, municipality);
            return;
        }
        caseFile.place(reference, municipality, Act.bySystem("relocateCase"));
        Map<String, Object> variables = new HashMap<>(standing.variables());
        variables.putAll(routing(caseFile.get(reference)));
        ProcessInstantiationBuilder intake = runtime.createProcessInstanceByKey(INTAKE)
                .processDefinitionWithoutTenantId()
                .businessKey(reference.value())
                .setVariables(variables);
        standing.activities().forEach(intake::startBeforeActivity);
        intake.execute();
    }

    /**
     * Begins the intake of a case that was opened again.
     *
     * @param service the one service after the number to give; empty to begin with the visitation
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void reopen(CaseReference reference, String service) {
        if (service.isEmpty()) {
            startByMessage(CASE_PLACED, caseFile.get(reference));
            return;
        }
        Map<String, Object> variables = new HashMap<>(routing(caseFile.get(reference)));
        variables.put(RoutingVariable.SERVICES.key(), service);
        runtime.createProcessInstanceByKey(INTAKE)
                .processDefinitionWithoutTenantId()
                .businessKey(reference.value())
                .setVariables(variables)
                .startBeforeActivity(FOLLOW_UP)
                .execute();
    }

    private void startByMessage(String message, CaseFileEntry entry) {
        // The definitions are shared, so they have no tenant; the instance gets its own from MunicipalityTenant.
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(entry.reference().value())
                .withoutTenantId()
                .setVariables(routing(entry))
                .correlateStartMessage();
    }

    private static Map<String, Object> routing(CaseFileEntry entry) {
        return Map.of(
                RoutingVariable.CASE_REFERENCE.key(), entry.reference().value(),
                RoutingVariable.MUNICIPALITY.key(), entry.municipality().value(),
                RoutingVariable.MUNICIPALITY_NAME.key(), entry.municipality().name(),
                RoutingVariable.CATEGORY.key(), entry.category(),
                RoutingVariable.CHANNEL.key(), entry.channel(),
                RoutingVariable.SERVICE.key(), VISITATION);
    }
}
