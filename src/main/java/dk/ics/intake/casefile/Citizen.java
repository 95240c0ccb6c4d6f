package dk.ics.intake.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who the case is about, as every form shows it first. */
@Service
public class Citizen {

    private static final List<String> KEYS = List.of("familyName", "givenNames", "birthDate", "citizenship");

    private final CaseFile caseFile;

    Citizen(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    /** Name, birth date and citizenship; nothing yet while the person is not entered. */
    public Facts facts(CaseReference reference) {
        Map<String, Object> person = caseFile.read(reference, KEYS);
        return new Facts()
                .add("Borger", name(person))
                .add("Født", person.get("birthDate"))
                .add("Statsborgerskab", countryName(person.get("citizenship")));
    }

    /** Given names before the family name; either may be missing. */
    public static String name(Map<String, Object> person) {
        return (person.getOrDefault("givenNames", "") + " " + person.getOrDefault("familyName", "")).strip();
    }

    /** The country's Danish name; a code that is none is shown as it stands. */
    public static @Nullable String countryName(@Nullable Object code) {
        return Optional.ofNullable(code)
                .map(Object::toString)
                .map(text -> CountryCode.isValid(text) ? new CountryCode(text).danishName() : text)
                .orElse(null);
    }

    /** Full years on that day. */
    public static int age(LocalDate birthDate, LocalDate on) {
        return birthDate.until(on).getYears();
    }
}
