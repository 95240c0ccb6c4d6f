package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.casefile.Deadline;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.journey.EngineRest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What differs between the categories on the way to a number, and who is not served here at all. */
class EveryCategoryProcessTest extends ProcessTest {

    @Autowired
    Deadlines deadlines;

    @Test
    void a_nordic_citizen_is_registered_without_a_residence_document() {
        CaseUnderTest theCase = apply(person -> person.put("category", "nordic")
                .put("citizenship", "SWE")
                .put("previousCountry", "SWE")
                .put("wantsTaxCard", false)
                .put("wantsMitId", false));
        assertThat(due(theCase, "notification")).contains(LocalDate.of(2026, 2, 6));
        theCase.work("assessApplication", "bookAppointment", "checkIn", "callUp", "controlIdentity");

        assertThat(theCase.shown("decideRegistration")
                        .at("/residenceBasis/value")
                        .asText())
                .isEqualTo("none");
        assertThat(theCase.shown("decideRegistration").toString())
                .contains("Registreres tidligst fra", "1. februar 2026", "Anmeldes senest", "6. februar 2026", "Pligt");
        theCase.work("decideRegistration", "chooseDoctor").untilEnd("caseClosed");

        theCase.isClosed("completed");
        assertThat(theCase.file("registrationDate")).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(theCase.file("residenceDocumentNumber")).isEqualTo("");
    }

    @Test
    void a_citizen_with_a_permit_is_registered_from_the_day_it_was_issued_however_old_it_is() {
        CaseUnderTest theCase = withPermit("2026-02-10");
        theCase.work("assessApplication", "bookAppointment", "checkIn", "callUp", "controlIdentity");
        assertThat(theCase.shown("decideRegistration")
                        .at("/residenceGround/value")
                        .asText())
                .isEqualTo("permit");
        theCase.work("decideRegistration");
        assertThat(theCase.file("registrationDate")).isEqualTo(LocalDate.of(2026, 2, 10));
        assertThat(theCase.file("residenceGround")).isEqualTo("permit");

        CaseUnderTest old = withPermit("2024-05-02");
        old.work("assessApplication", "bookAppointment", "checkIn", "callUp", "controlIdentity", "decideRegistration");
        assertThat(old.file("registrationDate")).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @Test
    void an_eu_citizen_with_a_document_that_is_too_old_goes_to_siri_again() {
        CaseUnderTest theCase =
                apply(person -> person.put("holdsResidenceDocument", true).put("residenceIssuedOn", "2025-09-01"));

        assertThat(theCase.shown("assessApplication").toString()).contains("EU-opholdsdokument, Identitetskontrol");
    }

    @Test
    void a_deadline_that_a_correction_takes_away_is_gone_and_one_that_is_met_stays_met() {
        CaseUnderTest theCase = apply();
        assertThat(due(theCase, "residenceDocument")).contains(LocalDate.of(2026, 5, 1));

        theCase.work("assessApplication", Map.of("plannedStay", "upToThreeMonths"));
        assertThat(due(theCase, "residenceDocument")).isEmpty();

        theCase.work("assessApplication", Map.of("plannedStay", "overSixMonths"));
        theCase.work(
                        "assessApplication",
                        "bookAppointment",
                        "checkIn",
                        "callUp",
                        "bookSiriAppointment",
                        "recordSiriAttendance")
                .until("recordResidenceDocument")
                .work("recordResidenceDocument");
        assertThat(deadlines.of(theCase.reference()))
                .filteredOn(deadline -> deadline.code().equals("residenceDocument"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.metAt()).isNotNull());
    }

    @Test
    void a_citizen_of_a_municipality_without_agreement_is_referred_to_a_place_with_a_reason() {
        CaseUnderTest theCase = apply(person -> person.put("municipality", "0336"));
        assertThat(theCase.task("assessApplication").getTenantId()).isEqualTo("0000");
        assertThat(theCase.shown("assessApplication")
                        .at("/assessmentOutcomes/value")
                        .toString())
                .contains("referred");

        EngineRest visitation = as("visitation");
        String task = "/task/" + theCase.task("assessApplication").getId();
        visitation.post(task + "/claim", Map.of("userId", visitation.account()));
        EngineRest.Answer accepted = visitation.post(
                task + "/submit-form", Map.of("variables", Map.of("assessmentOutcome", Map.of("value", "accepted"))));
        assertThat(accepted.status()).isEqualTo(400);
        assertThat(accepted.text()).contains("Borgerens kommune er ikke med i samarbejdet. Vælg at henvise borgeren.");

        theCase.work("assessApplication");

        theCase.isClosed("referred");
        assertThat(theCase.file("referredTo")).isEqualTo("Borgerservice i Stevns Kommune");
        assertThat(mails.all().stream()
                        .filter(mail -> mail.to().equals(theCase.file("email")))
                        .toList())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("Borgerservice i Stevns Kommune", "has no agreement with International Citizen"));
    }

    @Test
    void an_agreement_with_a_reservation_is_for_a_person_to_judge() {
        CaseUnderTest theCase = apply(person -> student(person).put("municipality", "0165"));
        assertThat(theCase.shown("assessApplication").toString()).contains("Vognporten eller Morbærhaven");

        theCase.work("assessApplication");

        assertThat(theCase.openTasks()).containsExactly("bookAppointment");
        assertThat(theCase.file("servicesReason")).isNotEqualTo("");
    }

    private CaseUnderTest withPermit(String issued) {
        return apply(person -> person.put("category", "thirdCountry")
                .put("citizenship", "IND")
                .put("holdsResidenceDocument", true)
                .put("residenceIssuedOn", issued)
                .put("wantsTaxCard", false)
                .put("wantsMitId", false));
    }

    private static ObjectNode student(ObjectNode person) {
        return person.put("category", "euStudent").put("wantsTaxCard", false).put("wantsMitId", false);
    }

    private Optional<LocalDate> due(CaseUnderTest theCase, String code) {
        return deadlines.of(theCase.reference()).stream()
                .filter(deadline -> deadline.code().equals(code))
                .map(Deadline::due)
                .findFirst();
    }
}
