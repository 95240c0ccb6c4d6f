package dk.ics.intake.process.form;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.ShownAddress;
import dk.ics.intake.process.RoutingVariable;
import dk.ics.intake.training.RequiredTraining;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what a task's form shows from the case file, the capability's rule and, for lists of codes, the process. */
@Component
class FormDataReader {

    private final CaseFile caseFile;
    private final Destinations destinations;
    private final FormSchemas schemas;
    private final WorkTasks tasks;
    private final ShownAddress address;
    private final RequiredTraining training;
    private final Map<String, FormRule> rules;

    FormDataReader(
            CaseFile caseFile,
            Destinations destinations,
            FormSchemas schemas,
            WorkTasks tasks,
            ShownAddress address,
            RequiredTraining training,
            List<FormRule> rules) {
        this.caseFile = caseFile;
        this.destinations = destinations;
        this.schemas = schemas;
        this.tasks = tasks;
        this.address = address;
        this.training = training;
        this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(FormRule::formId, Function.identity()));
    }

    FormData of(Caller caller, WorkTask task) {
        FormSchema schema = schemas.ofTask(task);
        CaseReference reference = task.reference();
        FormRule rule = rules.get(schema.id());
        List<String> keys = rule != null && rule.standsApart() ? List.of() : destinations.caseKeys(schema);
        Set<String> hidden = address.hidden(reference, keys);
        // A protected address opens empty: fields left empty leave it as it is.
        Map<Boolean, Map<String, Object>> byHidden = caseFile.read(reference, keys).entrySet().stream()
                .collect(Collectors.partitioningBy(
                        entry -> hidden.contains(entry.getKey()),
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Map<String, String> codes = codes(task, rule);
        return new FormData(
                schema,
                reference,
                rule,
                Objects.requireNonNull(byHidden.get(false)),
                Objects.requireNonNull(byHidden.get(true)),
                given(caller, task, rule, codes),
                codes,
                codes(task, schema));
    }

    /** What the capability shows, and that the caller's training ends soon. */
    private Map<String, Object> given(
            Caller caller, WorkTask task, @Nullable FormRule rule, Map<String, String> codes) {
        Map<String, Object> given = new HashMap<>(rule == null ? Map.of() : rule.prefill(task.reference(), codes));
        training.warning(caller.userId(), task.candidateGroups())
                .ifPresent(sentence -> given.put("trainingWarning", sentence));
        return given;
    }

    private Map<String, String> codes(WorkTask task, @Nullable FormRule rule) {
        Map<String, String> codes = new HashMap<>();
        for (String key : rule == null ? Set.<String>of() : rule.codes()) {
            if (tasks.variable(task, RoutingVariable.find(key).orElseThrow()) instanceof String code) {
                codes.put(key, code);
            }
        }
        return codes;
    }

    /**
     * A question to a person opens without an answer, also when the task comes a second time; a list of codes opens
     * with what is so far decided.
     */
    private Map<String, Object> codes(WorkTask task, FormSchema schema) {
        Map<String, Object> codes = new LinkedHashMap<>();
        for (FormField field : schema.fields()) {
            RoutingVariable routing = destinations.of(field.key()).routing();
            if (routing != null && (routing.kind() == RoutingVariable.Kind.CODES || field.displayOnly())) {
                Object value = tasks.variable(task, routing);
                if (value != null) {
                    codes.put(field.key(), value);
                }
            }
        }
        return codes;
    }
}
