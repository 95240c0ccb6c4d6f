package dk.ics.intake.healthcard;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FreeMovement;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The country that pays for the citizen's health insurance: stated by those over 18 who are citizens of EU, EEA or
 * Switzerland or come from such a country (horsholm.dk), asked of nobody else.
 */
@Component
class InsuranceCountry {

    private static final int ADULT = 18;
    private static final List<String> KEYS = List.of("birthDate", "citizenship", "previousCountry");

    private final CaseFile caseFile;
    private final DanishCalendar calendar;

    InsuranceCountry(CaseFile caseFile, DanishCalendar calendar) {
        this.caseFile = caseFile;
        this.calendar = calendar;
    }

    /** What the forms need for the question: its options and whether it is put at all. */
    Map<String, Object> question(CaseReference reference) {
        return Map.of(
                "insuranceCountries",
                InsuranceCountries.options(),
                "insuranceCountryAsked",
                isAsked(caseFile.read(reference, KEYS), calendar.today()));
    }

    /** Also when something is not known: better one question too many than an order without an answer. */
    static boolean isAsked(Map<String, Object> person, LocalDate today) {
        boolean grownUp = !(person.get("birthDate") instanceof LocalDate born) || Citizen.age(born, today) >= ADULT;
        boolean fromElsewhere = isElsewhere(person, "citizenship") && isElsewhere(person, "previousCountry");
        return grownUp && !fromElsewhere;
    }

    private static boolean isElsewhere(Map<String, Object> person, String key) {
        return person.containsKey(key) && !FreeMovement.covers(person.get(key));
    }
}
