package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.TestClock;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.letter.StatusLink;
import dk.ics.intake.simulator.MailCatcher;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.web.selfservice.Applicant;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Citizens choose, change and cancel their appointment on the status page, over HTTP and on the real engine. */
class CitizenBookingProcessTest extends ProcessTest {

    private static final String NO_SIRI = "identityControl,cprNumber,taxCard";
    private static final String SIRI = "residenceDocument,identityControl,cprNumber";
    private static final int CITIZENS = 200;
    private static final int FREE = 50;
    private static final int PLACES = 8;

    @Autowired
    StatusLink links;

    @Autowired
    JdbcClient jdbc;

    private Applicant citizen = new Applicant(0);

    @BeforeEach
    void comeToThePage() {
        citizen = new Applicant(port);
        testClock.set(TestClock.START);
    }

    @Test
    @Reaches({"appointmentChosen", "appointmentMoved", "dayBeforeAppointment", "appointmentReminded"})
    void a_citizen_chooses_a_time_and_another_one_and_is_reminded_of_that() {
        CaseUnderTest theCase = apply().work("assessApplication");
        String status = link(theCase.reference());
        assertThat(citizen.get(status).body()).contains("Book an appointment", "/time?about=1");
        assertThat(citizen.get(status + "/time?about=1").body()).contains("Thursday 5 March");
        assertThat(citizen.get(status + "/time?about=1&sent=true&person=1&day=2026-03-05")
                        .body())
                .contains("value=\"2026-03-05T09:00\"", "value=\"2026-03-05T14:45\"")
                .doesNotContain("2026-03-05T15:00");

        assertThat(book(status, "1", "2026-03-05T09:00").statusCode()).isEqualTo(303);
        assertThat(book(status, "1", "2026-03-05T09:00").statusCode())
                .as("pressed twice")
                .isEqualTo(303);
        theCase.run();
        assertThat(theCase.openTasks()).containsExactly("checkIn", "checkTaxApplication");
        assertThat(at(theCase)).isEqualTo(copenhagen("2026-03-05T09:00").toInstant());
        assertThat(subjects(theCase)).containsExactly("Your appointment – case " + theCase.reference());
        assertThat(citizen.get(status).body()).contains("Choose another time", "Cancel the appointment");

        assertThat(book(status, "1", "2026-03-09T09:15").statusCode()).isEqualTo(303);
        theCase.run();
        assertThat(at(theCase)).isEqualTo(copenhagen("2026-03-09T09:15").toInstant());
        assertThat(theCase.openTasks()).containsExactly("checkIn", "checkTaxApplication");
        assertThat(theCase.timer("dayBeforeAppointment").getDuedate())
                .as("the working day before a Monday")
                .isEqualTo(Date.from(copenhagen("2026-03-06T09:00").toInstant()));
        theCase.fireTimer("dayBeforeAppointment");

        assertThat(subjects(theCase))
                .containsExactly(
                        "Your appointment – case " + theCase.reference(),
                        "Your new appointment – case " + theCase.reference(),
                        "Remember your appointment – case " + theCase.reference());
        assertThat(mailsTo(theCase)).allSatisfy(mail -> {
            assertThat(mail.text()).doesNotContain("{{", String.valueOf(theCase.file("familyName")));
            assertThat(citizen.get(linkIn(mail)).body())
                    .contains(theCase.reference().value());
        });
        assertThat(theCase.journal()).contains("appointmentChosen", "sendAppointmentReminder: SENT");
        theCase.work("checkIn");
        assertThat(theCase.openTasks()).containsExactly("callUp", "checkTaxApplication");
    }

    @Test
    @Reaches({"appointmentCancelled", "bookingOfferDue", "bookingOffered"})
    void a_citizen_cancels_and_is_asked_to_choose_anew() {
        CaseUnderTest theCase = apply().work("assessApplication");
        String status = link(theCase.reference());
        book(status, "1", "2026-03-05T09:00");
        theCase.run();

        assertThat(citizen.get(status + "/cancel?about=1").body()).contains("Do you want to cancel", "5 March 2026");
        assertThat(citizen.post(status + "/cancel", Map.of("about", "1", "person", "1"))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("?done=cancelled");
        theCase.run();

        assertThat(theCase.openTasks()).containsExactly("bookAppointment", "checkTaxApplication");
        assertThat(theCase.file("appointmentAt")).isEqualTo("");
        assertThat(subjects(theCase)).last().isEqualTo("Your appointment is cancelled – case " + theCase.reference());
        assertThat(book(status, "1", "2026-03-06T09:00").statusCode()).isEqualTo(303);
        theCase.run();
        assertThat(theCase.openTasks()).contains("checkIn");
    }

    @Test
    void who_waits_is_asked_by_mail_once_and_who_stands_at_the_desk_is_not() {
        CaseUnderTest waits = apply().work("assessApplication");
        waits.fireTimer("bookingOfferDue");
        assertThat(subjects(waits)).containsExactly("Choose your appointment – case " + waits.reference());
        assertThat(waits.openTasks()).contains("bookAppointment");

        CaseUnderTest walksIn = apply().work("assessApplication", "bookAppointment", "checkIn");
        assertThat(walksIn.openTasks()).contains("callUp");
        assertThat(subjects(walksIn)).containsExactly("Your appointment – case " + walksIn.reference());
    }

    @Test
    void who_stays_away_chooses_anew_and_after_the_second_time_calls() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment");
        String status = link(theCase.reference());
        theCase.work("checkIn", Map.of("attendanceOutcome", "noShow"));
        theCase.fireTimer("bookingOfferDue");
        assertThat(subjects(theCase)).last().isEqualTo("You did not come – case " + theCase.reference());
        assertThat(citizen.get(linkIn(last(theCase))).body()).contains("Book an appointment");
        assertThat(theCase.shown("bookAppointment").toString()).contains("Udeblevet", "1 gang");

        theCase.work("bookAppointment");
        theCase.work("checkIn", Map.of("attendanceOutcome", "noShow"));
        theCase.fireTimer("bookingOfferDue");

        assertThat(last(theCase).text()).contains("call us on").doesNotContain("/apply/status/");
        assertThat(theCase.shown("bookAppointment").toString()).contains("2 gange");
        assertThat(citizen.get(status).body()).contains("Please call us").doesNotContain("/time?");
        assertThat(book(status, "1", "2026-03-05T09:00").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("done=overtaken"));
        assertThat(theCase.openTasks()).contains("bookAppointment");
    }

    @Test
    void of_a_citizen_and_a_caseworker_one_wins() {
        CaseUnderTest first = apply().work("assessApplication");
        String path = "/task/" + first.task("bookAppointment").getId();
        EngineRest caseworker = first.take("bookAppointment");
        assertThat(book(link(first.reference()), "1", "2026-03-05T09:00").statusCode())
                .isEqualTo(303);
        assertThat(caseworker
                        .post(
                                path + "/submit-form",
                                Map.of(
                                        "variables",
                                        Map.of("appointmentAt", Map.of("value", "2026-03-06T09:00:00+01:00"))))
                        .status())
                .isBetween(400, 499);
        assertThat(at(first)).isEqualTo(copenhagen("2026-03-05T09:00").toInstant());

        CaseUnderTest second = apply().work("assessApplication")
                .leaving("sendInvitation/async-before")
                .work("bookAppointment");
        Object agreed = second.file("appointmentAt");
        HttpResponse<String> late = book(link(second.reference()), "1", "2026-03-05T09:00");
        assertThat(late.headers().firstValue("Location").orElseThrow()).endsWith("done=overtaken");
        assertThat(second.file("appointmentAt")).isEqualTo(agreed);
    }

    @Test
    void times_that_cannot_be_are_refused_in_words() {
        testClock.set(LocalDateTime.of(2026, 3, 20, 10, 0).atZone(DanishCalendar.COPENHAGEN));
        CaseReference reference = waiting(NO_SIRI);
        String status = links(List.of(reference));
        Map<String, String> refused = new LinkedHashMap<>();
        refused.put("2026-03-20T09:00", "is over");
        refused.put("2026-03-24T10:00", "We are closed on");
        refused.put("2026-04-02T10:00", "We are closed on");
        refused.put("2026-03-25T10:45", "We are closed on");
        refused.put("2026-03-28T10:00", "We are closed on");
        refused.put("2026-03-25T11:05", "There is no appointment at");
        refused.put("2026-06-24T11:00", "too far ahead");
        refused.put("tomorrow", "Choose a");
        refused.forEach((time, words) -> {
            HttpResponse<String> answer = book(status, "1", time);
            assertThat(answer.statusCode()).as(time).isEqualTo(400);
            assertThat(answer.body()).as(time).contains("id=\"errors\"", words);
        });
        assertThat(book(status, "", "2026-03-25T11:00")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("done=overtaken");
        assertThat(citizen.get(status + "/time?sent=true&day=2026-03-25").statusCode())
                .isEqualTo(400);
        assertThat(caseFile.read(reference, List.of("appointmentAt"))).isEmpty();
    }

    @Test
    void shortly_before_it_is_too_late() {
        CaseUnderTest theCase = apply().work("assessApplication");
        String status = link(theCase.reference());
        book(status, "1", "2026-03-02T14:00");
        theCase.run();
        assertThat(citizen.get(status).body()).contains("Choose another time");

        testClock.set(LocalDateTime.of(2026, 3, 2, 12, 1).atZone(DanishCalendar.COPENHAGEN));

        assertThat(citizen.get(status).body())
                .contains("If you want to change the appointment, please call us")
                .doesNotContain("Choose another time");
        assertThat(book(status, "1", "2026-03-05T09:00")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("done=overtaken");
        citizen.post(status + "/cancel", Map.of("about", "1", "person", "1"));
        assertThat(at(theCase)).isEqualTo(copenhagen("2026-03-02T14:00").toInstant());
    }

    @Test
    void a_family_of_four_comes_together_or_not_at_all() {
        OffsetDateTime full = copenhagen("2026-03-05T10:00");
        fill(full, PLACES - 3);
        List<CaseReference> family =
                Stream.generate(() -> waiting(NO_SIRI)).limit(4).toList();
        String status = links(family);
        assertThat(citizen.get(status + "/time?about=1").body()).contains("value=\"1\" checked", "value=\"4\" checked");
        assertThat(citizen.get(status + "/time?about=1&sent=true&person=1,2,3,4&day=2026-03-05")
                        .body())
                .contains("2026-03-05T10:15")
                .doesNotContain("2026-03-05T10:00")
                .containsPattern("You come together:</span> <strong>[^<,]+(, [^<,]+){3}</strong>");

        HttpResponse<String> none = book(status, "1,2,3,4", "2026-03-05T10:00");
        assertThat(none.statusCode()).isEqualTo(409);
        assertThat(none.body()).contains("has just been taken", "2026-03-05T10:15", "name=\"person\" value=\"4\"");
        assertThat(appointments(family)).isEmpty();

        assertThat(book(status, "1,2,3", "2026-03-05T10:00").statusCode())
                .as("three of them")
                .isEqualTo(303);
        assertThat(book(status, "1,2,3,4", "2026-03-05T10:15").statusCode())
                .as("while the mails of the three are on their way")
                .isEqualTo(303);
        assertThat(appointments(family)).containsExactly(full.toInstant(), full.toInstant(), full.toInstant());
        family.forEach(one -> open(one).run());
        assertThat(book(status, "1,2,3,4", "2026-03-05T10:15").statusCode()).isEqualTo(303);
        assertThat(appointments(family))
                .hasSize(4)
                .containsOnly(full.plusMinutes(15).toInstant());
        assertThat(book(links(List.of(waiting(NO_SIRI))), "1", "2026-03-05T10:00")
                        .statusCode())
                .as("the places they had are free")
                .isEqualTo(303);
    }

    @Test
    void of_two_hundred_who_book_fifty_places_at_once_fifty_get_one() throws Exception {
        List<String> times = IntStream.range(0, 7)
                .mapToObj(quarter -> "2026-03-12T%02d:%02d".formatted(9 + quarter / 4, quarter % 4 * 15))
                .toList();
        fill(copenhagen(times.get(0)), times.size() * PLACES - FREE);
        List<CaseReference> cases =
                Stream.generate(() -> waiting(NO_SIRI)).limit(CITIZENS).toList();
        List<String> pages = cases.stream().map(one -> links(List.of(one))).toList();
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService citizens = Executors.newFixedThreadPool(CITIZENS);
        List<HttpResponse<String>> answers = new ArrayList<>();
        try {
            List<Future<HttpResponse<String>>> pressed = new ArrayList<>();
            for (int i = 0; i < CITIZENS; i++) {
                String page = pages.get(i);
                String time = times.get(i % times.size());
                pressed.add(citizens.submit(() -> {
                    together.await();
                    return book(page, "1", time);
                }));
            }
            together.countDown();
            for (Future<HttpResponse<String>> one : pressed) {
                answers.add(one.get());
            }
        } finally {
            citizens.shutdownNow();
        }

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 303))
                .hasSize(FREE);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(CITIZENS - FREE)
                .allSatisfy(answer -> assertThat(answer.body()).contains("has just been taken", "free now"));
        assertThat(appointments(cases)).hasSize(FREE);
        for (String time : times) {
            assertThat(jdbc.sql("select count(*) from ics.visitation where appointment_at = :at")
                            .param("at", copenhagen(time))
                            .query(Integer.class)
                            .single())
                    .isEqualTo(PLACES);
        }
    }

    @Test
    void who_comes_for_a_residence_document_takes_one_of_siris_places() {
        String time = "2026-03-13T10:00";
        for (int i = 0; i < 4; i++) {
            assertThat(book(links(List.of(waiting(SIRI))), "1", time).statusCode())
                    .isEqualTo(303);
        }
        CaseReference fifth = waiting(SIRI);
        String status = links(List.of(fifth));
        assertThat(book(status, "1", time).statusCode()).isEqualTo(409);
        assertThat(book(links(List.of(waiting(NO_SIRI))), "1", time).statusCode())
                .isEqualTo(303);

        caseFile.write(
                fifth,
                Map.of(
                        "siriSubmittedOn", LocalDate.of(2026, 3, 2),
                        "siriAppointmentAt", copenhagen("2026-03-16T10:00")),
                Act.bySystem("test"));
        assertThat(citizen.get(status).body())
                .contains("You have an appointment with SIRI", "Monday 16 March 2026 at 10:00");
    }

    @Test
    void other_peoples_links_and_persons_get_nowhere() {
        CaseReference own = waiting(NO_SIRI);
        CaseReference others = waiting(NO_SIRI);
        String status = links(List.of(own));
        links(List.of(others));
        String nobodys = "/apply/status/" + "A".repeat(43);
        String nothing = citizen.get(nobodys).body();

        for (HttpResponse<String> answer : List.of(
                citizen.get(nobodys + "/time"),
                citizen.get(nobodys + "/cancel?about=1"),
                citizen.get(nobodys + "/1/appointment.ics"),
                book(nobodys, "1", "2026-03-05T09:00"),
                citizen.post(nobodys + "/cancel", Map.of("person", "1")))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nothing);
        }
        assertThat(book(status, "2", "2026-03-05T09:00").statusCode()).isEqualTo(303);
        assertThat(book(status, "1,2", "2026-03-05T09:00").statusCode()).isEqualTo(303);
        assertThat(appointments(List.of(own, others))).isEmpty();
    }

    @Test
    void the_calendar_file_is_read_by_calendars_and_names_nobody() throws Exception {
        CaseUnderTest theCase = apply().work("assessApplication");
        String status = link(theCase.reference());
        book(status, "1", "2026-03-05T09:00");
        theCase.run();
        HttpResponse<String> first = citizen.get(status + "/1/appointment.ics");
        book(status, "1", "2026-03-30T09:30");
        theCase.run();
        HttpResponse<String> second = citizen.get(link(theCase.reference()) + "/1/appointment.ics");

        assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        assertThat(first.body().replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(first.body().split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(first.body())
                .doesNotContain(
                        theCase.reference().value(),
                        String.valueOf(theCase.file("familyName")),
                        String.valueOf(theCase.file("email")));
        VEvent was = event(first.body());
        VEvent is = event(second.body());
        assertThat(value(was, Property.DTSTART)).isEqualTo("20260305T080000Z");
        assertThat(value(is, Property.DTSTART)).as("summer time").isEqualTo("20260330T073000Z");
        assertThat(value(is, Property.UID)).isEqualTo(value(was, Property.UID));
        assertThat(Integer.parseInt(value(is, Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(value(was, Property.SEQUENCE)));
        assertThat(value(is, Property.LOCATION)).contains("Nyropsgade 1");
    }

    @Test
    @Reaches("applicationConfirmed")
    void who_has_applied_gets_one_mail_with_the_link() {
        Applicant applicant = new Applicant(port)
                .answering("contact", Map.of("email", "receipt@example.org", "phone", "+49 221 0000000"))
                .goTo("summary");
        String summary = applicant.page();
        HttpResponse<String> sent = applicant.post(summary, Map.of());
        applicant.follow(sent);
        applicant.post(summary, Map.of());
        CaseUnderTest theCase = open(new CaseReference(
                applicant.get(applicant.page()).body().replaceAll("(?s).*<strong>(20\\d\\d-\\d+)</strong>.*", "$1")));
        theCase.run();

        assertThat(subjects(theCase)).containsExactly("We have received your application " + theCase.reference());
        assertThat(applicant.get(linkIn(last(theCase))).body())
                .contains(theCase.reference().value());
        assertThat(theCase.journal()).contains("confirmApplication: SENT");
    }

    /** A case that began before citizens could book: its model has none of the events. */
    @Test
    void a_case_of_an_older_model_is_booked_by_phone() throws IOException {
        String older = Files.readString(new File("bpmn/intake.bpmn").toPath())
                .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")
                .replaceAll(
                        "(?s)<bpmn:boundaryEvent id=\"(appointment\\w+|bookingOfferDue|dayBeforeAppointment)\".*?</bpmn:boundaryEvent>",
                        "")
                .replaceAll(
                        "<bpmn:(incoming|outgoing)>(appointment(Chosen|Moved|Cancelled)|bookingOfferDue|dayBeforeAppointment)_\\w+</bpmn:\\1>",
                        "")
                .replaceAll(
                        "<bpmn:sequenceFlow id=\"(appointment(Chosen|Moved|Cancelled)|bookingOfferDue|dayBeforeAppointment)_[^>]*/>",
                        "");
        Deployment deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("intake.bpmn", older)
                .deploy();
        try {
            CaseReference reference = waiting(NO_SIRI);
            String status = links(List.of(reference));
            assertThat(citizen.get(status).body())
                    .contains("Please call us on +45 33 66 10 00")
                    .doesNotContain("/time?", "/cancel?");
            assertThat(book(status, "1", "2026-03-05T09:00").statusCode()).isEqualTo(303);
            assertThat(caseFile.read(reference, List.of("appointmentAt"))).isEmpty();
        } finally {
            engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .deploymentId(deployment.getId())
                    .list()
                    .forEach(old -> engine.getRuntimeService().deleteProcessInstance(old.getId(), "test"));
            engine.getRepositoryService().deleteDeployment(deployment.getId());
        }
        assertThat(apply().work("assessApplication").task("bookAppointment").getProcessDefinitionId())
                .as("the newest model again")
                .isEqualTo(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("intake")
                        .latestVersion()
                        .singleResult()
                        .getId());
    }

    private HttpResponse<String> book(String status, String persons, String at) {
        return citizen.post(status + "/time", Map.of("person", persons, "at", at, "about", "1"));
    }

    /** A case that waits for an appointment. */
    private CaseReference waiting(String services) {
        CaseReference reference = TestCases.euWorker(caseFile);
        Stages.begin(engine, reference, "bookAppointment", Map.of("services", services));
        return reference;
    }

    /** Others have agreed on that time already. */
    private void fill(OffsetDateTime at, int citizens) {
        for (int i = 0; i < citizens; i++) {
            caseFile.write(TestCases.euWorker(caseFile), Map.of("appointmentAt", at), Act.bySystem("test"));
        }
    }

    /** They applied together. */
    private String links(List<CaseReference> family) {
        UUID application = UUID.randomUUID();
        jdbc.sql("insert into ics.application values (:id, :content, :at)")
                .param("id", application)
                .param("content", application.toString())
                .param("at", testClock.now().atOffset(ZoneOffset.UTC))
                .update();
        for (int i = 0; i < family.size(); i++) {
            jdbc.sql("insert into ics.application_case values (:id, :position, :reference)")
                    .param("id", application)
                    .param("position", i)
                    .param("reference", family.get(i).value())
                    .update();
        }
        return link(family.get(0));
    }

    private String link(CaseReference reference) {
        return links.issue(reference, "en").orElseThrow().replaceAll(".*(/apply/status/.*)", "$1");
    }

    private static String linkIn(MailCatcher.Mail mail) {
        return mail.text().replaceAll("(?s).*(/apply/status/[A-Za-z0-9_-]{43}).*", "$1");
    }

    private List<Instant> appointments(List<CaseReference> cases) {
        return caseFile.readAll(cases, List.of("appointmentAt")).values().stream()
                .map(known -> ((OffsetDateTime) Objects.requireNonNull(known.get("appointmentAt"))).toInstant())
                .toList();
    }

    private static Instant at(CaseUnderTest theCase) {
        return ((OffsetDateTime) theCase.file("appointmentAt")).toInstant();
    }

    private static OffsetDateTime copenhagen(String time) {
        return LocalDateTime.parse(time).atZone(DanishCalendar.COPENHAGEN).toOffsetDateTime();
    }

    private static VEvent event(String file) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(file));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return (VEvent) calendar.getComponents("VEVENT").get(0);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    private MailCatcher.Mail last(CaseUnderTest theCase) {
        List<MailCatcher.Mail> all = mailsTo(theCase);
        return all.get(all.size() - 1);
    }

    private List<String> subjects(CaseUnderTest theCase) {
        return mailsTo(theCase).stream().map(MailCatcher.Mail::subject).toList();
    }

    private List<MailCatcher.Mail> mailsTo(CaseUnderTest theCase) {
        return mails.all().stream()
                .filter(mail -> mail.messageId().contains(theCase.reference().value()))
                .toList();
    }
}
