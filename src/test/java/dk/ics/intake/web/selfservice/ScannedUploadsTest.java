package dk.ics.intake.web.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestPapers;
import dk.ics.intake.application.ApplicationJson;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.Quarantine;
import dk.ics.intake.privacy.CapturedLog;
import dk.ics.intake.selfservice.Rescanning;
import dk.ics.intake.upload.BadFiles;
import dk.ics.intake.upload.TestClamd;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Files from citizens and a real ClamAV, which is there or not. An application of its own: the others do not scan. */
@IntakeTest
@EnabledIf(
        value = "dk.ics.intake.upload.TestClamd#isThere",
        disabledReason = "There is no clamd on this machine (apt-get install clamav-daemon)")
class ScannedUploadsTest {

    private static final byte[] CLEAN = TestPapers.pdf(1, "lejekontrakt");
    private static final byte[] INFECTED = BadFiles.infectedPdf("lejekontrakt");
    private static final String WAITING = "being examined. You do not have to do anything more";
    private static final String REFUSED = "found something harmful in";

    private static final TestClamd CLAMD = TestClamd.create();
    private static int persons = 500;

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    @Autowired
    Quarantine quarantine;

    @Autowired
    Rescanning rescanning;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    private Applicant applicant = new Applicant(0);

    @DynamicPropertySource
    static void scanned(DynamicPropertyRegistry settings) {
        settings.add("ics.upload.scan", () -> "clamd");
        settings.add("ics.upload.clamd.host", () -> "127.0.0.1");
        settings.add("ics.upload.clamd.port", () -> CLAMD.port());
        settings.add("ics.upload.clamd.timeout", () -> "5s");
    }

    @AfterAll
    static void end() throws Exception {
        CLAMD.close();
    }

    @BeforeEach
    void scannerIsThere() throws Exception {
        CLAMD.kill();
        CLAMD.start();
        persons++;
        jdbc.sql("delete from ics.application_draft_file").update();
        applicant = new Applicant(port)
                .answering("name", Map.of("familyName", "Weiß", "givenNames", "Käthe " + (char) ('A' + persons % 26)))
                .answering(
                        "identity",
                        Map.of(
                                "identityDocumentState", "DEU",
                                "identityDocumentNumber", "S01X" + (10_000 + persons),
                                "identityDocumentExpiry.day", "1",
                                "identityDocumentExpiry.month", "1",
                                "identityDocumentExpiry.year", "2031"));
    }

    @Test
    void what_is_infected_comes_in_nowhere_and_what_is_clean_does() throws Exception {
        applicant.goTo("papers");
        HttpResponse<String> refused = applicant.upload(applicant.page(), "passport", "pas.pdf", INFECTED);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(REFUSED);
        assertThat(files("true")).isZero();
        assertThat(applicant
                        .upload(applicant.page(), "passport", "pas.pdf", CLEAN)
                        .statusCode())
                .isEqualTo(303);
        assertThat(files("scan = 'clean'")).isEqualTo(1);
        assertThat(applicant.get(applicant.page()).body()).doesNotContain(WAITING);

        HttpResponse<String> answer = apply(INFECTED);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("documents[1].content", REFUSED);
        HttpResponse<String> taken = apply(CLEAN);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(quarantined()).isZero();
    }

    @Test
    void while_the_scanner_is_away_files_of_a_draft_wait_and_are_looked_at_when_it_is_back() throws Exception {
        applicant.goTo("papers");
        String papers = applicant.page();
        CLAMD.kill();
        assertThat(applicant.upload(papers, "passport", "pas.pdf", CLEAN).statusCode())
                .isEqualTo(303);
        assertThat(applicant
                        .upload(papers, "proofOfAddress", "leje.pdf", INFECTED)
                        .statusCode())
                .isEqualTo(303);
        assertThat(applicant.get(papers).body()).contains(WAITING);
        rescanning.rescan();
        assertThat(files("scan = 'waiting'")).isEqualTo(2);
        assertThat(meters.get("ics.upload.waiting").gauge().value()).isEqualTo(2 + quarantined());

        CLAMD.start();
        rescanning.rescan();
        rescanning.rescan();
        assertThat(meters.get("ics.upload.waiting").gauge().value()).isEqualTo(quarantined());

        assertThat(files("scan = 'clean' and type_code = 'passport'")).isEqualTo(1);
        assertThat(files("scan = 'refused' and type_code = 'proofOfAddress' and content is null"))
                .isEqualTo(1);
        assertThat(applicant.get(papers).body()).contains(REFUSED).doesNotContain(WAITING);
        applicant.goTo("summary").follow(applicant.post(applicant.page(), Map.of()));
        assertThat(documents.types(theCase())).containsExactly("passport");
    }

    @Test
    void files_that_wait_go_along_with_the_application_and_are_no_documents_until_they_are_released() throws Exception {
        applicant.goTo("papers");
        String papers = applicant.page();
        CLAMD.kill();
        applicant.upload(papers, "passport", "pas.pdf", CLEAN);
        applicant.upload(papers, "proofOfAddress", "leje.pdf", INFECTED);
        applicant.goTo("summary").follow(applicant.post(applicant.page(), Map.of()));
        CaseReference reference = theCase();
        String status = applicant.page().replace("/receipt", "");

        assertThat(documents.list(reference)).isEmpty();
        assertThat(quarantine.of(reference)).hasSize(2).noneMatch(Quarantine.Held::isRefused);
        assertThat(applicant.get(status).body()).contains(WAITING);
        assertThat(applicant.get(status + "?language=da").body()).contains("modtaget, bliver undersøgt");

        CLAMD.start();
        rescanning.rescan();

        assertThat(documents.types(reference)).containsExactly("passport");
        assertThat(documents.file(reference, documents.list(reference).get(0).id()))
                .hasValueSatisfying(file -> assertThat(file.content()).isEqualTo(CLEAN));
        assertThat(applicant.get(status).body()).contains(REFUSED).doesNotContain(WAITING);
        assertThat(jdbc.sql("select count(*) from ics.quarantine where case_reference = :reference and content is null")
                        .param("reference", reference.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(caseFile.journalOf(reference))
                .extracting(entry -> entry.description())
                .contains("Fil modtaget og venter på virusscanning: Pas", "Dokument modtaget: Pas")
                .anyMatch(line -> line.startsWith("Fil afvist ved virusscanning og slettet: "));
    }

    @Test
    void a_missing_paper_that_waits_is_missing_until_it_is_released() throws Exception {
        applicant.goTo("summary").follow(applicant.post(applicant.page(), Map.of()));
        CaseReference reference = theCase();
        String status = applicant.page().replace("/receipt", "");
        caseFile.write(
                reference,
                Map.of(
                        "assessment", "documentsMissing",
                        "assessedBy", "visitation",
                        "assessedAt", TestClock.START.toOffsetDateTime(),
                        "missingDocuments", "passport,proofOfAddress"),
                Act.bySystem("test"));
        CLAMD.kill();

        assertThat(applicant
                        .upload(status + "/1/papers", "passport", "pas.pdf", CLEAN)
                        .statusCode())
                .isEqualTo(303);
        assertThat(missing(reference)).isEqualTo("passport,proofOfAddress");
        assertThat(applicant.get(status).body()).contains(WAITING);

        CLAMD.start();
        rescanning.rescan();
        assertThat(missing(reference)).isEqualTo("proofOfAddress");
        assertThat(documents.types(reference)).containsExactly("passport");
        assertThat(applicant.get(status).body()).doesNotContain(WAITING);
        assertThat(applicant
                        .upload(status + "/1/papers", "proofOfAddress", "leje.pdf", INFECTED)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_application_from_outside_waits_too_and_nothing_of_a_file_is_logged() throws Exception {
        CLAMD.kill();
        try (CapturedLog log = new CapturedLog()) {
            HttpResponse<String> answer = apply(CLEAN);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(quarantined()).isEqualTo(2);
            assertThat(log.lines())
                    .anyMatch(line -> line.contains("The virus scanner at 127.0.0.1"))
                    .noneMatch(line -> line.contains("Nadelmann") || line.contains("%PDF"));
        }
        CLAMD.start();
        rescanning.rescan();
        assertThat(quarantined()).isZero();
    }

    private HttpResponse<String> apply(byte[] second) throws IOException, InterruptedException {
        byte[] body = ApplicationJson.valid()
                .document(
                        "proofOfAddress",
                        "leje.pdf",
                        "application/pdf",
                        Base64.getEncoder().encodeToString(second))
                .bytes();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/applications"))
                                .header("Content-Type", "application/json")
                                .header("Accept-Language", "en")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private CaseReference theCase() {
        Matcher reference = Pattern.compile("<strong>(20\\d\\d-\\d+)</strong>")
                .matcher(applicant.get(applicant.page()).body());
        assertThat(reference.find()).isTrue();
        return new CaseReference(reference.group(1));
    }

    private @Nullable Object missing(CaseReference reference) {
        return caseFile.read(reference, List.of("missingDocuments")).get("missingDocuments");
    }

    /** Files of drafts; there is one draft in each test that has any. */
    private long files(String which) {
        return jdbc.sql("select count(*) from ics.application_draft_file where " + which)
                .query(Long.class)
                .single();
    }

    private long quarantined() {
        return jdbc.sql("select count(*) from ics.quarantine where refused_at is null")
                .query(Long.class)
                .single();
    }
}
