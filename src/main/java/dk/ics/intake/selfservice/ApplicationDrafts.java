package dk.ics.intake.selfservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dk.ics.intake.application.ApplicationLimits;
import dk.ics.intake.application.SubmittedDocument;
import dk.ics.intake.application.Uploads;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.vault.Resealable;
import dk.ics.intake.vault.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
public class ApplicationDrafts implements Resealable {

    private static final String OPEN = "secret_sha256 = :secret and sent_at is null and expires_at > :now";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SelfServiceProperties properties;
    private final ApplicationLimits limits;
    private final DraftFiles files;
    private final Vault vault;
    private final JsonMapper json = JsonMapper.builder().build();
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    ApplicationDrafts(
            JdbcClient jdbc,
            Clock clock,
            SelfServiceProperties properties,
            ApplicationLimits limits,
            DraftFiles files,
            Vault vault) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.limits = limits;
        this.files = files;
        this.vault = vault;
    }

    /** Begins a draft. */
    @Transactional
    public Secret begin(String language) {
        Secret secret = Secret.random();
        UUID id = ids.generate();
        Vault.Sealed sealed = seal(id, DraftContent.empty());
        jdbc.sql("""
                        insert into ics.application_draft
                          (id, secret_sha256, language, sealed, content_key, saved_at, expires_at)
                        values (:id, :secret, :language, :sealed, :key, :now, :expires)
                        """)
                .param("id", id)
                .param("secret", secret.sha256())
                .param("language", language)
                .param("sealed", sealed.content())
                .param("key", sealed.key())
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
                    .forEach(file -> files.remove(found.id(), file.id()));
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

    /** Adds a file that was looked at, within the limits of one application. */
    @Transactional
    public Added add(Secret secret, int person, DocumentType type, Uploads.Upload.Taken file) {
        Optional<Draft> draft = lock(secret);
        if (draft.isEmpty() || draft.get().content().person(person).isEmpty()) {
            return Added.NO_DRAFT;
        }
        long size = draft.get().files().stream().mapToLong(DraftFile::size).sum()
                + file.file().content().length;
        if (draft.get().filesOf(person).size() >= limits.maxDocuments()) {
            return Added.TOO_MANY;
        }
        if (size > limits.maxBody().toBytes()) {
            return Added.TOO_LARGE;
        }
        files.add(draft.get().id(), person, type, file);
        save(draft.get().id(), draft.get().content());
        return Added.KEPT;
    }

    @Transactional
    public void removeFile(Secret secret, UUID file) {
        lock(secret).ifPresent(draft -> files.remove(draft.id(), file));
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

    /** The files of one person with their contents, without those that were refused. */
    List<SubmittedDocument> documents(Draft draft, int person) {
        return files.documents(draft.id(), person);
    }

    /** Keeps of a draft no more than that it was sent. */
    void markSent(Draft draft) {
        files.removeAll(draft.id());
        jdbc.sql("""
                        update ics.application_draft
                        set content = null, sealed = null, content_key = null, sent_at = :now, expires_at = :expires
                        where id = :id
                        """)
                .param("id", draft.id())
                .param("now", now())
                .param("expires", expiry())
                .update();
    }

    private Optional<Draft> read(Secret secret, String locking) {
        return jdbc.sql(
                        "select id, language, content, sealed, content_key, expires_at from ics.application_draft where "
                                + OPEN
                                + locking)
                .param("secret", secret.sha256())
                .param("now", now())
                .query((row, number) -> new Draft(
                        row.getObject("id", UUID.class),
                        row.getString("language"),
                        content(row),
                        files.list(row.getObject("id", UUID.class)),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private void save(UUID draft, DraftContent content) {
        Vault.Sealed sealed = seal(draft, content);
        jdbc.sql("""
                        update ics.application_draft
                        set content = null, sealed = :sealed, content_key = :key, saved_at = :now, expires_at = :expires
                        where id = :id
                        """)
                .param("id", draft)
                .param("sealed", sealed.content())
                .param("key", sealed.key())
                .param("now", now())
                .param("expires", expiry())
                .update();
    }

    /** Drafts from before there was a vault, and those under an older key. */
    @Override
    @Transactional
    public int sealSome() {
        Map<UUID, DraftContent> some = new LinkedHashMap<>();
        jdbc.sql("""
                        select id, content, sealed, content_key from ics.application_draft
                        where sent_at is null and content_key is distinct from :key limit 100 for update skip locked
                        """).param("key", vault.key()).query(row -> {
            some.put(row.getObject("id", UUID.class), content(row));
        });
        some.forEach((id, content) -> {
            Vault.Sealed sealed = seal(id, content);
            jdbc.sql(
                            "update ics.application_draft set content = null, sealed = :sealed, content_key = :key where id = :id")
                    .param("sealed", sealed.content())
                    .param("key", sealed.key())
                    .param("id", id)
                    .update();
        });
        return some.size();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasOthers() {
        return jdbc.sql("""
                        select exists (select from ics.application_draft
                          where sent_at is null and content_key is distinct from :key)
                        """).param("key", vault.key()).query(Boolean.class).single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private OffsetDateTime expiry() {
        return now().plus(properties.keepDrafts());
    }

    // Jackson's own exceptions repeat what they could not read or write, so they are not passed on.

    private Vault.Sealed seal(UUID id, DraftContent content) {
        try {
            return vault.seal(Vault.Kind.DRAFT, id, json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The draft cannot be written as JSON");
        }
    }

    private DraftContent content(ResultSet row) throws SQLException {
        String clear = row.getString("content");
        byte[] written = clear != null
                ? clear.getBytes(StandardCharsets.UTF_8)
                : vault.open(
                        Vault.Kind.DRAFT,
                        row.getObject("id", UUID.class),
                        row.getBytes("sealed"),
                        row.getString("content_key"));
        try {
            return json.readValue(written, DraftContent.class);
        } catch (IOException e) {
            throw new IllegalStateException("The draft is not what was written");
        }
    }
}
