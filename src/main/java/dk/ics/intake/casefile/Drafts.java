package dk.ics.intake.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a user has typed into a form without submitting it, and what the form showed when it was opened.
 *
 * <p>Both belong to one task and one user and are gone when the task is completed. Values come back as JSON knows
 * them: dates as ISO texts, numbers as numbers.
 */
@Service
public class Drafts {

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json;

    Drafts(JdbcClient jdbc, Clock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** Keeps what the user has typed, in place of what was kept before. */
    @Transactional
    public void put(String taskId, String userId, Map<String, Object> content) {
        upsert("draft", "saved_at", taskId, userId, content);
    }

    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> get(String taskId, String userId) {
        return find("draft", taskId, userId);
    }

    /** Deletes the user's draft; none is no error. */
    @Transactional
    public void delete(String taskId, String userId) {
        jdbc.sql("delete from ics.draft where task_id = :task and user_id = :user")
                .param("task", taskId)
                .param("user", userId)
                .update();
    }

    /** Keeps what the form shows the user now. */
    @Transactional
    public void opened(String taskId, String userId, Map<String, Object> snapshot) {
        upsert("form_opening", "opened_at", taskId, userId, snapshot);
    }

    /** What the form showed when this user opened it last. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> opening(String taskId, String userId) {
        return find("form_opening", taskId, userId);
    }

    /** Deletes everybody's draft and opening of a task, when it is completed or gone. */
    @Transactional
    public void forget(String taskId) {
        jdbc.sql("delete from ics.draft where task_id = :task")
                .param("task", taskId)
                .update();
        jdbc.sql("delete from ics.form_opening where task_id = :task")
                .param("task", taskId)
                .update();
    }

    private void upsert(String table, String at, String taskId, String userId, Map<String, Object> content) {
        jdbc.sql("""
                        insert into ics.%1$s (task_id, user_id, content, %2$s)
                        values (:task, :user, cast(:content as json), :at)
                        on conflict (task_id, user_id) do update set content = excluded.content, %2$s = excluded.%2$s
                        """.formatted(table, at))
                .param("task", taskId)
                .param("user", userId)
                .param("content", write(content))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Map<String, Object>> find(String table, String taskId, String userId) {
        return jdbc.sql("select content from ics.%s where task_id = :task and user_id = :user".formatted(table))
                .param("task", taskId)
                .param("user", userId)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    // Jackson's own exceptions repeat what they could not read or write, so they are not passed on.

    private String write(Map<String, Object> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The form's content cannot be written as JSON");
        }
    }

    private Map<String, Object> read(String content) {
        try {
            return json.readValue(content, CONTENT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The form's content is no JSON object");
        }
    }
}
