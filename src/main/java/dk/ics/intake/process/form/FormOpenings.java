package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.casefile.Drafts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a task's form: the case file as it is now, and over it what the user had begun to type. */
@Service
class FormOpenings {

    private final WorkTasks tasks;
    private final FormSchemas schemas;
    private final FormDataReader reader;
    private final Drafts drafts;

    FormOpenings(WorkTasks tasks, FormSchemas schemas, FormDataReader reader, Drafts drafts) {
        this.tasks = tasks;
        this.schemas = schemas;
        this.reader = reader;
        this.drafts = drafts;
    }

    /**
     * What the form shows this user in this page, by key, in JSON's own kinds; remembered to find out later what a colleague changed
     * in the meantime.
     *
     * @throws FormRefused if the task is not there or not open to the caller
     */
    @Transactional
    Map<String, Object> open(Caller caller, String taskId, String page) {
        WorkTask task = tasks.openTo(caller, taskId);
        FormData data = reader.of(caller, task);
        Map<String, Object> shown = new LinkedHashMap<>(data.shown());
        Opening opening = Opening.of(data);
        Map<String, Object> draft = drafts.get(taskId, caller.userId()).orElse(Map.of());
        Opening earlier = drafts.openingOfDraft(taskId, caller.userId())
                .map(Opening::fromSnapshot)
                .orElse(opening);
        for (Map.Entry<String, Object> typed : draft.entrySet()) {
            String key = typed.getKey();
            if (isTyped(data.schema(), earlier, key, typed.getValue())) {
                shown.put(key, typed.getValue());
                opening = opening.keeping(key, earlier);
            }
        }
        drafts.opened(taskId, caller.userId(), page, opening.toSnapshot());
        return shown;
    }

    /**
     * The task's form as it was deployed, in the format of form-js.
     *
     * @throws FormRefused if the task is not there or not open to the caller
     */
    @Transactional
    JsonNode schema(Caller caller, String taskId) {
        return schemas.ofTask(tasks.openTo(caller, taskId)).source();
    }

    private static boolean isTyped(FormSchema schema, Opening earlier, String key, Object value) {
        return schema.hasField(key)
                && !schema.field(key).displayOnly()
                && !WireFormat.same(value, earlier.shown().get(key));
    }
}
