package dk.ics.intake.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How issuers write letters that a machine readable zone does not have (ICAO Doc 9303 part 3, section 6): the
 * recommended way first, then what issuers do as well. Other diacritics fall away.
 */
final class Transliteration {

    private static final Map<Character, List<String>> WAYS = Map.ofEntries(
            Map.entry('Æ', List.of("AE", "A")),
            Map.entry('Ä', List.of("AE", "A")),
            Map.entry('Å', List.of("AA", "A")),
            Map.entry('Ø', List.of("OE", "O")),
            Map.entry('Ö', List.of("OE", "O")),
            Map.entry('Œ', List.of("OE", "O")),
            Map.entry('Ü', List.of("UE", "UXX", "U")),
            Map.entry('Ñ', List.of("N", "NXX")),
            Map.entry('ß', List.of("SS")),
            Map.entry('Þ', List.of("TH")),
            Map.entry('Ð', List.of("D", "DH")),
            Map.entry('Đ', List.of("D", "DJ")),
            Map.entry('Ł', List.of("L")),
            Map.entry('Ħ', List.of("H")),
            Map.entry('Ŧ', List.of("T")),
            Map.entry('Ĳ', List.of("IJ")),
            Map.entry('ı', List.of("I")),
            Map.entry('Ŋ', List.of("N")));

    private Transliteration() {}

    /** Upper case as issuers have it; ß stays one letter. */
    static String upper(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        StringBuilder upper = new StringBuilder();
        composed.codePoints()
                .forEach(letter -> upper.append(
                        letter == 'ß' || letter == 'ẞ'
                                ? "ß"
                                : Character.toString(letter).toUpperCase(Locale.ROOT)));
        return upper.toString();
    }

    /** The ways in which one letter may stand in a zone, the recommended first; empty if it does not stand there. */
    static List<String> ways(char letter) {
        List<String> special = WAYS.get(letter);
        if (special != null) {
            return special;
        }
        String plain = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .replaceAll("[^A-Z]", "");
        return plain.isEmpty() ? List.of() : List.of(plain);
    }

    /** The name as ICAO recommends it, its parts with {@code <} between them. */
    static String zoneName(String name) {
        StringBuilder zone = new StringBuilder();
        for (char letter : upper(name).toCharArray()) {
            if (Character.isWhitespace(letter) || letter == '-') {
                zone.append('<');
            } else {
                ways(letter).stream().findFirst().ifPresent(zone::append);
            }
        }
        return zone.toString().replaceAll("<+", "<");
    }
}
