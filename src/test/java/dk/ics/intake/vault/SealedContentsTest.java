package dk.ics.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.TestPapers;
import dk.ics.intake.application.Uploads;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.Quarantine;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.selfservice.ApplicationDrafts;
import dk.ics.intake.selfservice.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has the database alone has no paper and no name out of one. */
@IntakeTest
class SealedContentsTest {

    private static final Act ACT = Act.bySystem("test");
    private static final String NAME = "Geheimnisvoll";
    private static final byte[] PDF = TestPapers.pdf(1, NAME);
    private static final byte[] JPEG = TestPapers.picture("jpeg", 40, 30);

    /** Columns with bytes that are no contents: hashes, signatures, salts. */
    private static final List<String> NO_CONTENTS =
            List.of("evidence_entry.hash", "evidence_value.salt", "evidence_checkpoint.signature");

    @TempDir
    Path folder;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    @Autowired
    Quarantine quarantine;

    @Autowired
    ApplicationDrafts drafts;

    @Autowired
    List<Resealable> resealable;

    @Autowired
    Vault vault;

    @Autowired
    Clock clock;

    private CaseReference reference = new CaseReference("2026-000001");
    private UUID pdf = new UUID(0, 0);
    private UUID jpeg = new UUID(0, 0);
    private Secret draft = Secret.parse("A".repeat(43)).orElseThrow();

    @BeforeEach
    void somethingIsKept() {
        reference = caseFile.open(new MunicipalityCode("0101"), "euWorker", "test", ACT);
        pdf = documents.add(reference, "passport", new DocumentFile("pas.pdf", "application/pdf", PDF), "test", ACT);
        jpeg = documents.add(reference, "photograph", new DocumentFile("foto.jpg", "image/jpeg", JPEG), "test", ACT);
        quarantine.hold(reference, "passport", new DocumentFile("pas.pdf", "application/pdf", PDF), "test", ACT);
        draft = drafts.begin("en");
        drafts.change(draft, content -> content.answered(1, "name", Map.of("familyName", NAME), List.of("familyName")));
        drafts.add(
                draft,
                1,
                DocumentType.PASSPORT,
                new Uploads.Upload.Taken(new DocumentFile("pas.pdf", "application/pdf", PDF), true, List.of()));
    }

    @Test
    void nothing_of_it_can_be_read_in_the_database() {
        List<String> columns = jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'ics' and data_type = 'bytea' order by 1
                        """).query(String.class).list();
        columns.removeAll(NO_CONTENTS);
        assertThat(columns)
                .containsExactly(
                        "application_draft.sealed",
                        "application_draft_file.content",
                        "document.content",
                        "quarantine.content");
        for (String column : columns) {
            String[] place = column.split("[.]");
            List<byte[]> stored = jdbc.sql("select %s from ics.%s where %1$s is not null".formatted(place[1], place[0]))
                    .query((row, number) -> row.getBytes(1))
                    .list();
            assertThat(stored).as(column).isNotEmpty().allSatisfy(bytes -> {
                String text = new String(bytes, StandardCharsets.ISO_8859_1);
                assertThat(text).doesNotContain("%PDF", NAME, "JFIF", "familyName");
                assertThat(Arrays.copyOf(bytes, 3)).isNotEqualTo(Arrays.copyOf(JPEG, 3));
            });
        }
        assertThat(jdbc.sql("select count(*) from ics.application_draft where content is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_is_kept_is_read_as_it_was() {
        assertThat(content(pdf)).isEqualTo(PDF);
        assertThat(content(jpeg)).isEqualTo(JPEG);
        assertThat(jdbc.sql("select size = :size and sha256 ~ '^[0-9a-f]{64}$' from ics.document where id = :id")
                        .param("size", PDF.length)
                        .param("id", pdf)
                        .query(Boolean.class)
                        .single())
                .as("of the clear bytes")
                .isTrue();
        assertThat(drafts.find(draft)
                        .orElseThrow()
                        .content()
                        .person(1)
                        .orElseThrow()
                        .answers())
                .containsEntry("familyName", NAME);
    }

    @Test
    void a_content_does_not_open_in_another_row_nor_changed() {
        database.execute(
                "update ics.document set content = (select content from ics.document where id = '%s'), content_key = '%s' where id = '%s'"
                        .formatted(jpeg, vault.key(), pdf));
        assertThatThrownBy(() -> documents.file(reference, pdf)).isInstanceOf(ContentForeign.class);
        database.execute(
                "update ics.document set content = set_byte(content, 40, get_byte(content, 40) # 1) where id = '%s'"
                        .formatted(jpeg));
        assertThatThrownBy(() -> documents.file(reference, jpeg)).isInstanceOf(ContentForeign.class);
        database.execute("update ics.document set content = 'in the clear'::bytea, content_key = null where id = '%s'"
                .formatted(jpeg));
        assertThatThrownBy(() -> documents.file(reference, jpeg))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SHA-256");
    }

    @Test
    void what_lay_in_the_clear_is_read_and_then_sealed() {
        String hex = java.util.HexFormat.of().formatHex(PDF);
        database.execute("update ics.document set content = decode('%s', 'hex'), content_key = null where id = '%s'"
                .formatted(hex, pdf));
        database.execute("update ics.application_draft_file set content = decode('%s', 'hex'), content_key = null"
                .formatted(hex));
        database.execute(
                "update ics.application_draft set content = '{\"persons\":[{\"no\":1,\"answers\":{\"familyName\":\"Alt\"},\"done\":[]}],\"nextNo\":2,\"familyNamed\":false}',"
                        + " sealed = null, content_key = null where sent_at is null");
        assertThat(content(pdf)).isEqualTo(PDF);
        assertThat(drafts.find(draft)
                        .orElseThrow()
                        .content()
                        .person(1)
                        .orElseThrow()
                        .answers())
                .containsEntry("familyName", "Alt");
        assertThat(resealable).filteredOn(Resealable::hasOthers).hasSize(3);

        new Resealing(resealable, vault, new VaultProperties(folder, false, true), jdbc).run();

        assertThat(resealable).noneMatch(Resealable::hasOthers);
        nothing_of_it_can_be_read_in_the_database();
        assertThat(content(pdf)).isEqualTo(PDF);
        assertThat(drafts.find(draft)
                        .orElseThrow()
                        .content()
                        .person(1)
                        .orElseThrow()
                        .answers())
                .containsEntry("familyName", "Alt");
    }

    @Test
    void a_further_key_seals_and_the_older_ones_open() {
        Path file = folder.resolve("keyset.json");
        KeysetCommand command = new KeysetCommand(System.out, System.err);
        SimpleCommandLinePropertySource arguments =
                new SimpleCommandLinePropertySource("--" + KeysetCommand.OPTION + "=" + file);
        assertThat(command.run(arguments)).isZero();
        Vault before = Vault.of(file);
        Vault.Sealed old = before.seal(Vault.Kind.DOCUMENT, pdf, PDF);
        assertThat(command.run(arguments)).isZero();
        Vault after = Vault.of(file);

        assertThat(after.key()).isNotEqualTo(before.key());
        assertThat(after.keys()).containsExactlyInAnyOrder(before.key(), after.key());
        assertThat(after.open(Vault.Kind.DOCUMENT, pdf, old.content(), old.key()))
                .isEqualTo(PDF);
        Vault.Sealed anew = after.seal(Vault.Kind.DOCUMENT, pdf, PDF);
        assertThat(anew.key()).isEqualTo(after.key());
        assertThatThrownBy(() -> before.open(Vault.Kind.DOCUMENT, pdf, anew.content(), anew.key()))
                .isInstanceOf(ContentForeign.class);
        assertThatThrownBy(() -> after.open(Vault.Kind.QUARANTINE, pdf, anew.content(), anew.key()))
                .isInstanceOf(ContentForeign.class);
    }

    @Test
    void without_the_keys_that_were_used_nothing_starts() {
        Path other = folder.resolve("other.json");
        VaultConfiguration configuration = new VaultConfiguration();
        assertThatThrownBy(() -> configuration.vault(new VaultProperties(other, true, false), jdbc, clock))
                .isInstanceOf(KeysetMissing.class);
        assertThat(other).as("no key takes the place of a lost one").doesNotExist();
        Keyset.make(other);
        assertThatThrownBy(() -> configuration.vault(new VaultProperties(other, false, false), jdbc, clock))
                .isInstanceOf(KeysetMissing.class)
                .hasMessageContaining("not in");
    }

    private byte[] content(UUID id) {
        return documents.file(reference, id).orElseThrow().content();
    }
}
