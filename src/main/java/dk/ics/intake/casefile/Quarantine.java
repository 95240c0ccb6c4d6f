package dk.ics.intake.casefile;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dk.ics.intake.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of a case that no virus scanner has looked at yet (docs/adr/0135-files-wait-in-quarantine.md). They are no documents:
 * nobody reads or counts them before they are released.
 */
@Service
public class Quarantine {

    private static final Act SCANNED = Act.bySystem("fileScanned");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Journal journal;
    private final Documents documents;
    private final Vault vault;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Quarantine(JdbcClient jdbc, Clock clock, Journal journal, Documents documents, Vault vault) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.journal = journal;
        this.documents = documents;
        this.vault = vault;
    }

    /**
     * What a citizen is told of a file.
     *
     * @param refusedAt when it was refused, or null while it waits
     */
    public record Held(
            String typeCode, Instant receivedAt, @Nullable Instant refusedAt) {

        public boolean isRefused() {
            return refusedAt != null;
        }
    }

    /** A file with its content, to be scanned. */
    public record Waiting(UUID id, CaseReference reference, String typeCode, String source, DocumentFile file) {}

    /** Keeps a file until it is scanned. */
    @Transactional
    public void hold(CaseReference reference, String typeCode, DocumentFile file, String source, Act act) {
        UUID id = ids.generate();
        Vault.Sealed sealed = vault.seal(Vault.Kind.QUARANTINE, id, file.content());
        jdbc.sql("""
                        insert into ics.quarantine
                          (id, case_reference, type_code, file_name, content_type, content, content_key, source, received_at)
                        values (:id, :reference, :type, :name, :contentType, :content, :key, :source, :at)
                        """)
                .param("id", id)
                .param("reference", reference.value())
                .param("type", typeCode)
                .param("name", CaseText.normalise(file.fileName()))
                .param("contentType", file.contentType())
                .param("content", sealed.content())
                .param("key", sealed.key())
                .param("source", source)
                .param("at", now())
                .update();
        journal.add(reference, act, "Fil modtaget og venter på virusscanning: " + name(typeCode), List.of());
    }

    /** What waits or was refused, in the order in which it came. */
    @Transactional(readOnly = true)
    public List<Held> of(CaseReference reference) {
        return jdbc.sql("""
                        select type_code, received_at, refused_at from ics.quarantine
                        where case_reference = :reference order by received_at, id
                        """)
                .param("reference", reference.value())
                .query((row, number) -> new Held(
                        row.getString("type_code"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("refused_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .list();
    }

    @Transactional(readOnly = true)
    public List<UUID> waiting() {
        return jdbc.sql("select id from ics.quarantine where refused_at is null order by id")
                .query(UUID.class)
                .list();
    }

    /** The file, held until the caller's transaction ends, unless somebody else holds it or it does not wait any more. */
    @Transactional
    public Optional<Waiting> lockWaiting(UUID id) {
        return jdbc.sql("""
                        select id, case_reference, type_code, source, file_name, content_type, content, content_key
                        from ics.quarantine where id = :id and refused_at is null for update skip locked
                        """)
                .param("id", id)
                .query((row, number) -> waiting(row))
                .optional();
    }

    /** Makes a file that was scanned a document of the case. */
    @Transactional
    public void release(Waiting file) {
        documents.add(file.reference(), file.typeCode(), file.file(), file.source(), SCANNED);
        jdbc.sql("delete from ics.quarantine where id = :id")
                .param("id", file.id())
                .update();
    }

    /** Throws the content of a file away; the citizen sees that. */
    @Transactional
    public void refuse(Waiting file) {
        jdbc.sql("update ics.quarantine set content = null, content_key = null, refused_at = :at where id = :id")
                .param("at", now())
                .param("id", file.id())
                .update();
        journal.add(
                file.reference(),
                SCANNED,
                "Fil afvist ved virusscanning og slettet: " + name(file.typeCode()),
                List.of());
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Waiting(
                id,
                new CaseReference(row.getString("case_reference")),
                row.getString("type_code"),
                row.getString("source"),
                new DocumentFile(
                        row.getString("file_name"),
                        row.getString("content_type"),
                        vault.open(Vault.Kind.QUARANTINE, id, row.getBytes("content"), row.getString("content_key"))));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String name(String typeCode) {
        return DocumentType.find(typeCode).map(DocumentType::danishName).orElseThrow();
    }
}
