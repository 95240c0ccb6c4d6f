package dk.ics.intake.selfservice;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dk.ics.intake.application.SubmittedDocument;
import dk.ics.intake.application.Uploads;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.selfservice.DraftFile.Scan;
import dk.ics.intake.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of drafts, sealed. */
@Component
class DraftFiles {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    DraftFiles(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(UUID draft, int person, DocumentType type, Uploads.Upload.Taken taken) {
        UUID id = ids.generate();
        byte[] content = taken.file().content();
        Vault.Sealed sealed = vault.seal(Vault.Kind.DRAFT_FILE, id, content);
        jdbc.sql("""
                        insert into ics.application_draft_file
                          (id, draft_id, person, type_code, file_name, content_type, content, content_key, size, scan, hints)
                        values (:id, :draft, :person, :type, :name, :contentType, :content, :key, :size, :scan, :hints)
                        """)
                .param("id", id)
                .param("draft", draft)
                .param("person", person)
                .param("type", type.code())
                .param("name", taken.file().fileName())
                .param("contentType", taken.file().contentType())
                .param("content", sealed.content())
                .param("key", sealed.key())
                .param("size", content.length)
                .param("scan", taken.scanned() ? "clean" : "waiting")
                .param("hints", String.join(",", taken.hints()))
                .update();
    }

    List<DraftFile> list(UUID draft) {
        return jdbc.sql("""
                        select id, person, type_code, file_name, size, scan, hints from ics.application_draft_file
                        where draft_id = :draft order by id
                        """)
                .param("draft", draft)
                .query((row, number) -> new DraftFile(
                        row.getObject("id", UUID.class),
                        row.getInt("person"),
                        type(row),
                        row.getString("file_name"),
                        row.getInt("size"),
                        Scan.valueOf(row.getString("scan").toUpperCase(Locale.ROOT)),
                        Arrays.stream(row.getString("hints").split(","))
                                .filter(hint -> !hint.isEmpty())
                                .toList()))
                .list();
    }

    /** With their contents, without those that were refused. */
    List<SubmittedDocument> documents(UUID draft, int person) {
        return jdbc.sql("""
                        select id, type_code, file_name, content_type, content, content_key, scan
                        from ics.application_draft_file
                        where draft_id = :draft and person = :person and scan <> 'refused' order by id
                        """)
                .param("draft", draft)
                .param("person", person)
                .query((row, number) -> new SubmittedDocument(
                        type(row), file(row), row.getString("scan").equals("clean")))
                .list();
    }

    void remove(UUID draft, UUID file) {
        jdbc.sql("delete from ics.application_draft_file where draft_id = :draft and id = :file")
                .param("draft", draft)
                .param("file", file)
                .update();
    }

    void removeAll(UUID draft) {
        jdbc.sql("delete from ics.application_draft_file where draft_id = :draft")
                .param("draft", draft)
                .update();
    }

    /** A file that has not been scanned, held until the caller's transaction ends. */
    record Waiting(UUID id, DocumentFile file) {}

    List<UUID> waiting() {
        return jdbc.sql("select id from ics.application_draft_file where scan = 'waiting' order by id")
                .query(UUID.class)
                .list();
    }

    /** The file, unless somebody else is looking at it or it does not wait any more. */
    Optional<Waiting> lockWaiting(UUID id) {
        return jdbc.sql("""
                        select id, file_name, content_type, content, content_key from ics.application_draft_file
                        where id = :id and scan = 'waiting' for update skip locked
                        """)
                .param("id", id)
                .query((row, number) -> new Waiting(id, file(row)))
                .optional();
    }

    /** Lets a file go that was scanned, or refuses it and throws its content away. */
    void scanned(UUID id, boolean clean) {
        jdbc.sql(clean ? "update ics.application_draft_file set scan = 'clean' where id = :id" : """
                        update ics.application_draft_file
                        set scan = 'refused', content = null, content_key = null, size = 0 where id = :id
                        """)
                .param("id", id)
                .update();
    }

    private DocumentFile file(ResultSet row) throws SQLException {
        return new DocumentFile(
                row.getString("file_name"),
                row.getString("content_type"),
                vault.open(
                        Vault.Kind.DRAFT_FILE,
                        row.getObject("id", UUID.class),
                        row.getBytes("content"),
                        row.getString("content_key")));
    }

    private static DocumentType type(ResultSet row) throws SQLException {
        return DocumentType.find(row.getString("type_code")).orElseThrow();
    }
}
