package dk.ics.intake.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jmrtd.lds.icao.MRZInfo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Stands in for the desk's document scanner in the demonstration: writes the machine readable zone that the document in
 * the application would have. Off unless {@code ics.demo.scanner} is true.
 */
@Component
class SimulatedScanner {

    private static final DateTimeFormatter SIX_DIGITS = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int NUMBER = 9;

    private final boolean on;

    SimulatedScanner(@Value("${ics.demo.scanner:false}") boolean on) {
        this.on = on;
    }

    /** The lines, parted by line breaks; nothing when off, or when the case file lacks what a document shows. */
    Optional<String> read(Map<String, Object> person) {
        String number =
                text(person, "identityDocumentNumber").toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        String state = text(person, "identityDocumentState");
        if (!on
                || number.isEmpty()
                || number.length() > NUMBER
                || state.isEmpty()
                || !(person.get("birthDate") instanceof LocalDate born)
                || !(person.get("identityDocumentExpiry") instanceof LocalDate expiry)) {
            return Optional.empty();
        }
        Card card = new Card(
                zoneState(state),
                padded(number, NUMBER),
                zoneState(text(person, "citizenship").isEmpty() ? state : text(person, "citizenship")),
                SIX_DIGITS.format(born),
                "male".equals(person.get("sex")) ? "M" : "F",
                SIX_DIGITS.format(expiry),
                Transliteration.zoneName(text(person, "familyName")),
                Transliteration.zoneName(text(person, "givenNames")));
        return Optional.of("identityCard".equals(person.get("identityDocumentType")) ? card.td1() : card.td3());
    }

    /** What is printed in the zone, each part padded to its length but the names. */
    private record Card(
            String state,
            String number,
            String nationality,
            String born,
            String sex,
            String expiry,
            String family,
            String given) {

        /** Names that are too long are cut so that a letter stands last, which is how a zone says so. */
        private String field(int length) {
            String shortened = family;
            String names = names(shortened);
            while (names.length() > length && names.charAt(length - 1) == '<') {
                shortened = shortened.substring(0, shortened.length() - 1);
                names = names(shortened);
            }
            return padded(names, length);
        }

        private String names(String familyName) {
            return given.isEmpty() ? familyName : familyName + "<<" + given;
        }

        String td3() {
            String optional = "<".repeat(14);
            String left = number + digit(number);
            String middle = born + digit(born);
            String right = expiry + digit(expiry) + optional + digit(optional);
            return "P<" + state + field(39) + "\n" + left + nationality + middle + sex + right
                    + digit(left + middle + right);
        }

        String td1() {
            String first = state + number + digit(number) + "<".repeat(15);
            String middle = born + digit(born);
            String right = expiry + digit(expiry);
            String optional = "<".repeat(11);
            return "I<" + first + "\n" + middle + sex + right + nationality + optional
                    + digit(first.substring(3) + middle + right + optional) + "\n" + field(30);
        }

        private static char digit(String part) {
            return MRZInfo.checkDigit(part);
        }
    }

    /** Germany writes {@code D}. */
    private static String zoneState(String alpha3) {
        return alpha3.equals("DEU") ? "D<<" : alpha3;
    }

    private static String padded(String text, int length) {
        return (text + "<".repeat(length)).substring(0, length);
    }

    private static String text(Map<String, Object> person, String key) {
        return person.getOrDefault(key, "").toString();
    }
}
