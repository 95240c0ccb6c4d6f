package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.ShownAddress;
import dk.ics.intake.letter.Pdf;
import dk.ics.intake.privacy.CapturedLog;
import dk.ics.intake.privacy.Needles;
import dk.ics.intake.privacy.PrivacyScan;
import dk.ics.intake.simulator.Arrival;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that puts something out about a citizen, by name, and whether the citizen's address stands in it: never while
 * it is protected. Authorities that need the address get it: protection shields from private parties only.
 */
class ProtectedAddressTest extends ProcessTest {

    private static final Map<String, Object> ADDRESS = Map.of(
            "addressLine", "Skjulestien 77, 4. th.",
            "coName", "Gemmegaard Vært",
            "postalCode", "2999",
            "city", "Lønlund");
    private static final Needles NEEDLES = Needles.of(
            Map.of("street", "Skjulestien 77", "host", "Gemmegaard Vært", "town", "2999 Lønlund", "city", "Lønlund"));

    /** What shows the address of somebody who is not protected, so that masking is seen to do something. */
    private static final Set<String> SHOW_OTHERS = Set.of(
            "form: choose doctor",
            "form: order card by hand",
            "form: follow up card",
            "form: decide registration",
            "form: enter registration in CPR Web",
            "form: confirm person behind number",
            "form: register benefit",
            "form: correct address",
            "form: compare duplicates",
            "form: compare duplicates, from the other case",
            "form: assess application",
            "whole case",
            "whole case of a child at the address",
            "form of a child at the address");

    @Autowired
    List<FormRule> rules;

    @Autowired
    Documents documents;

    @Autowired
    TestDatabase database;

    @Autowired
    ObjectMapper json;

    @Autowired
    ShownAddress shownAddress;

    @BeforeEach
    void theClockStandsWhereProtectionsBegin() {
        testClock.set(TestClock.START);
    }

    @Test
    void a_protected_address_is_in_no_output() throws Exception {
        Map<String, String> outputs = outputs(true);

        assertThat(outputs).hasSizeGreaterThanOrEqualTo(20);
        assertThat(outputs).allSatisfy((name, text) -> assertThat(text).as(name).isNotBlank());
        assertThat(withAddress(outputs)).isEmpty();
    }

    @Test
    void the_same_outputs_show_an_address_that_is_not_protected() throws Exception {
        assertThat(withAddress(outputs(false))).isEqualTo(new TreeSet<>(SHOW_OTHERS));
    }

    @Test
    void a_form_left_as_it_opened_leaves_the_protected_address_as_it_is() {
        CaseUnderTest theCase = apply();
        caseFile.write(theCase.reference(), ADDRESS, Act.bySystem("test"));
        protect(theCase.reference());

        theCase.run().work("assessApplication");

        assertThat(theCase.file("addressLine")).isEqualTo("Skjulestien 77, 4. th.");
        assertThat(theCase.file("coName")).isEqualTo("Gemmegaard Vært");
    }

    @Test
    void protection_ends_after_its_last_day() {
        CaseReference reference = caseWithAddress().reference();
        protect(reference);
        assertThat(shownAddress.lines(reference)).containsExactly(ShownAddress.MASK);

        testClock.advance(Duration.ofDays(364));
        assertThat(shownAddress.isMasked(reference)).isTrue();
        testClock.advance(Duration.ofDays(2));
        assertThat(shownAddress.lines(reference)).contains("Skjulestien 77, 4. th.");
    }

    @Test
    void who_says_what_for_is_shown_the_address_and_is_in_the_log() throws Exception {
        CaseReference reference = caseWithAddress().reference();
        protect(reference);
        Http user = WebappUser.login(port, "sagsbehandler", "demo", "tasklist").http();

        assertThat(post(user, "address", Map.of("reference", reference.value())))
                .contains("Vælg, hvad du skal bruge");
        assertThat(post(user, "address", Map.of("purpose", "casework", "reference", "2026-999999")))
                .contains("Sagen findes ikke");
        assertThat(unmaskings(reference)).isEmpty();

        assertThat(post(user, "address", Map.of("purpose", "casework", "reference", reference.value())))
                .contains("Skjulestien 77, 4. th.", "Gemmegaard Vært", "2999 Lønlund");
        assertThat(unmaskings(reference)).containsExactly("sagsbehandler casework");
        assertThat(WebappUser.login(port, "partner0147", "demo", "cockpit")
                        .http()
                        .json(
                                "POST",
                                "/camunda/api/ics/cases/address",
                                json.writeValueAsString(Map.of("purpose", "casework", "reference", reference.value())))
                        .statusCode())
                .isEqualTo(403);
    }

    private Map<String, String> outputs(boolean protect) throws Exception {
        CaseUnderTest theCase = caseWithAddress();
        CaseReference reference = theCase.reference();
        giveNumber(theCase);
        CaseReference child = childAtTheAddress(reference);
        CaseUnderTest duplicate = begin("guidance", Map.of());
        sameDocument(reference, duplicate.reference());
        CaseUnderTest assessed = apply();
        caseFile.write(assessed.reference(), ADDRESS, Act.bySystem("test"));
        assessed.run();
        if (protect) {
            protect(reference);
            protect(assessed.reference());
        }
        caseFile.write(
                reference,
                Map.of(
                        "correctionKind",
                        "address",
                        "existingNumber",
                        "7705911000",
                        "existingNumberName",
                        "B",
                        "existingNumberAddress",
                        "Skjulestien 77"),
                Act.bySystem("test"));
        Map<String, String> outputs = new LinkedHashMap<>();
        try (CapturedLog log = new CapturedLog()) {
            forms(outputs, reference, child, duplicate.reference());
            outputs.put(
                    "form: assess application",
                    assessed.shown("assessApplication").toString());
            outputs.put("refusal of a form", refusedForm(assessed));
            WebappUser webapp = WebappUser.login(port, "sagsbehandler", "demo", "tasklist");
            outputs.put("whole case", post(webapp.http(), "open", opening(reference)));
            outputs.put("whole case of a child at the address", post(webapp.http(), "open", opening(child)));
            outputs.put(
                    "search result",
                    post(webapp.http(), "search", Map.of("purpose", "inquiry", "reference", reference.value())));
            outputs.put(
                    "task list",
                    as("sagsbehandler")
                            .get("/task?processInstanceBusinessKey=" + reference)
                            .text());
            outputs.put(
                    "task list of a partner",
                    as("partner0147")
                            .get("/task?processInstanceBusinessKey=" + reference)
                            .text());
            String instance = theCase.histories().get(0).getId();
            outputs.put(
                    "variables in history",
                    as("tilsyn")
                            .get("/history/variable-instance?processInstanceId=" + instance)
                            .text());
            outputs.put(
                    "operations in history",
                    "[]"
                            + as("tilsyn")
                                    .get("/history/user-operation?processInstanceId=" + instance)
                                    .text());
            Http supervisor =
                    WebappUser.login(port, "tilsyn", "demo", "cockpit").http();
            outputs.put("control record", report(supervisor, "control-record", opening(reference)));
            outputs.put("control record as PDF", paper(supervisor, "control-record", opening(reference)));
            Map<String, String> period = Map.of("from", "2026-03-01", "to", "2026-03-31");
            outputs.put("compliance report", report(supervisor, "compliance", period));
            outputs.put("compliance report as PDF", paper(supervisor, "compliance", period));
            theCase.work("verifyForMitId").untilEnd("mitIdCreated");
            begin("afterClosing", reference);
            theCase.run();
            letters(outputs, reference);
            outputs.put(
                    "journal",
                    caseFile.journalOf(reference).stream()
                            .map(entry -> entry.description() + entry.changedKeys())
                            .collect(Collectors.joining("\n")));
            outputs.put(
                    "payload to MitID",
                    books.arrivals("mitid").stream().map(Arrival::body).collect(Collectors.joining("\n")));

            outputs.put(
                    "payload to SIRI",
                    "SIRI: "
                            + books.arrivals("siri").stream().map(Arrival::body).collect(Collectors.joining("\n")));

            outputs.put(
                    "metrics",
                    Http.basic(port, "admin", "demo")
                            .get("/actuator/prometheus")
                            .body());
            outputs.put("access log", String.join("\n", rows("select a::text from ics.case_access a")));
            outputs.put("letters' book", String.join("\n", rows("select l::text from ics.letter l")));
            outputs.put("log", "log\n" + String.join("\n", log.lines()));
        }
        try (var connection = database.as("postgres").getConnection()) {
            outputs.put(
                    "engine tables",
                    "found: "
                            + new PrivacyScan(NEEDLES)
                                    .engineTables(connection).stream()
                                            .map(finding -> finding.place() + " Skjulestien 77")
                                            .toList());
        }
        return outputs;
    }

    private void forms(Map<String, String> outputs, CaseReference reference, CaseReference child, CaseReference other) {
        outputs.put("form: choose doctor", form("chooseDoctor", reference));
        outputs.put("form: order card by hand", form("recordHealthCard", reference));
        outputs.put("form: follow up card", form("followUpHealthCard", reference));
        outputs.put("form: decide registration", form("decideRegistration", reference));
        outputs.put("form: enter registration in CPR Web", form("recordCprNumber", reference));
        outputs.put("form: confirm person behind number", form("confirmExistingNumber", reference));
        outputs.put("form: register benefit", form("registerUnemploymentBenefit", reference));
        outputs.put("form: correct address", form("correctData", reference));
        outputs.put("form: compare duplicates", form("resolveDuplicate", reference));
        outputs.put("form: compare duplicates, from the other case", form("resolveDuplicate", other));
        outputs.put("form of a child at the address", form("chooseDoctor", child));
        outputs.put("form: MitID", form("verifyForMitId", reference));
    }

    private void letters(Map<String, String> outputs, CaseReference reference) {
        outputs.put("letters", String.join("\n", Pdf.letters(documents, reference)));
        outputs.put(
                "names of documents",
                documents.list(reference).stream()
                        .map(document -> String.valueOf(document.fileName()))
                        .collect(Collectors.joining("\n")));
        outputs.put(
                "mails",
                mails.all().stream()
                        .filter(mail -> mail.messageId().contains(reference.value()))
                        .map(mail -> mail.subject() + mail.text())
                        .collect(Collectors.joining("\n")));
    }

    private String form(String id, CaseReference reference) {
        return rules.stream()
                .filter(rule -> rule.formId().equals(id))
                .findFirst()
                .orElseThrow()
                .prefill(reference)
                .toString();
    }

    private String refusedForm(CaseUnderTest theCase) {
        String task = "/task/" + theCase.task("assessApplication").getId();
        as("visitation").post(task + "/claim", Map.of("userId", "visitation"));
        String refused = as("visitation")
                .post(task + "/submit-form", Map.of("variables", Map.of("postalCode", Map.of("value", "x"))))
                .text();
        as("visitation").post(task + "/unclaim", Map.of());
        return refused;
    }

    private CaseUnderTest caseWithAddress() {
        CaseUnderTest theCase = begin("mitId", Map.of());
        caseFile.write(theCase.reference(), ADDRESS, Act.bySystem("test"));
        return theCase;
    }

    private void begin(String process, CaseReference reference) {
        engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(reference.value())
                .setVariables(Map.of(
                        "caseReference", reference.value(),
                        "municipality", "0147",
                        "municipalityName", "Frederiksberg",
                        "services", "cprNumber,mitId",
                        "registrationOutcome", "registered",
                        "mitIdOutcome", "created"))
                .execute();
    }

    private CaseReference childAtTheAddress(CaseReference parent) {
        CaseReference child = caseWithAddress().reference();
        caseFile.write(child, Map.of("relationToApplicant", "child"), Act.bySystem("test"));
        JdbcClient jdbc = JdbcClient.create(database.as("app"));
        String application = jdbc.sql("""
                        insert into ics.application (id, content_sha256, received_at)
                        values (gen_random_uuid(), :hash, '2026-03-02T09:00:00Z') returning id::text
                        """)
                .param("hash", "test " + parent)
                .query(String.class)
                .single();
        int position = 0;
        for (CaseReference person : List.of(parent, child)) {
            jdbc.sql("insert into ics.application_case values (cast(:id as uuid), :position, :reference)")
                    .param("id", application)
                    .param("position", ++position)
                    .param("reference", person.value())
                    .update();
        }
        return child;
    }

    private void sameDocument(CaseReference one, CaseReference other) {
        caseFile.write(
                other,
                caseFile.read(one, List.of("identityDocumentState", "identityDocumentNumber")),
                Act.bySystem("test"));
    }

    private void protect(CaseReference reference) {
        caseFile.write(
                reference,
                Map.of(
                        "addressProtection", "nameAndAddress",
                        "addressProtectionFrom", LocalDate.of(2026, 3, 2),
                        "addressProtectionUntil", LocalDate.of(2027, 3, 2)),
                Act.bySystem("test"));
    }

    private static Map<String, String> opening(CaseReference reference) {
        return Map.of("purpose", "inquiry", "reference", reference.value());
    }

    private String report(Http user, String call, Map<String, String> body) throws Exception {
        return Objects.requireNonNull(
                user.json("POST", "/camunda/api/ics/reports/" + call, json.writeValueAsString(body))
                        .body());
    }

    private String paper(Http user, String call, Map<String, String> body) throws Exception {
        return new Pdf(user.with("Accept", "application/pdf")
                        .file("/camunda/api/ics/reports/" + call, json.writeValueAsString(body))
                        .body())
                .text();
    }

    private String post(Http user, String call, Map<String, String> body) throws Exception {
        return Objects.requireNonNull(user.json("POST", "/camunda/api/ics/cases/" + call, json.writeValueAsString(body))
                .body());
    }

    private List<String> unmaskings(CaseReference reference) {
        return rows(
                "select user_id || ' ' || purpose from ics.case_access where act = 'unmasked' and case_reference = '%s'"
                        .formatted(reference.value()));
    }

    private List<String> rows(String sql) {
        return JdbcClient.create(database.as("app"))
                .sql(sql)
                .query(String.class)
                .list();
    }

    private static Set<String> withAddress(Map<String, String> outputs) {
        return outputs.entrySet().stream()
                .filter(output -> !NEEDLES.foundIn(output.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
