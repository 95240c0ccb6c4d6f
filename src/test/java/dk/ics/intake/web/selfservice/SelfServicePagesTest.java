package dk.ics.intake.web.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.TestPapers;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.journey.JobRunner;
import dk.ics.intake.privacy.CapturedLog;
import dk.ics.intake.selfservice.ApplicationDrafts;
import dk.ics.intake.selfservice.Secret;
import dk.ics.intake.selfservice.Sending;
import dk.ics.intake.selfservice.Sending.Outcome;
import dk.ics.intake.simulator.MailCatcher;
import dk.ics.intake.upload.BadFiles;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The citizens' pages as a browser without script meets them. */
@IntakeTest
class SelfServicePagesTest {

    private static final int INVALID_SUBMISSIONS = 1_000;
    private static final String NOBODYS = "A".repeat(43);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Documents documents;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    MailCatcher mails;

    @Autowired
    ApplicationDrafts drafts;

    @Autowired
    Sending sending;

    @Autowired
    TestClock clock;

    @Autowired
    TestDatabase database;

    private static int persons;

    private Applicant applicant = new Applicant(0);

    @BeforeEach
    void comeAnew() {
        applicant = somebody();
    }

    /** Somebody else each time: the same application would be the same cases. */
    private Applicant somebody() {
        persons++;
        return new Applicant(port)
                .answering("name", Map.of("familyName", "Weiß", "givenNames", "Käthe " + letters(persons)))
                .answering(
                        "identity",
                        Map.of(
                                "identityDocumentState", "DEU",
                                "identityDocumentNumber", "C01X" + (10_000 + persons),
                                "identityDocumentExpiry.day", "1",
                                "identityDocumentExpiry.month", "1",
                                "identityDocumentExpiry.year", "2031"));
    }

    private static String letters(int number) {
        return number < 26 ? String.valueOf((char) ('A' + number)) : letters(number / 26) + (char) ('a' + number % 26);
    }

    @Test
    void an_application_from_the_pages_is_the_same_as_one_from_outside() {
        CaseReference reference = send(applicant);

        assertThat(caseFile.get(reference).channel()).isEqualTo("selfService");
        assertThat(caseFile.get(reference).category()).isEqualTo("euWorker");
        assertThat(caseFile.read(reference, List.of("familyName", "weeklyHours", "language", "relationToApplicant")))
                .containsEntry("familyName", "Weiß")
                .containsEntry("language", "en")
                .containsEntry("relationToApplicant", "applicant");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo("assessApplication");
        assertThat(jdbc.sql("select content is null and sent_at is not null from ics.application_draft"
                                + " order by sent_at desc nulls last limit 1")
                        .query(Boolean.class)
                        .single())
                .as("nothing of a sent draft is kept")
                .isTrue();
    }

    @Test
    void a_family_applies_together_and_is_not_asked_again() {
        applicant.goTo("family");
        applicant.follow(applicant.post(applicant.page(), Map.of("more", "yes")));
        applicant
                .answering("relation", Map.of("relationToApplicant", "child"))
                .answering("name", Map.of("familyName", "Weiß", "givenNames", "Emil " + letters(persons)))
                .answering(
                        "birth",
                        Map.of("birthDate.day", "3", "birthDate.month", "4", "birthDate.year", "2019", "sex", "male"))
                .answering("category", Map.of("category", "euFamily"))
                .answering("together", Map.of("together", "yes"))
                .answering(
                        "identity",
                        Map.of(
                                "identityDocumentState", "DEU",
                                "identityDocumentNumber", "C02X" + (10_000 + persons),
                                "identityDocumentExpiry.day", "1",
                                "identityDocumentExpiry.month", "1",
                                "identityDocumentExpiry.year", "2031"));
        Set<String> asked = new HashSet<>();
        while (!applicant.page().endsWith("/family") && !applicant.page().endsWith("/papers")) {
            asked.add(applicant.page().substring(applicant.page().lastIndexOf('/') + 1));
            applicant.step();
        }
        assertThat(asked)
                .doesNotContain("municipality", "arrival", "stay", "address", "housing", "before", "marital", "work");
        HttpResponse<String> sent = applicant.goTo("summary").post(applicant.page(), Map.of());
        applicant.follow(sent);

        List<CaseReference> cases = casesOf(applicant);
        assertThat(cases).hasSize(2);
        assertThat(caseFile.read(cases.get(1), List.of("addressLine", "maritalStatus", "relationToApplicant", "email")))
                .containsEntry("addressLine", "Eksempelvej 1")
                .containsEntry("maritalStatus", "unmarried")
                .containsEntry("relationToApplicant", "child")
                .containsEntry("email", "kaethe@example.org");

        misses(cases.get(1), "passport");
        assertThat(applicant.get(statusOf(applicant)).body())
                .as("one line for each of them")
                .contains(
                        "<span>How far we are</span><span>: We look at your application</span>",
                        "<span>: We look at your application, You send the papers that are missing</span>");
    }

    /** Each is invalid by construction: one field of one page is made into what its rule refuses. */
    @Test
    void invalid_submissions_are_refused_with_words_and_store_nothing() {
        Random random = new Random(6);
        List<String> pages = new ArrayList<>();
        Map<String, Map<String, String>> valid = new LinkedHashMap<>(Applicant.worker());
        valid.keySet().removeAll(Set.of("wishes", "relatives", "family"));
        applicant.goTo("papers");
        String draft = applicant.draft();
        String before = content(draft);
        pages.addAll(valid.keySet());

        for (int i = 0; i < INVALID_SUBMISSIONS; i++) {
            String page = pages.get(random.nextInt(pages.size()));
            Map<String, String> form = new LinkedHashMap<>(valid.get(page));
            List<String> inputs = new ArrayList<>(form.keySet());
            String input = inputs.get(random.nextInt(inputs.size()));
            form.put(input, Nonsense.instead(input, random));

            HttpResponse<String> answer = applicant.post(draft + "/1/" + page, form);

            assertThat(answer.statusCode()).as(page + " " + input).isEqualTo(400);
            assertThat(answer.body()).as(page + " " + input).contains("id=\"errors\"", "form-error-message");
        }
        assertThat(content(draft)).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from ics.application_draft_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/1/nothing",
                "/99/name",
                "/1/papers/done",
                "/family/7/remove",
                "/language",
                "/1/papers/00000000-0000-0000-0000-000000000000/remove"
            })
    void what_no_page_sends_changes_nothing(String path) {
        applicant.goTo("birth");
        String before = content(applicant.draft());

        HttpResponse<String> answer = applicant.post(applicant.draft() + path, Map.of("familyName", "<script>"));

        assertThat(answer.statusCode()).isBetween(300, 499);
        assertThat(content(applicant.draft())).isEqualTo(before);
    }

    @Test
    void files_are_known_by_their_content_and_refused_in_words() {
        applicant.goTo("papers");
        String papers = applicant.page();
        byte[] program = "MZ this is no passport".getBytes(StandardCharsets.US_ASCII);

        assertThat(applicant.upload(papers, "passport", "pas.pdf", program).statusCode())
                .isEqualTo(400);
        assertThat(applicant.upload(papers, "passport", "pas.pdf", new byte[0]).body())
                .contains("Choose a file first");
        assertThat(applicant
                        .upload(papers, "passport", "pas.pdf", new byte[5_500_000])
                        .body())
                .contains("at most 5 MB");
        HttpResponse<String> huge = applicant.upload(papers, "passport", "pas.pdf", new byte[50_000_000]);
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("at most 5 MB");
        assertThat(applicant.post(papers, Map.of("add", "passport")).statusCode())
                .isEqualTo(400);
        assertThat(applicant
                        .upload(papers, "letter", "pas.pdf", TestPapers.pdf(1, "x"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(files(applicant)).isZero();

        assertThat(applicant
                        .upload(papers, "passport", "../../pas.exe", TestPapers.pdf(1, "pas"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(applicant.get(papers).body()).contains("pas.exe").doesNotContain("../");
        assertThat(files(applicant)).isEqualTo(1);
    }

    @Test
    void a_button_pressed_by_many_at_once_opens_one_case() throws Exception {
        applicant.goTo("summary");
        long before = cases();
        Set<String> receipts = new HashSet<>();
        ExecutorService fingers = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> presses = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                presses.add(fingers.submit(() -> applicant.post(applicant.page(), Map.of())));
            }
            for (Future<HttpResponse<String>> press : presses) {
                assertThat(press.get().statusCode()).isEqualTo(303);
                receipts.add(press.get().headers().firstValue("Location").orElseThrow());
            }
        } finally {
            fingers.shutdown();
        }

        assertThat(cases()).isEqualTo(before + 1);
        assertThat(receipts).hasSize(1);
        assertThat(applicant.get(applicant.draft() + "/1/name").headers().firstValue("Location"))
                .as("going back")
                .hasValueSatisfying(receipt -> assertThat(receipts).contains(receipt));
        assertThat(applicant.get(receipts.iterator().next()).body()).contains("We have received your application");
    }

    @Test
    void what_fails_half_way_is_as_if_it_had_not_begun() {
        applicant.goTo("summary");
        Secret secret = secret(applicant);
        long before = cases();
        String content = content(applicant.draft());
        // What is written after the cases is refused: then nothing of them stays.
        database.execute("alter table ics.status_link add constraint broken check (language = 'xx') not valid");
        try {
            assertThatThrownBy(() -> sending.send(secret)).isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            database.execute("alter table ics.status_link drop constraint broken");
        }

        assertThat(cases()).isEqualTo(before);
        assertThat(content(applicant.draft())).isEqualTo(content);

        assertThat(sending.send(secret)).isInstanceOf(Outcome.Sent.class);
        assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void every_link_that_opens_nothing_gets_the_same_answer() {
        applicant.goTo("birth");
        String open = applicant.draft();
        String changed = open.substring(0, open.length() - 1) + (open.endsWith("A") ? "B" : "A");
        HttpResponse<String> nothing = applicant.get("/apply/draft/" + NOBODYS);
        assertThat(nothing.statusCode()).isEqualTo(404);

        clock.advance(Duration.ofDays(31));
        List<HttpResponse<String>> answers = List.of(
                applicant.get(changed),
                applicant.get(changed + "/1/name"),
                applicant.get(open),
                applicant.get("/apply/draft/2026-000001"),
                applicant.get("/apply/status/" + NOBODYS),
                applicant.get(open.replace("/draft/", "/status/")),
                applicant.get("/apply/status/2026-000001"),
                applicant.post("/apply/status/" + NOBODYS + "/1/withdraw", Map.of()),
                applicant.upload(
                        "/apply/status/" + NOBODYS + "/1/papers", "passport", "a.pdf", TestPapers.pdf(1, "x")));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nothing.body());
        });
        assertThat(drafts.removeExpired()).isPositive();
        assertThat(jdbc.sql("select count(*) from ics.application_draft where expires_at <= :now")
                        .param("now", clock.now().atOffset(java.time.ZoneOffset.UTC))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_missing_paper_is_sent_and_only_that() {
        CaseReference reference = send(applicant);
        String status = statusOf(applicant);
        misses(reference, "passport,proofOfAddress");
        assertThat(applicant.get(status).body()).contains("Proof of your address in Denmark", "We need papers");

        applicant.upload(status + "/1/papers", "taxForm", "form.pdf", TestPapers.pdf(1, "x"));
        applicant.upload(status + "/2/papers", "passport", "pas.pdf", TestPapers.pdf(1, "x"));
        assertThat(documents.list(reference)).isEmpty();
        assertThat(applicant
                        .upload(status + "/1/papers", "passport", "pas.pdf", TestPapers.pdf(1, "x"), new byte[] {1, 2, 3
                        })
                        .statusCode())
                .as("one of two is no paper")
                .isEqualTo(400);
        assertThat(documents.list(reference)).isEmpty();
        assertThat(applicant
                        .upload(
                                status + "/1/papers",
                                "passport",
                                "pas.pdf",
                                TestPapers.pdf(1, "x"),
                                TestPapers.picture("jpeg", 1200, 900))
                        .statusCode())
                .isEqualTo(303);

        assertThat(documents.list(reference)).hasSize(2);
        assertThat(documents.types(reference)).containsExactly("passport");
        assertThat(caseFile.read(reference, List.of("missingDocuments")))
                .containsEntry("missingDocuments", "proofOfAddress");
        assertThat(applicant.get(status).body()).doesNotContain("value=\"passport\"");
    }

    @Test
    void a_photo_that_is_hard_to_read_is_taken_and_its_sender_told() {
        CaseReference reference = send(applicant);
        String status = statusOf(applicant);
        misses(reference, "passport");

        String next = applicant
                .upload(status + "/1/papers", "passport", "pas.jpg", BadFiles.photo(500, 700, false))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(documents.types(reference)).containsExactly("passport");
        assertThat(applicant.get(next).body()).contains("The photo is small", "The photo may be blurred");
        assertThat(applicant.get(status + "?thanks=paper&hint=nonsense").statusCode())
                .isEqualTo(200);
    }

    private void misses(CaseReference reference, String papers) {
        caseFile.write(
                reference,
                Map.of(
                        "assessment",
                        "documentsMissing",
                        "assessedBy",
                        "visitation",
                        "assessedAt",
                        TestClock.START.toOffsetDateTime(),
                        "missingDocuments",
                        papers),
                Act.bySystem("test"));
    }

    @Test
    void an_application_is_withdrawn_on_its_page() {
        CaseReference reference = send(applicant);
        String status = statusOf(applicant);

        assertThat(applicant.get(status + "/1/withdraw").body()).contains(reference.value());
        assertThat(applicant.post(status + "/1/withdraw", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(applicant.post(status + "/1/withdraw", Map.of()).statusCode())
                .as("twice")
                .isEqualTo(303);
        assertThat(applicant.get(status).body()).contains("You have withdrawn the application. We are closing");
        new JobRunner(management).runAll();

        assertThat(caseFile.get(reference).outcome()).isEqualTo("withdrawn");
        assertThat(applicant.get(status).body())
                .contains("You have withdrawn the application, and the case is closed")
                .doesNotContain("/1/withdraw");
    }

    @Test
    void a_lost_link_goes_to_the_address_given_and_nobody_learns_whether_there_is_one() throws Exception {
        String email = "lost" + persons + "@example.org";
        CaseReference reference = send(applicant.answering("contact", Map.of("email", email)));

        HttpResponse<String> known =
                applicant.post("/apply/en/lost-link", Map.of("email", email.toUpperCase(Locale.ROOT)));
        HttpResponse<String> unknown = applicant.post("/apply/en/lost-link", Map.of("email", "nobody@example.org"));

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(unknown.body()).isEqualTo(known.body());
        MailCatcher.Mail mail = awaitMail(email);
        assertThat(mail.text()).doesNotContain("Käthe", "Weiß").contains(reference.value());
        String link = mail.text().replaceAll("(?s).*(/apply/status/[A-Za-z0-9_-]{43}).*", "$1");
        assertThat(applicant.get(link).body()).contains(reference.value());
        assertThat(applicant.get(statusOf(applicant)).statusCode())
                .as("the old link")
                .isEqualTo(200);
        assertThat(mails.all()).noneMatch(sent -> sent.to().contains("nobody"));
        assertThat(applicant
                        .post("/apply/en/lost-link", Map.of("email", "no address"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void nothing_of_a_person_or_a_secret_is_logged() {
        try (CapturedLog log = new CapturedLog()) {
            send(applicant);
            applicant.get("/apply/draft/" + NOBODYS);
            String secret = applicant.page().split("/")[3];
            assertThat(log.lines())
                    .noneMatch(line -> line.contains("Käthe")
                            || line.contains("Weiß")
                            || line.contains("kaethe@")
                            || line.contains(secret)
                            || line.contains(NOBODYS));
        }
    }

    @Test
    void the_pages_need_no_script_and_load_nothing_from_elsewhere() {
        HttpResponse<String> page = applicant.get("/apply/en");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "style-src 'self'")
                .doesNotContain("script-src", "unsafe");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<script", "style=", "http://", "https://");
        String styles = page.body().replaceAll("(?s).*href=\"(/apply/assets/[^\"]+dkfds.css)\".*", "$1");
        HttpResponse<String> css = applicant.get(styles);
        assertThat(css.statusCode()).isEqualTo(200);
        assertThat(css.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    private CaseReference send(Applicant one) {
        one.goTo("summary").follow(one.post(one.page(), Map.of()));
        return casesOf(one).get(0);
    }

    private static String statusOf(Applicant one) {
        return one.page().replace("/receipt", "");
    }

    private static List<CaseReference> casesOf(Applicant one) {
        List<CaseReference> cases = new ArrayList<>();
        java.util.regex.Matcher references = java.util.regex.Pattern.compile("<strong>(20\\d\\d-\\d+)</strong>")
                .matcher(one.get(one.page()).body());
        while (references.find()) {
            cases.add(new CaseReference(references.group(1)));
        }
        return cases;
    }

    private static Secret secret(Applicant one) {
        return Secret.parse(one.draft().substring("/apply/draft/".length())).orElseThrow();
    }

    private String content(String draft) {
        Secret secret = Secret.parse(draft.substring("/apply/draft/".length())).orElseThrow();
        return drafts.find(secret)
                .orElseThrow()
                .content()
                .persons()
                .get(0)
                .answers()
                .toString();
    }

    private long files(Applicant one) {
        return drafts.find(secret(one)).orElseThrow().files().size();
    }

    private long cases() {
        return jdbc.sql("select count(*) from ics.case_file").query(Long.class).single();
    }

    private MailCatcher.Mail awaitMail(String to) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            for (MailCatcher.Mail mail : mails.all()) {
                if (mail.to().equalsIgnoreCase(to) && mail.text().contains("/apply/status/")) {
                    return mail;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("There is no mail");
    }
}
