package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The country that pays for the citizen's health insurance: stated by everybody from 18 years on, asked of no child. */
@Component
class InsuranceCountry {

    private static final int ADULT = 18;

    private final CaseFile caseFile;
    private final DanishCalendar calendar;

    InsuranceCountry(CaseFile caseFile, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.calendar = calendar;
    }

    /** What the forms need for the question: its options and whether it is put at all. */
    Map<String, Object> question(CaseReference reference) {
        Object birthDate = caseFile.read(reference, List.of("birthDate")).get("birthDate");
        return Map.of(
                "insuranceCountries",
                InsuranceCountries.options(),
                "insuranceCountryAsked",
                isAsked((LocalDate) birthDate, calendar.today()));
    }

    /** Also when the birth date is not known: better one question too many than an order without an answer. */
    static boolean isAsked(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate == null || Citizen.age(birthDate, today) >= ADULT;
    }
}
