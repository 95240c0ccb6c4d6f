package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.journey.EngineRest;
import dk.ics.intake.letter.LetterOutcome;
import dk.ics.intake.letter.Letters;
import dk.ics.intake.simulator.Behaviour;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class DepartureProcessTest extends ProcessTest {

    @Autowired
    Letters letters;

    @Autowired
    Deadlines deadlines;

    static Stream<Stages.Stage> stages() {
        return Stages.all();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void a_case_ends_wherever_it_stands_when_the_citizen_has_died(Stages.Stage stage) {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        Stages.put(engine, theCase.reference(), stage);
        long mailed = mailsAbout(theCase.reference());

        Stages.stopFirst(engine, report(theCase, "deceased"), "endForDeparture");

        theCase.isClosed("deceased");
        assertThat(theCase.hasPassed("stoppedByDeparture")).isTrue();
        assertThat(mailsAbout(theCase.reference()))
                .as("nobody writes to the dead")
                .isEqualTo(mailed);
    }

    @Test
    @Reaches({"stoppedByDeparture", "closedAfterDeath"})
    void everybody_who_has_something_of_the_case_hears_of_a_death_and_nobody_writes_to_the_dead() {
        CaseUnderTest theCase = apply().work("assessApplication", "bookAppointment", "checkIn", "callUp");
        theCase.work("bookSiriAppointment", "recordSiriAttendance");
        theCase.until("recordResidenceDocument").work("recordResidenceDocument", "controlIdentity");
        theCase.work("decideRegistration", "verifyForMitId");
        long mailed = mailsAbout(theCase.reference());

        report(theCase, "deceased").run();

        theCase.isClosed("deceased");
        for (String authority : new String[] {"cpr", "siri", "mitid"}) {
            assertThat(books.arrivals(authority))
                    .as(authority)
                    .filteredOn(arrival -> arrival.operation().equals("notices"))
                    .filteredOn(arrival ->
                            arrival.body().contains(theCase.reference().value()))
                    .singleElement()
                    .satisfies(arrival -> assertThat(arrival.body()).contains("deceased"));
        }
        assertThat(letters.send(theCase.reference(), "sendReferral", Map.of("referredTo", "x")))
                .isEqualTo(LetterOutcome.STOPPED);
        assertThat(mailsAbout(theCase.reference())).isEqualTo(mailed);
    }

    @Test
    void nobody_waits_for_the_health_card_of_the_dead() {
        next("healthInsurance/health-cards", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = begin("healthCard", Map.of());
        giveNumber(theCase);
        theCase.run().work("chooseDoctor");
        assertThat(theCase.isAt("awaitDelivery")).isTrue();

        report(theCase, "deceased").run();

        assertThat(theCase.isAt("awaitDelivery")).isFalse();
        assertThat(deadlines.of(theCase.reference())).isEmpty();
        theCase.isClosed("deceased");
        postman.releaseHeld();
        assertThat(theCase.file("cardDeliveredOn")).isEqualTo("");
    }

    @Test
    @Reaches({"stoppedByDeparture", "closedAfterDeparture"})
    void who_has_left_is_told_what_has_ended() {
        CaseUnderTest theCase = apply().work("assessApplication");

        report(theCase, "departed").run();

        theCase.isClosed("departed");
        assertThat(theCase.journal())
                .containsSubsequence(
                        "departureReported",
                        "endForDeparture: departed",
                        "closeForDeparture: departed",
                        "confirmDeparture: SENT");
    }

    @Test
    @Reaches("closedAfterDeath")
    void a_case_that_was_closed_keeps_its_outcome() {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));
        caseFile.close(theCase.reference(), "completed", Act.bySystem("test"));

        report(theCase, "deceased").run();

        theCase.isClosed("completed");
        EngineRest.Answer again = start(theCase, "deceased", "2026-03-01");
        assertThat(again.body().path("fields").path("caseReference").asText())
                .isEqualTo("Det er allerede registreret, at borgeren er død.");
    }

    @Test
    void nobody_dies_in_the_future() {
        CaseUnderTest theCase = open(TestCases.euWorker(caseFile));

        assertThat(start(theCase, "deceased", "2026-03-03")
                        .body()
                        .path("fields")
                        .path("departureDate")
                        .asText())
                .contains("fremtiden");
        assertThat(start(theCase, "departed", "2026-03-03").status()).isEqualTo(200);
        theCase.run();
    }

    private CaseUnderTest report(CaseUnderTest theCase, String kind) {
        EngineRest.Answer answer = start(theCase, kind, "2026-03-01");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return theCase;
    }

    private EngineRest.Answer start(CaseUnderTest theCase, String kind, String day) {
        return begin(
                "sagsbehandler",
                "departure",
                theCase.reference().value(),
                Map.of("departureKind", kind, "departureDate", day, "departureReportedBy", "relative"));
    }

    private long mailsAbout(CaseReference reference) {
        return mails.all().stream()
                .filter(mail -> mail.subject().contains(reference.value()))
                .count();
    }
}
