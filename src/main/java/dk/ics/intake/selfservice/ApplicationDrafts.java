package dk.ics.intake.selfservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dk.ics.intake.application.ApplicationLimits;
import dk.ics.intake.application.SubmittedDocument;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Applications that citizens have begun. Whoever has the secret has the draft; nobody else finds it, and it is removed
 * when nobody has gone on with it for a while.
 */
@Service
public class ApplicationDrafts {

    private static final String OPEN = "secret_sha256 = :secret and sent_at is null and expires_at > :now";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SelfServiceProperties properties;
    private final ApplicationLimits limits;
    private final JsonMapper json = JsonMapper.builder().build();
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    ApplicationDrafts(JdbcClient jdbc, Clock clock, SelfServiceProperties properties, ApplicationLimits limits) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.limits = limits;
    }

    /** Begins a draft. */
    @Transactional
    public Secret begin(String language) {
        Secret secret = Secret.random();
        jdbc.sql("""
                        insert into ics.application_draft (id, secret_sha256, language, content, saved_at, expires_at)
                        values (:id, :secret, :language, cast(:content as json), :now, :expires)
                        """)
                .param("id", ids.generate())
                .param("secret", secret.sha256())
                .param("language", language)
                .param("content", write(DraftContent.empty()))
                .param("now", now())
                .param("expires", expiry())
                .update();
        return secret;
    }

    /** The draft, unless it is sent, over, or was never there. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(Secret secret) {
        return read(secret, "");
    }

    /** Whether this draft was sent: its status page opens with the secret that is answered. */
    @Transactional(readOnly = true)
    public Optional<Secret> sent(Secret secret) {
        return jdbc.sql("""
                        select 1 from ics.application_draft
                        where secret_sha256 = :secret and sent_at is not null and expires_at > :now
                        """)
                .param("secret", secret.sha256())
                .param("now", now())
                .query(Integer.class)
                .optional()
                .map(found -> secret.derive(StatusLinks.PURPOSE));
    }

    /** Changes what stands in the draft; false if there is none to change. */
    @Transactional
    public boolean change(Secret secret, UnaryOperator<DraftContent> change) {
        Optional<Draft> draft = lock(secret);
        draft.ifPresent(found -> {
            DraftContent content = change.apply(found.content());
            save(found.id(), content);
            found.files().stream()
                    .filter(file -> content.person(file.person()).isEmpty())
                    .forEach(file -> delete(found.id(), file.id()));
        });
        return draft.isPresent();
    }

    /** Goes on in another language. */
    @Transactional
    public void speak(Secret secret, String language) {
        lock(secret)
                .ifPresent(draft -> jdbc.sql("update ics.application_draft set language = :language where id = :id")
                        .param("language", language)
                        .param("id", draft.id())
                        .update());
    }

    /** What became of a file. */
    public enum Added {
        KEPT,
        TOO_MANY,
        TOO_LARGE,
        NO_DRAFT
    }

    /** Adds a file that was looked at ({@code Uploads}), within the limits of one application. */
    @Transactional
    public Added add(Secret secret, int person, DocumentType type, DocumentFile file) {
        Optional<Draft> draft = lock(secret);
        if (draft.isEmpty() || draft.get().content().person(person).isEmpty()) {
            return Added.NO_DRAFT;
        }
        long size = draft.get().files().stream().mapToLong(DraftFile::size).sum() + file.content().length;
        if (draft.get().filesOf(person).size() >= limits.maxDocuments()) {
            return Added.TOO_MANY;
        }
        if (size > limits.maxBody().toBytes()) {
            return Added.TOO_LARGE;
        }
        jdbc.sql("""
                        insert into ics.application_draft_file
                          (id, draft_id, person, type_code, file_name, content_type, content, size)
                        values (:id, :draft, :person, :type, :name, :contentType, :content, :size)
                        """)
                .param("id", ids.generate())
                .param("draft", draft.get().id())
                .param("person", person)
                .param("type", type.code())
                .param("name", file.fileName())
                .param("contentType", file.contentType())
                .param("content", file.content())
                .param("size", file.content().length)
                .update();
        save(draft.get().id(), draft.get().content());
        return Added.KEPT;
    }

    @Transactional
    public void removeFile(Secret secret, UUID file) {
        lock(secret).ifPresent(draft -> delete(draft.id(), file));
    }

    /** Removes the draft with everything in it. */
    @Transactional
    public void discard(Secret secret) {
        lock(secret)
                .ifPresent(draft -> jdbc.sql("delete from ics.application_draft where id = :id")
                        .param("id", draft.id())
                        .update());
    }

    /** Counts one more mail with the draft's link; false if there have been enough. */
    @Transactional
    public boolean countMail(Secret secret) {
        return jdbc.sql("update ics.application_draft set mails = mails + 1 where mails < :most and " + OPEN)
                        .param("most", properties.linkMailsPerHour())
                        .param("secret", secret.sha256())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Removes what nobody has gone on with, and drafts sent so long ago that nobody presses the button again. */
    @Transactional
    public int removeExpired() {
        return jdbc.sql("delete from ics.application_draft where expires_at <= :now")
                .param("now", now())
                .update();
    }

    /** The draft, held until the caller's transaction ends. */
    Optional<Draft> lock(Secret secret) {
        return read(secret, " for update");
    }

    /** The files of one person with their contents. */
    List<SubmittedDocument> documents(Draft draft, int person) {
        return jdbc.sql("""
                        select type_code, file_name, content_type, content from ics.application_draft_file
                        where draft_id = :draft and person = :person order by id
                        """)
                .param("draft", draft.id())
                .param("person", person)
                .query((row, number) -> new SubmittedDocument(
                        type(row),
                        new DocumentFile(
                                row.getString("file_name"), row.getString("content_type"), row.getBytes("content"))))
                .list();
    }

    /** Keeps of a draft no more than that it was sent. */
    void markSent(Draft draft) {
        jdbc.sql("delete from ics.application_draft_file where draft_id = :id")
                .param("id", draft.id())
                .update();
        jdbc.sql(
                        "update ics.application_draft set content = null, sent_at = :now, expires_at = :expires where id = :id")
                .param("id", draft.id())
                .param("now", now())
                .param("expires", expiry())
                .update();
    }

    private Optional<Draft> read(Secret secret, String locking) {
        return jdbc.sql("select id, language, content, expires_at from ics.application_draft where " + OPEN + locking)
                .param("secret", secret.sha256())
                .param("now", now())
                .query((row, number) -> new Draft(
                        row.getObject("id", UUID.class),
                        row.getString("language"),
                        content(row.getString("content")),
                        files(row.getObject("id", UUID.class)),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private List<DraftFile> files(UUID draft) {
        return jdbc.sql("""
                        select id, person, type_code, file_name, size from ics.application_draft_file
                        where draft_id = :draft order by id
                        """)
                .param("draft", draft)
                .query((row, number) -> new DraftFile(
                        row.getObject("id", UUID.class),
                        row.getInt("person"),
                        type(row),
                        row.getString("file_name"),
                        row.getInt("size")))
                .list();
    }

    private void save(UUID draft, DraftContent content) {
        jdbc.sql("""
                        update ics.application_draft
                        set content = cast(:content as json), saved_at = :now, expires_at = :expires
                        where id = :id
                        """)
                .param("id", draft)
                .param("content", write(content))
                .param("now", now())
                .param("expires", expiry())
                .update();
    }

    private void delete(UUID draft, UUID file) {
        jdbc.sql("delete from ics.application_draft_file where draft_id = :draft and id = :file")
                .param("draft", draft)
                .param("file", file)
                .update();
    }

    private static DocumentType type(ResultSet row) throws SQLException {
        return DocumentType.find(row.getString("type_code")).orElseThrow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime expiry() {
        return now().plus(properties.keepDrafts());
    }

    // Jackson's own exceptions repeat what they could not read or write, so they are not passed on.

    private String write(DraftContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The draft cannot be written as JSON");
        }
    }

    private DraftContent content(String written) {
        try {
            return json.readValue(written, DraftContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The draft is not what was written");
        }
    }
}
