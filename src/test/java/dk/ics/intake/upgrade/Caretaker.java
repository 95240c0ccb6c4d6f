package dk.ics.intake.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.journey.ScriptedCaseworkers;
import dk.ics.intake.journey.ScriptedForm;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.upgrade.OldDatabase.Asked;
import dk.ics.intake.upgrade.OldDatabase.Citizen;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.selfservice.Applicant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Everybody who has to do with the cases of a running application: people, authorities, and time. */
final class Caretaker {

    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration DAYS = Duration.ofDays(8);
    private static final int ADVANCES = 12;

    /**
     * More than the tasks of any case. Two cases of 0.1.0 are of one person: once CPR has registered the one it refuses
     * the other for ever, and that version's model cannot search again. Its caseworker refuses in the end.
     */
    private static final int MANY_SWEEPS = 30;

    /** What no form of an enquiry can show beforehand. */
    private static final Map<String, Object> CITIZEN = Map.ofEntries(
            Map.entry("familyName", "Kowalska"),
            Map.entry("givenNames", "Zofia"),
            Map.entry("birthDate", "1991-04-12"),
            Map.entry("email", "zofia@example.org"),
            Map.entry("identityDocumentType", "passport"),
            Map.entry("identityDocumentState", "POL"),
            Map.entry("identityDocumentNumber", "ZS0012345"),
            Map.entry("identityDocumentExpiry", "2035-04-12"),
            Map.entry("previousAddress", "ul. Przykładowa 1, Gdynia"),
            Map.entry("previousCountry", "POL"),
            Map.entry("addressLine", "Eksempelvænget 12, 3. tv."),
            Map.entry("postalCode", "2000"),
            Map.entry("city", "Frederiksberg"),
            Map.entry("housingBasis", "rental"),
            Map.entry("housingFrom", "2026-03-01"),
            Map.entry("maritalStatus", "unmarried"),
            Map.entry("residenceDocumentNumber", "R77777777"));

    private static final Map<String, Map<String, String>> ANSWERS = Map.of(
            "siri",
            Map.of("decision", "granted", "documentNumber", "R01234567", "ground", "worker"),
            "skattestyrelsen",
            Map.of("number", "04063-0000001"),
            "healthInsurance",
            Map.of(),
            "nidc",
            Map.of(
                    "result",
                    "authentic",
                    "caseNumber",
                    "NIDC-0000001",
                    "journalNumber",
                    "J0000001",
                    "finding",
                    "Ingen anmærkninger."));

    /** The appointment that was agreed has passed long since. */
    private static final Set<String> BOOKED_ANEW = Set.of("siriSubmittedOn", "siriAppointmentAt");

    private final int port;
    private final EngineRest supervisor;
    private final EngineRest admin;
    private final Http http;
    private final Applicant pages;
    private final Map<String, Object> answers = new HashMap<>(CITIZEN);
    private final List<String> refusals = new ArrayList<>();
    private Duration offset;

    /** @param now where the application's clock stood when it started */
    Caretaker(int port, Instant now) {
        this.port = port;
        this.supervisor = new EngineRest(address(), "tilsyn");
        this.admin = new EngineRest(address(), "admin");
        this.http = Http.anonymous(port);
        this.pages = new Applicant(port);
        this.offset = Duration.between(Instant.now(), now);
    }

    /** The authorities' last words on these come. */
    void receiptsCome(List<Asked> unanswered) throws JsonProcessingException {
        assertThat(unanswered).isNotEmpty();
        String today =
                LocalDate.now(clock().withZone(DanishCalendar.COPENHAGEN)).toString();
        for (Asked asked : unanswered) {
            Map<String, String> content = new HashMap<>(ANSWERS.get(asked.authority()));
            content.put("issuedOn", today);
            assertThat(http.with("Authorization", "Bearer demo-" + secret(asked.authority()))
                            .json(
                                    "POST",
                                    "/api/receipts/" + asked.authority(),
                                    JSON.writeValueAsString(Map.of(
                                            "receiptId",
                                            asked.forwarding() + "-late",
                                            "forwardingId",
                                            asked.forwarding(),
                                            "kind",
                                            "ACCEPTERET",
                                            "content",
                                            content)))
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    /** Citizens choose a time on the status page. */
    void choose(List<Citizen> citizens) {
        for (Citizen citizen : citizens) {
            String about = "?about=" + citizen.no() + "&person=" + citizen.no();
            String day = last("day", pages.get(page(citizen, "/time") + about).body());
            String times = pages.get(page(citizen, "/time") + about + "&sent=true&day=" + day)
                    .body();
            said(
                    "booked",
                    citizen,
                    "/time",
                    Map.of("person", String.valueOf(citizen.no()), "day", day, "at", last("at", times)));
        }
    }

    void cancel(List<Citizen> citizens) {
        citizens.forEach(citizen -> said(
                "cancelled",
                citizen,
                "/cancel",
                Map.of("about", String.valueOf(citizen.no()), "person", String.valueOf(citizen.no()))));
    }

    private void said(String what, Citizen citizen, String page, Map<String, String> form) {
        assertThat(pages.post(page(citizen, page), form).headers().firstValue("Location"))
                .hasValueSatisfying(next -> assertThat(next).contains("done=" + what));
    }

    private static String page(Citizen citizen, String page) {
        return "/apply/status/" + citizen.secret() + page;
    }

    /** The last value that the page offers for this. */
    private static String last(String name, String page) {
        return Pattern.compile("name=\"" + name + "\"[^>]* value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .reduce((one, next) -> next)
                .orElseThrow(() -> new AssertionError("No " + name + " on " + page));
    }

    private static String secret(String authority) {
        return authority.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What Cockpit's button does. */
    void tryAgainWhatWasGivenUp() throws InterruptedException {
        JsonNode givenUp = admin.get("/job?noRetriesLeft=true&maxResults=200").body();
        assertThat(givenUp).isNotEmpty();
        for (JsonNode job : givenUp) {
            EngineRest.Answer answer = admin.put("/job/" + job.path("id").asText() + "/retries", Map.of("retries", 1));
            assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        }
        untilNothingIsDue();
        assertThat(count(supervisor, "/incident/count"))
                .as("failed again: "
                        + admin.get("/job?noRetriesLeft=true&maxResults=50").text())
                .isZero();
    }

    /** Each of these tasks. */
    void workOnce(Set<String> tasks) {
        ScriptedCaseworkers workers = workers();
        assertThat(workers.sweep(new Random(1), tasks::contains)).isPositive();
        refusals.addAll(workers.refusals());
    }

    /** The reminder and then every other deadline. */
    void deadlinesPass() throws InterruptedException {
        untilNothingIsDue();
        advance(Duration.ofDays(11));
        untilNothingIsDue();
        advance(Duration.ofDays(30));
        untilNothingIsDue();
    }

    /** Works what is open and lets time go by, until no instance is left. */
    void workToTheEnd() throws InterruptedException {
        for (int advances = 0; advances < ADVANCES; advances++) {
            workWhatIsOpen();
            if (count(supervisor, "/process-instance/count") == 0) {
                return;
            }
            advance(untilTheNextTimer());
            // Whoever has waited longer once is told on the phone what became of it.
            answers.put("siriFollowUp", "answered");
            answers.put("taxFollowUp", "answered");
            answers.put("nidcFollowUp", "otherWay");
            // Nobody has said what is wrong with the name.
            answers.put("correctionOutcome", "dismiss");
            // Nobody records the course that a finding asked for.
            answers.put("trainingEnd", "lapsed");
            answers.put("closingText", "Medarbejderen udfører ikke kontroller mere.");
        }
        throw new AssertionError("Still open: "
                + supervisor.get("/task?maxResults=50").text()
                + admin.get("/job?maxResults=50").text() + refusals);
    }

    private void workWhatIsOpen() throws InterruptedException {
        Random order = new Random(1);
        int sweeps = 0;
        // An authority of the demonstration answers within a second.
        for (int idle = 0; idle < 5 && count(supervisor, "/process-instance/count") > 0; idle++) {
            ScriptedCaseworkers workers = workers();
            if (workers.sweep(order) > 0) {
                idle = 0;
                if (++sweeps == MANY_SWEEPS) {
                    answers.put("registrationOutcome", "refuse");
                }
            } else {
                Thread.sleep(250);
            }
            refusals.addAll(workers.refusals());
            untilNothingIsDue();
        }
        answers.remove("registrationOutcome");
    }

    private void untilNothingIsDue() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (count(admin, "/job/count?executable=true") > 0) {
            assertThat(Instant.now())
                    .as("due: "
                            + admin.get("/job?executable=true&maxResults=50").text())
                    .isBefore(end);
            Thread.sleep(100);
        }
    }

    /**
     * A week and a day at least: what waits for no timer waits for somebody to think of it. The timer that starts
     * something each month is not waited for.
     */
    private Duration untilTheNextTimer() {
        JsonNode timers = admin.get("/job?timers=true&active=true&sortBy=jobDueDate&sortOrder=asc&maxResults=50")
                .body();
        for (JsonNode timer : timers) {
            if (!timer.path("processInstanceId").isNull()) {
                Instant due = OffsetDateTime.parse(timer.path("dueDate").asText(), ENGINE_TIME)
                        .toInstant();
                Duration wait = Duration.between(clock().instant(), due).plusMinutes(1);
                return wait.compareTo(DAYS) > 0 ? wait : DAYS;
            }
        }
        return DAYS;
    }

    private void advance(Duration time) {
        assertThat(Http.basic(port, "admin", "demo")
                        .json("POST", "/api/demo/clock", "{\"advance\":\"" + time + "\"}")
                        .statusCode())
                .isEqualTo(200);
        offset = offset.plus(time);
    }

    private ScriptedCaseworkers workers() {
        return new ScriptedCaseworkers(address(), new ScriptedForm(clock(), answers, BOOKED_ANEW));
    }

    private Clock clock() {
        return Clock.offset(Clock.systemUTC(), offset);
    }

    private static long count(EngineRest account, String path) {
        EngineRest.Answer answer = account.get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("count").asLong(-1);
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
