package dk.ics.intake.casefile;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.vault.Vault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers of a case: uploaded files, and papers that were only seen at the desk. */
@Service
public class Documents {

    private static final String COLUMNS = """
            id, case_reference, type_code, file_name, content_type, size, sha256, received_on, seen_in_original,
            source, recorded_at, recorded_by
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Journal journal;
    private final Vault vault;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Documents(JdbcClient jdbc, Clock clock, Journal journal, Vault vault) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.journal = journal;
        this.vault = vault;
    }

    /**
     * Adds an uploaded file, received today and not yet seen in original.
     *
     * @param source where it came from, for example {@code application}
     * @return the document's id
     * @throws IllegalArgumentException if the type is unknown
     */
    @Transactional
    public UUID add(CaseReference reference, String typeCode, DocumentFile file, String source, Act act) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), DanishCalendar.COPENHAGEN);
        return insert(reference, typeCode, file, today, false, source, act, received(typeCode));
    }

    /**
     * Adds a document that goes out, once it is written.
     *
     * @param written its date
     * @param shortDescription what the journal calls it
     * @return the document's id
     * @throws IllegalArgumentException if the type is unknown
     */
    @Transactional
    public UUID issue(
            CaseReference reference,
            String typeCode,
            DocumentFile file,
            LocalDate written,
            String shortDescription,
            Act act) {
        String description = CaseText.normalise("Brev skrevet: " + shortDescription);
        return insert(reference, typeCode, file, written, false, Document.OUTGOING, act, description);
    }

    /**
     * Records a paper that was brought or sent and of which no file is kept.
     *
     * @return the document's id
     * @throws IllegalArgumentException if the type is unknown
     */
    @Transactional
    public UUID record(
            CaseReference reference, String typeCode, LocalDate receivedOn, boolean seenInOriginal, Act act) {
        return insert(reference, typeCode, null, receivedOn, seenInOriginal, "desk", act, received(typeCode));
    }

    /**
     * Notes that a caseworker has seen the original of a document.
     *
     * @throws NoSuchElementException if the case has no such document
     */
    @Transactional
    public void seenInOriginal(CaseReference reference, UUID id, Act act) {
        int seen = jdbc.sql("""
                        update ics.document set seen_in_original = true
                        where id = :id and case_reference = :reference
                        """)
                .param("id", id)
                .param("reference", reference.value())
                .update();
        if (seen == 0) {
            throw new NoSuchElementException("Case " + reference + " has no document " + id);
        }
        journal.add(reference, act, "Dokument set i original", List.of());
    }

    /** The documents of a case in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Document> list(CaseReference reference) {
        return jdbc.sql("select " + COLUMNS
                        + " from ics.document where case_reference = :reference order by recorded_at, id")
                .param("reference", reference.value())
                .query(Documents::document)
                .list();
    }

    /** The codes of the types of document the case has at least one of. */
    @Transactional(readOnly = true)
    public Set<String> types(CaseReference reference) {
        return new TreeSet<>(jdbc.sql("select distinct type_code from ics.document where case_reference = :reference")
                .param("reference", reference.value())
                .query(String.class)
                .list());
    }

    /**
     * The file of a document of this case, if there is one; an id of another case finds nothing.
     *
     * @throws dk.ics.intake.vault.ContentForeign if the content was changed or is another document's
     * @throws IllegalStateException if it is not what its SHA-256 says
     */
    @Transactional(readOnly = true)
    public Optional<DocumentFile> file(CaseReference reference, UUID id) {
        return jdbc.sql("""
                        select file_name, content_type, content, content_key, sha256 from ics.document
                        where id = :id and case_reference = :reference and content is not null
                        """)
                .param("id", id)
                .param("reference", reference.value())
                .query((row, number) -> new DocumentFile(
                        row.getString("file_name"),
                        row.getString("content_type"),
                        checked(
                                id,
                                vault.open(
                                        Vault.Kind.DOCUMENT, id, row.getBytes("content"), row.getString("content_key")),
                                row.getString("sha256"))))
                .optional();
    }

    /** The ledger holds the hash, so what lies in the clear is not exchanged unnoticed either. */
    private static byte[] checked(UUID id, byte[] content, String sha256) {
        if (!sha256(content).equals(sha256)) {
            throw new IllegalStateException("The content of document " + id + " is not what its SHA-256 says");
        }
        return content;
    }

    private UUID insert(
            CaseReference reference,
            String typeCode,
            @Nullable DocumentFile file,
            LocalDate receivedOn,
            boolean seenInOriginal,
            String source,
            Act act,
            String description) {
        type(typeCode);
        UUID id = ids.generate();
        Vault.@Nullable Sealed sealed = file == null ? null : vault.seal(Vault.Kind.DOCUMENT, id, file.content());
        jdbc.sql("""
                        insert into ics.document (id, case_reference, type_code, file_name, content_type, content,
                          content_key, size, sha256, received_on, seen_in_original, source, recorded_at, recorded_by)
                        values (:id, :reference, :type, :name, :contentType, :content,
                          :contentKey, :size, :sha256, :receivedOn, :seen, :source, :at, :by)
                        """)
                .param("id", id)
                .param("reference", reference.value())
                .param("type", typeCode)
                .param("name", file == null ? null : CaseText.normalise(file.fileName()))
                .param("contentType", file == null ? null : file.contentType())
                .param("content", sealed == null ? null : sealed.content())
                .param("contentKey", sealed == null ? null : sealed.key())
                .param("size", file == null ? null : file.content().length)
                .param("sha256", file == null ? null : sha256(file.content()))
                .param("receivedOn", receivedOn)
                .param("seen", seenInOriginal)
                .param("source", source)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", act.userId())
                .update();
        journal.add(reference, act, description, List.of());
        return id;
    }

    private static String received(String typeCode) {
        return "Dokument modtaget: " + type(typeCode).danishName();
    }

    private static DocumentType type(String code) {
        return DocumentType.find(code)
                .orElseThrow(() -> new IllegalArgumentException("There is no such type of document"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getObject("id", UUID.class),
                new CaseReference(row.getString("case_reference")),
                row.getString("type_code"),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getObject("size", Integer.class),
                row.getString("sha256"),
                row.getObject("received_on", LocalDate.class),
                row.getBoolean("seen_in_original"),
                row.getString("source"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"));
    }
}
