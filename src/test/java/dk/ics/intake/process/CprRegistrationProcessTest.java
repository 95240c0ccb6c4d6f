package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.Deadline;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.letter.Pdf;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Population;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CprRegistrationProcessTest extends ProcessTest {

    @Autowired
    Documents documents;

    private static final String EXISTING = "7705911000";

    @Autowired
    Population population;

    @Autowired
    Deadlines deadlines;

    @Test
    @Reaches("personRegistered")
    void a_citizen_who_moves_in_gets_a_number() {
        CaseUnderTest theCase = connected().run();
        assertThat(theCase.openTasks()).containsExactly("decideRegistration");

        theCase.work("decideRegistration");

        theCase.isOver();
        assertThat(theCase.file("cprNumber")).asString().matches("770591[0-9]{4}");
        assertThat(theCase.journal())
                .containsSubsequence(
                        "searchExistingNumber: notFound", "decideRegistration: register", "registerInCpr: accepted");
    }

    @Test
    @Reaches("registrationRefused")
    void a_move_that_is_no_move_is_not_registered() {
        CaseUnderTest theCase = connected().run();
        long before = registrations();

        theCase.work("decideRegistration", Map.of("registrationOutcome", "refuse"));

        theCase.isOver();
        assertThat(theCase.file("cprNumber")).isEqualTo("");
        assertThat(theCase.file("registrationDecision")).isEqualTo("refuse");
        assertThat(theCase.journal()).contains("sendRegistrationRefusal: SENT");
        assertThat(Pdf.letters(documents, theCase.reference()))
                .singleElement()
                .asString()
                .contains(
                        "Your move could not be registered",
                        theCase.file("registrationRefusalReason").toString());
        assertThat(registrations()).isEqualTo(before);
    }

    @Test
    @Reaches("personRegistered")
    void what_cpr_rejects_comes_back_to_the_caseworker_with_its_reason() {
        CaseUnderTest theCase = connected().run();
        next("cpr/registrations", Behaviour.refuse("5404"));

        theCase.work("decideRegistration");

        assertThat(theCase.openTasks()).containsExactly("decideRegistration");
        assertThat(theCase.shown("decideRegistration").toString()).contains("Kode 5404");
        assertThat(theCase.shown("decideRegistration")
                        .path("registrationOutcome")
                        .path("value")
                        .asText(""))
                .as("the answer of last time")
                .isEmpty();
        assertThat(theCase.file("cprNumber")).isEqualTo("");

        theCase.work("decideRegistration");
        theCase.isOver();
        assertThat(theCase.file("cprNumber")).isNotEqualTo("");
        assertThat(theCase.file("cprRejection")).isEqualTo("");
    }

    @Test
    @Reaches("personRegistered")
    void a_citizen_who_has_a_number_keeps_it() {
        CaseUnderTest theCase = connected();
        inCpr("7705911018", theCase, String.valueOf(theCase.file("identityDocumentNumber")));
        theCase.run();
        assertThat(theCase.openTasks()).containsExactly("confirmExistingNumber");

        theCase.work("confirmExistingNumber", "decideRegistration");

        theCase.isOver();
        assertThat(theCase.file("cprNumber")).isEqualTo("7705911018");
    }

    @Test
    @Reaches("personRegistered")
    void the_number_of_somebody_else_is_not_taken() {
        CaseUnderTest theCase = connected();
        inCpr("7705911026", theCase, "ANOTHER1");
        theCase.run();

        theCase.work("confirmExistingNumber", Map.of("existingNumberOutcome", "otherPerson"));
        theCase.work("decideRegistration");

        theCase.isOver();
        assertThat(theCase.file("cprNumber")).isNotIn("", "7705911026");
    }

    @Test
    @Reaches("personRegistered")
    void without_a_connection_people_search_and_register_in_cpr_web() {
        long before = books.arrivals("cpr").size();
        CaseUnderTest theCase = manual().work("searchNumberManually");
        assertThat(theCase.openTasks()).containsExactly("decideRegistration");

        theCase.work("decideRegistration");
        assertThat(theCase.openTasks()).containsExactly("recordCprNumber");
        theCase.work("recordCprNumber", Map.of("cprNumber", "770591-1034"));

        theCase.isOver();
        assertThat(theCase.file("cprNumber")).isEqualTo("7705911034");
        assertThat(theCase.journal()).contains("searchNumberManually: false", "recordCprNumber");
        assertThat(books.arrivals("cpr")).as("calls to CPR").hasSize((int) before);
    }

    @Test
    @Reaches("personRegistered")
    void without_a_connection_an_existing_number_is_kept_as_well() {
        CaseUnderTest theCase = manual();

        theCase.work(
                "searchNumberManually",
                Map.of("numberFound", "true", "existingNumber", EXISTING, "existingNumberName", "Bożena Nowakówna"));
        assertThat(theCase.openTasks()).containsExactly("confirmExistingNumber");
        theCase.work("confirmExistingNumber", "decideRegistration", "recordCprNumber");

        theCase.isOver();
        assertThat(theCase.file("cprNumber")).isEqualTo(EXISTING);
    }

    @Test
    @Reaches("registrationRefused")
    void without_a_connection_a_rejection_comes_back_to_the_caseworker_as_well() {
        CaseUnderTest theCase = manual().work("searchNumberManually", "decideRegistration");

        theCase.work("recordCprNumber", Map.of("cprAnswer", "rejected"));
        assertThat(theCase.openTasks()).containsExactly("decideRegistration");
        assertThat(theCase.file("cprNumber")).isEqualTo("");
        theCase.work("decideRegistration", Map.of("registrationOutcome", "refuse"));

        theCase.isOver();
    }

    @Test
    @Reaches("personRegistered")
    void a_number_that_turns_up_after_the_search_is_confirmed_before_it_is_used() {
        CaseUnderTest theCase = connected().run();
        inCpr("7705911042", theCase, String.valueOf(theCase.file("identityDocumentNumber")));

        theCase.work("decideRegistration");
        assertThat(theCase.openTasks()).containsExactly("confirmExistingNumber");
        theCase.work("confirmExistingNumber", "decideRegistration");

        theCase.isOver();
        assertThat(theCase.file("cprNumber")).isEqualTo("7705911042");
        assertThat(theCase.journal()).contains("registerInCpr: found");
    }

    @Test
    @Reaches("personRegistered")
    void a_caseworker_searches_and_registers_in_cpr_web_when_cpr_stays_away() {
        CaseUnderTest theCase = connected();
        staysAway("cpr/search", theCase, theCase::run);
        assertThat(theCase.openTasks()).containsExactly("searchNumberManually");
        theCase.work("searchNumberManually");
        staysAway("cpr/search", theCase, () -> theCase.work("decideRegistration"));
        assertThat(theCase.openTasks()).containsExactly("recordCprNumber");

        theCase.work("recordCprNumber", Map.of("cprNumber", "770591-1050"));

        theCase.isOver();
        assertThat(theCase.file("cprNumber")).isEqualTo("7705911050");
    }

    @Test
    void a_number_without_modulus_11_is_taken_with_a_hint() {
        CaseUnderTest theCase = manual();
        theCase.work(
                "searchNumberManually",
                Map.of("numberFound", "true", "existingNumber", EXISTING, "existingNumberName", "Bożena Nowakówna"));

        assertThat(theCase.shown("confirmExistingNumber").toString()).contains("Det er gyldigt alligevel");
    }

    @Test
    void name_and_address_protection_is_offered_and_lapses_after_a_year() {
        CaseUnderTest theCase = connected().run();

        theCase.work("decideRegistration", Map.of("addressProtection", "nameAndAddress"));

        assertThat(theCase.file("addressProtection")).isEqualTo("nameAndAddress");
        assertThat(theCase.file("addressProtectionFrom")).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(theCase.file("addressProtectionUntil")).isEqualTo(LocalDate.of(2027, 3, 2));
        assertThat(deadlines.of(theCase.reference()))
                .extracting(Deadline::code, Deadline::due)
                .contains(Tuple.tuple("addressProtection", LocalDate.of(2027, 3, 2)));
    }

    @Test
    void special_protection_lasts_until_the_police_say_otherwise() {
        CaseUnderTest theCase = connected().run();

        theCase.work("decideRegistration", Map.of("addressProtection", "special"));

        assertThat(theCase.file("addressProtectionFrom")).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(theCase.file("addressProtectionUntil")).isEqualTo("");
    }

    private CaseUnderTest connected() {
        return begin("cprRegistration", Map.of("cprMode", "connected"));
    }

    private CaseUnderTest manual() {
        CaseUnderTest theCase = begin("cprRegistration", Map.of("cprMode", "manual"));
        assertThat(theCase.openTasks()).containsExactly("searchNumberManually");
        return theCase;
    }

    /** The register knows somebody of this name and day of birth. */
    private void inCpr(String number, CaseUnderTest theCase, String document) {
        population.add(
                new Population.Resident(
                        number,
                        String.valueOf(theCase.file("familyName")),
                        String.valueOf(theCase.file("givenNames")),
                        (LocalDate) theCase.file("birthDate"),
                        "POL",
                        document),
                List.of());
    }

    private long registrations() {
        return books.arrivals("cpr").stream()
                .filter(arrival -> arrival.operation().equals("registrations"))
                .count();
    }
}
