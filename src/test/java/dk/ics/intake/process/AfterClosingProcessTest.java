package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.letter.Pdf;
import dk.ics.intake.simulator.MailCatcher;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AfterClosingProcessTest extends ProcessTest {

    private static final Map<String, Object> DONE = Map.of(
            "services", "cprNumber,healthCard,mitId",
            "registrationOutcome", "registered",
            "healthCardOutcome", "ordered",
            "mitIdOutcome", "refused");

    @Autowired
    Documents documents;

    @BeforeEach
    void theClockStandsWhereProtectionsBegin() {
        testClock.set(TestClock.START);
    }

    @Test
    @Reaches("nothingLapses")
    void a_citizen_is_told_what_has_happened() {
        CaseUnderTest theCase = begin("afterClosing", DONE);
        giveNumber(theCase);

        theCase.run().isOver();

        assertThat(letters(theCase))
                .singleElement()
                .asString()
                .contains(
                        "you are registered and have a personal number",
                        "Health card: it has been ordered",
                        "MitID: it has not been created",
                        "municipality of Frederiksberg from Friday 20 February 2026")
                .doesNotContain("Tax card", "770591", "Falkoner");
        assertThat(mails(theCase)).singleElement().asString().doesNotContain("MitID", "registered", "Frederiksberg");
    }

    @Test
    @Reaches("citizenReminded")
    void a_protection_that_lapses_is_reminded_of_thirty_days_before() {
        CaseUnderTest theCase = begin("afterClosing", DONE);
        protect(theCase, LocalDate.of(2027, 3, 2));
        theCase.run();
        assertThat(reminder(theCase).getDuedate()).isEqualTo(Date.from(Instant.parse("2027-01-30T23:00:00Z")));

        testClock.advance(Duration.ofDays(336));
        theCase.run().isOver();

        assertThat(letters(theCase)).hasSize(2);
        assertThat(letters(theCase).get(1)).contains("name and address protection lapses", "Tuesday 2 March 2027");
        assertThat(mails(theCase)).hasSize(2);
        assertThat(mails(theCase).get(1))
                .contains("Tuesday 2 March 2027")
                .doesNotContain("protection", "name", "Falkoner");
    }

    @Test
    @Reaches("citizenReminded")
    void a_renewed_protection_is_reminded_of_when_the_new_one_lapses() {
        CaseUnderTest theCase = begin("afterClosing", DONE);
        protect(theCase, LocalDate.of(2027, 3, 2));
        theCase.run();
        protect(theCase, LocalDate.of(2028, 3, 2));

        testClock.advance(Duration.ofDays(336));
        theCase.run();
        assertThat(letters(theCase)).hasSize(1);
        assertThat(reminder(theCase).getDuedate()).isEqualTo(Date.from(Instant.parse("2028-01-31T23:00:00Z")));

        testClock.advance(Duration.ofDays(366));
        theCase.run().isOver();
        assertThat(letters(theCase)).hasSize(2);
    }

    @Test
    @Reaches("nothingLapses")
    void special_protection_does_not_lapse() {
        CaseUnderTest theCase = begin("afterClosing", DONE);
        caseFile.write(
                theCase.reference(),
                Map.of("addressProtection", "special", "addressProtectionFrom", LocalDate.of(2026, 3, 2)),
                Act.bySystem("test"));
        theCase.run().isOver();
    }

    private void protect(CaseUnderTest theCase, LocalDate until) {
        Map<String, Object> protection = new HashMap<>();
        protection.put("addressProtection", "nameAndAddress");
        protection.put("addressProtectionFrom", LocalDate.of(2026, 3, 2));
        protection.put("addressProtectionUntil", until);
        caseFile.write(theCase.reference(), protection, Act.bySystem("test"));
    }

    private Job reminder(CaseUnderTest theCase) {
        return theCase.timer("protectionLapsesSoon");
    }

    private List<String> letters(CaseUnderTest theCase) {
        return Pdf.letters(documents, theCase.reference());
    }

    private List<String> mails(CaseUnderTest theCase) {
        return mails.all().stream()
                .filter(mail -> mail.messageId().contains(theCase.reference().value()))
                .map(MailCatcher.Mail::text)
                .toList();
    }
}
