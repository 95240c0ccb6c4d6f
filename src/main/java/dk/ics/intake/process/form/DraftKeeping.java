package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ics.intake.casefile.Drafts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The user's own draft of a task's form. */
@Service
class DraftKeeping {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WorkTasks tasks;
    private final FormSchemas schemas;
    private final Drafts drafts;

    DraftKeeping(WorkTasks tasks, FormSchemas schemas, Drafts drafts) {
        this.tasks = tasks;
        this.schemas = schemas;
        this.drafts = drafts;
    }

    @Transactional
    Map<String, Object> get(Caller caller, String taskId) {
        tasks.openTo(caller, taskId);
        Map<String, Object> typed = new LinkedHashMap<>();
        drafts.get(taskId, caller.userId())
                .ifPresent(draft -> draft.forEach((key, value) -> typed.put(key, WireFormat.typed(value))));
        return typed;
    }

    /** Keeps the form's fields; what else the page had in its memory (options, texts) is left out. */
    @Transactional
    void put(Caller caller, String taskId, String page, SubmittedForm typed) {
        keep(caller, taskId, page, typed, Map.of());
    }

    /** As {@link #put}, on top of what is kept already. */
    @Transactional
    void add(Caller caller, String taskId, String page, SubmittedForm typed) {
        keep(caller, taskId, page, typed, drafts.get(taskId, caller.userId()).orElse(Map.of()));
    }

    private void keep(Caller caller, String taskId, String page, SubmittedForm typed, Map<String, Object> kept) {
        FormSchema schema = schemas.ofTask(tasks.openTo(caller, taskId));
        Map<String, @Nullable Object> content = new LinkedHashMap<>(kept);
        for (Map.Entry<String, JsonNode> entry : typed.entries().entrySet()) {
            if (schema.hasField(entry.getKey())) {
                content.put(entry.getKey(), JSON.convertValue(entry.getValue(), Object.class));
            }
        }
        drafts.put(taskId, caller.userId(), page, content);
    }

    @Transactional
    void delete(Caller caller, String taskId) {
        tasks.openTo(caller, taskId);
        drafts.delete(taskId, caller.userId());
    }
}
