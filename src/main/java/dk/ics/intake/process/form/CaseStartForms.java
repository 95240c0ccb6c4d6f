package dk.ics.intake.process.form;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.process.Intake;
import dk.ics.intake.process.RoutingVariable;
import dk.ics.intake.process.rights.Turn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the form with which something begins on a case that is there: one with a field for the case's number. */
@Service
class CaseStartForms {

    private static final String REFERENCE = RoutingVariable.CASE_REFERENCE.key();

    /** The same whether there is no such case or it is another municipality's. */
    private static final String NO_SUCH_CASE = "Sagen findes ikke, eller du har ikke adgang til den.";

    private static final String RUNNING = "»%s« er allerede i gang på sagen. Afslut den først.";

    private final CaseFile caseFile;
    private final Destinations destinations;
    private final Intake intake;
    private final Callers callers;
    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final Map<String, FormRule> rules;

    CaseStartForms(
            CaseFile caseFile,
            Destinations destinations,
            Intake intake,
            Callers callers,
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            List<FormRule> rules) {
        this.caseFile = caseFile;
        this.destinations = destinations;
        this.intake = intake;
        this.callers = callers;
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(FormRule::formId, Function.identity()));
    }

    static boolean isFor(FormSchema schema) {
        return schema.hasField(REFERENCE);
    }

    /**
     * Writes what was answered into the case and starts the process under the case's municipality and number.
     *
     * @throws FormRefused if the form is not taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ProcessInstance submit(Caller caller, String definitionId, FormSchema schema, Map<String, Object> values) {
        Problems problems = new Problems(schema);
        CaseReference reference = locked(String.valueOf(values.get(REFERENCE)));
        if (reference == null) {
            problems.add(REFERENCE, NO_SUCH_CASE);
            problems.refuse();
            throw new IllegalStateException("A problem does not refuse");
        }
        ProcessDefinition process = callers.asApplication(() -> repositoryService.getProcessDefinition(definitionId));
        underWay(process, reference).ifPresent(running -> {
            problems.add(REFERENCE, RUNNING.formatted(running));
            problems.refuse();
        });
        FormSubmission submission = new FormSubmission(
                reference, caller.userId(), values, caseFile.read(reference, destinations.caseKeys(schema)));
        FormRule rule = rules.get(schema.id());
        Map<String, Object> effective = new LinkedHashMap<>(values);
        if (rule != null) {
            problems.addAll(rule.check(submission));
            problems.refuse();
            effective.putAll(rule.accept(submission));
        }
        Act act = new Act(schema.id(), caller.userId(), null);
        caseFile.journal(reference, act, process.getName());
        caseFile.write(reference, caseFields(schema, effective), act);
        return intake.begin(definitionId, process.getName(), reference, routing(effective));
    }

    /** The case, held from now on, if the caller may know of it. */
    private @Nullable CaseReference locked(String entered) {
        return parse(entered)
                .filter(reference ->
                        caseFile.find(reference).filter(this::isOpen).isPresent())
                .filter(reference -> {
                    caseFile.lock(reference);
                    // Looked up again: whoever held it before may have given it to another municipality.
                    return isOpen(caseFile.get(reference));
                })
                .orElse(null);
    }

    private boolean isOpen(CaseFileEntry entry) {
        return callers.sees(entry.municipality().value());
    }

    /**
     * What has to end first: another one of the same, a move, or, before a move, any turn of life, since each belongs to
     * the municipality it began in.
     */
    private Optional<String> underWay(ProcessDefinition begun, CaseReference reference) {
        String move = Turn.RELOCATION.process();
        return callers.asApplication(() -> Arrays.stream(Turn.values())
                .filter(turn -> turn.process().equals(begun.getKey())
                        || turn.process().equals(move)
                        || begun.getKey().equals(move))
                .filter(turn -> runtimeService
                                .createProcessInstanceQuery()
                                .processDefinitionKey(turn.process())
                                .processInstanceBusinessKey(reference.value())
                                .count()
                        > 0)
                .map(Turn::danishName)
                .findFirst());
    }

    /** Also what was left empty, so that nothing of an earlier start stays behind. */
    private Map<String, @Nullable Object> caseFields(FormSchema schema, Map<String, Object> values) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        destinations.caseKeys(schema).forEach(key -> changes.put(key, null));
        values.forEach((key, value) -> {
            if (destinations.of(key).isCaseFile()) {
                changes.put(key, value);
            }
        });
        return changes;
    }

    private Map<String, Object> routing(Map<String, Object> values) {
        Map<String, Object> routing = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (destinations.of(key).isProcess() && !key.equals(REFERENCE)) {
                routing.put(key, value);
            }
        });
        return routing;
    }

    private static Optional<CaseReference> parse(String entered) {
        try {
            return Optional.of(CaseReference.parse(entered.strip()));
        } catch (IllegalArgumentException noReference) {
            return Optional.empty();
        }
    }
}
