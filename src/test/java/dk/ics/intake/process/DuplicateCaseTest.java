package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.simulator.Population;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same identity document, by issuing state and number, stands in two open cases. */
class DuplicateCaseTest extends ProcessTest {

    @Autowired
    Population population;

    /** {@link SampleApplication} checks that the sender of each is told no more than the number of the case. */
    @Test
    @Reaches({"closedAsDuplicate", "caseClosed"})
    void of_two_cases_of_one_citizen_one_is_closed_and_the_other_goes_on() {
        CaseUnderTest first = apply(document("C01X70001"));
        CaseUnderTest second = apply(document("C01X70001").andThen(person -> person.put("municipality", "0265")));

        assertThat(first.openTasks()).containsExactly("assessApplication");
        assertThat(second.openTasks()).containsExactly("resolveDuplicate");
        assertThat(second.hasPassed("decideVisitation")).isFalse();
        assertThat(second.shown("resolveDuplicate").path("duplicateComparison").toString())
                .contains(first.reference().value(), second.reference().value(), "C01X70001", "Dokumentets nummer")
                .contains("Tyskland")
                .doesNotContain("DEU");

        second.work("resolveDuplicate", Map.of("duplicateOutcome", "sameCase"));
        second.isClosed("duplicate");
        assertThat(second.journal()).contains("resolveDuplicate: sameCase", "closeDuplicate");

        register(first);
        first.work("chooseDoctor", "verifyForMitId", "checkTaxApplication").untilEnd("caseClosed");
        first.isClosed("completed");
        assertThat(population.withDocument("DEU", "C01X70001")).isEqualTo(1);
        assertThat(second.file("cprNumber")).isEqualTo("");
    }

    @Test
    void a_case_that_was_taken_for_another_citizens_still_gets_no_second_number() {
        CaseUnderTest first = apply(document("C01X70002"));
        CaseUnderTest second = apply(document("C01X70002"));

        second.work("resolveDuplicate", Map.of("duplicateOutcome", "differentPerson"));
        assertThat(second.openTasks()).containsExactly("assessApplication");
        register(first);
        atTheDesk(second);
        assertThat(second.openTasks()).contains("confirmExistingNumber");
        second.work("confirmExistingNumber", Map.of("existingNumberOutcome", "otherPerson"));
        second.work("decideRegistration");

        assertThat(second.openTasks()).contains("decideRegistration");
        assertThat(second.file("cprRejection")).asString().contains("5404");
        assertThat(second.file("cprNumber")).isEqualTo("");
        assertThat(population.withDocument("DEU", "C01X70002")).isEqualTo(1);
    }

    @Test
    void the_same_number_of_another_state_is_another_document() {
        apply(document("C01X70003"));

        CaseUnderTest second =
                apply(document("C01X70003").andThen(person -> person.put("identityDocumentState", "AUT")));

        assertThat(second.openTasks()).containsExactly("assessApplication");
    }

    private static Consumer<ObjectNode> document(String number) {
        return person -> person.put("identityDocumentNumber", number);
    }

    private static void register(CaseUnderTest theCase) {
        atTheDesk(theCase);
        theCase.work("decideRegistration");
        assertThat(theCase.file("cprNumber")).isNotEqualTo("");
    }

    private static void atTheDesk(CaseUnderTest theCase) {
        theCase.work(
                        "assessApplication",
                        "bookAppointment",
                        "checkIn",
                        "callUp",
                        "bookSiriAppointment",
                        "recordSiriAttendance")
                .until("recordResidenceDocument");
        theCase.work("recordResidenceDocument", "controlIdentity");
    }
}
