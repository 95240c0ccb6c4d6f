package dk.ics.intake.visitation;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.agreement.AgreementEntry;
import dk.ics.intake.agreement.Agreements;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is served here on which day (domain.md § 2.5). Stevns has no agreement but the one made here. */
@IntakeTest
class AgreedServicesTest {

    private static final MunicipalityCode STEVNS = new MunicipalityCode("0336");

    @Autowired
    VisitationFacts facts;

    @Autowired
    Agreements agreements;

    @Autowired
    CaseFile caseFile;

    @Autowired
    TestClock clock;

    @Autowired
    TestDatabase database;

    @BeforeEach
    void concludeForTwoMonths() {
        agreements.conclude(
                new AgreementEntry(
                        STEVNS,
                        List.of("euStudent"),
                        List.of("cprNumber", "identityControl"),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 4, 30),
                        null),
                "admin");
    }

    @AfterEach
    void forget() {
        database.execute("delete from ics.agreement_change where municipality = '0336'");
        database.execute("delete from ics.agreement where municipality = '0336'");
        clock.set(TestClock.START);
    }

    /** The agreement holds from the start of its first Danish day to the end of its last. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-28T23:59, false",
        "2026-03-01T00:01, true",
        "2026-03-29T03:30, true",
        "2026-04-30T23:59, true",
        "2026-05-01T00:01, false"
    })
    void an_agreement_begins_and_ends_with_a_danish_day(LocalDateTime now, boolean served) {
        clock.set(now.atZone(DanishCalendar.COPENHAGEN));
        VisitationFacts.Facts known = facts.of(open(STEVNS, "euStudent"));

        assertThat(known.municipalityServed()).isEqualTo(served);
        assertThat(known.agreedServices()).isEqualTo(served ? "cprNumber,identityControl" : "");
    }

    @Test
    void another_category_is_not_served_by_it() {
        VisitationFacts.Facts known = facts.of(open(STEVNS, "euWorker"));
        assertThat(known.municipalityServed()).isTrue();
        assertThat(known.agreedServices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0165, euStudent, 8",
        "0165, euWorker, 8",
        "0147, euStudent, 8",
        "0147, euWorker, 0",
        "0173, euStudent, 8",
        "0190, thirdCountry, 8",
        "0190, euWorker, 0",
        "0101, euStudent, 0"
    })
    void the_older_exceptions_are_reservations_that_a_person_sees(String code, String category, int doubtful) {
        VisitationFacts.Facts known = facts.of(open(new MunicipalityCode(code), category));
        assertThat(known.agreedServices().split(",")).hasSize(8);
        assertThat(
                        known.doubtfulServices().isEmpty()
                                ? 0
                                : known.doubtfulServices().split(",").length)
                .isEqualTo(doubtful);
    }

    @Test
    void nobody_knows_what_is_agreed_for_an_unknown_municipality() {
        assertThat(facts.of(open(MunicipalityCode.UNKNOWN, "euWorker")).municipalityServed())
                .isNull();
    }

    private CaseReference open(MunicipalityCode municipality, String category) {
        return caseFile.open(municipality, category, "phone", Act.bySystem("test"));
    }
}
