package dk.ics.intake.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a user has typed into a form without submitting it, and what the form showed when it was opened.
 *
 * <p>Both belong to one task and one user and are gone when the task is completed. What a form showed belongs also to
 * the page (the browser's window) it was shown in: an older window must not pass for a newer one. A page is a text of
 * the caller's choosing, empty for a program. Values come back as JSON knows them: dates as ISO texts, numbers as
 * numbers.
 */
@Service
public class Drafts {

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

    private static final int PAGES_REMEMBERED = 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json;

    Drafts(JdbcClient jdbc, Clock clock, ObjectMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /** Keeps what the user has typed in this page, in place of what was kept before. */
    @Transactional
    public void put(String taskId, String userId, String page, Map<String, Object> content) {
        jdbc.sql("""
                        insert into ics.draft (task_id, user_id, page, content, saved_at)
                        values (:task, :user, :page, cast(:content as json), :at)
                        on conflict (task_id, user_id) do update
                        set content = excluded.content, page = excluded.page, saved_at = excluded.saved_at
                        """)
                .param("task", taskId)
                .param("user", userId)
                .param("page", page)
                .param("content", write(content))
                .param("at", now())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> get(String taskId, String userId) {
        return jdbc.sql("select content from ics.draft where task_id = :task and user_id = :user")
                .param("task", taskId)
                .param("user", userId)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** Deletes the user's draft; none is no error. */
    @Transactional
    public void delete(String taskId, String userId) {
        jdbc.sql("delete from ics.draft where task_id = :task and user_id = :user")
                .param("task", taskId)
                .param("user", userId)
                .update();
    }

    /** Keeps what the form shows the user in this page now; of many pages the oldest are forgotten. */
    @Transactional
    public void opened(String taskId, String userId, String page, Map<String, Object> snapshot) {
        jdbc.sql("""
                        insert into ics.form_opening (task_id, user_id, page, content, opened_at)
                        values (:task, :user, :page, cast(:content as json), :at)
                        on conflict (task_id, user_id, page) do update
                        set content = excluded.content, opened_at = excluded.opened_at
                        """)
                .param("task", taskId)
                .param("user", userId)
                .param("page", page)
                .param("content", write(snapshot))
                .param("at", now())
                .update();
        jdbc.sql("""
                        delete from ics.form_opening
                        where task_id = :task and user_id = :user and page <> :page
                          and page not in (select page from ics.draft where task_id = :task and user_id = :user)
                          and page not in (select page from ics.form_opening
                                           where task_id = :task and user_id = :user
                                           order by opened_at desc limit :pages)
                        """)
                .param("task", taskId)
                .param("user", userId)
                .param("page", page)
                .param("pages", PAGES_REMEMBERED)
                .update();
    }

    /** What the form showed when this user last opened it in this page. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> opening(String taskId, String userId, String page) {
        return jdbc.sql("""
                        select content from ics.form_opening
                        where task_id = :task and user_id = :user and page = :page
                        """)
                .param("task", taskId)
                .param("user", userId)
                .param("page", page)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    /** What the form showed in the page in which the user's draft was typed. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> openingOfDraft(String taskId, String userId) {
        return jdbc.sql("""
                        select o.content from ics.draft d join ics.form_opening o using (task_id, user_id, page)
                        where task_id = :task and user_id = :user
                        """)
                .param("task", taskId)
                .param("user", userId)
                .query(String.class)
                .optional()
                .map(this::read);
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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
