package dk.ics.intake.identity;

import dk.ics.intake.casefile.Facts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts what a machine readable zone says beside what the application says. */
final class ZoneComparison {

    /** What of the application is compared. */
    static final List<String> KEYS = List.of(
            "familyName",
            "givenNames",
            "birthDate",
            "sex",
            "citizenship",
            "identityDocumentNumber",
            "identityDocumentState",
            "identityDocumentExpiry");

    private static final String NOT_STATED = "–";
    private static final Map<String, String> SEXES = Map.of("male", "Mand", "female", "Kvinde");

    private final Mrz mrz;
    private final Zone zone;
    private final Map<String, Object> application;
    private final List<ZoneLine> lines = new ArrayList<>();

    private ZoneComparison(Mrz mrz, Map<String, Object> application) {
        this.mrz = mrz;
        this.zone = Zone.of(mrz.value());
        this.application = application;
    }

    /** @param application the case file's values by key; what is missing agrees with anything */
    static List<ZoneLine> of(Mrz mrz, Map<String, Object> application) {
        ZoneComparison comparison = new ZoneComparison(mrz, application);
        comparison.names();
        comparison.date("birthDate", "Fødselsdato", comparison.zone.birthDate(), mrz::hasBirthDate);
        comparison.sex();
        comparison.country("citizenship", "Statsborgerskab", comparison.zone.nationality());
        comparison.number();
        comparison.country("identityDocumentState", "Udstedende land", comparison.zone.issuer());
        comparison.date("identityDocumentExpiry", "Udløbsdato", comparison.zone.expiry(), mrz::hasExpiry);
        return List.copyOf(comparison.lines);
    }

    private void names() {
        NameMatch match = NameMatch.of(zone.names());
        name("familyName", "Efternavn", match.family(), match.family(text("familyName")));
        name("givenNames", "Fornavne", match.given(), match.given(text("givenNames")));
    }

    private void name(String field, String label, String read, NameMatch.Result result) {
        add(field, label, read, text(field), result.agrees(), result.note());
    }

    private void date(String field, String label, String six, java.util.function.Predicate<LocalDate> agrees) {
        LocalDate day = (LocalDate) application.get(field);
        boolean same = day == null || agrees.test(day);
        // Where they agree the century is known.
        String read = same && day != null && six.indexOf('<') < 0 ? Facts.danish(day) : sixDigits(six);
        add(field, label, read, day == null ? "" : Facts.danish(day), same, null);
    }

    private void sex() {
        String stated = text("sex");
        String read = switch (zone.sex()) {
            case 'M' -> "male";
            case 'F' -> "female";
            default -> "";
        };
        add(
                "sex",
                "Køn",
                SEXES.getOrDefault(read, "Ikke angivet"),
                SEXES.getOrDefault(stated, stated),
                read.isEmpty() || stated.isEmpty() || read.equals(stated),
                null);
    }

    private void country(String field, String label, String part) {
        ZoneCountry read = ZoneCountry.ofZone(part);
        String stated = text(field);
        add(
                field,
                label,
                read.danishName(),
                stated.isEmpty() ? "" : new ZoneCountry(stated).danishName(),
                stated.isEmpty()
                        || read.inApplication().equals(stated)
                        || read.code().equals(stated),
                null);
    }

    private void number() {
        String stated = text("identityDocumentNumber");
        add(
                "identityDocumentNumber",
                "Dokumentets nummer",
                mrz.documentNumber(),
                stated,
                stated.isEmpty() || mrz.hasNumber(stated),
                null);
    }

    private void add(String field, String label, String read, String stated, boolean agrees, @Nullable String note) {
        lines.add(new ZoneLine(field, label, shown(read), shown(stated), agrees, note));
    }

    private static String shown(String value) {
        return value.isBlank() ? NOT_STATED : value;
    }

    /** The day without its century, which the zone does not have. */
    private static String sixDigits(String six) {
        try {
            LocalDate day = LocalDate.of(
                    2000 + Integer.parseInt(six.substring(0, 2)),
                    Integer.parseInt(six.substring(2, 4)),
                    Integer.parseInt(six.substring(4)));
            return "%02d.%02d.%02d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear() % 100);
        } catch (NumberFormatException | DateTimeException open) {
            return six;
        }
    }

    private String text(String field) {
        return Objects.toString(application.get(field), "");
    }
}
