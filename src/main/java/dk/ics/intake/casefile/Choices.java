package dk.ics.intake.casefile;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The options of a choice in a form, each with the code it stands for and its Danish label. */
public final class Choices {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    private Choices() {}

    /** One option. */
    public static Map<String, Object> option(String code, String label) {
        return Map.of("value", code, "label", label);
    }

    /**
     * Two options, the expected one first. People read the first option as the usual one, so an outcome that the case's
     * facts already rule out does not stand first.
     */
    public static List<Map<String, Object>> expecting(
            boolean first, Map<String, Object> expected, Map<String, Object> otherwise) {
        return first ? List.of(expected, otherwise) : List.of(otherwise, expected);
    }

    /** Every country, Denmark first and then in Danish order. */
    public static List<Map<String, Object>> countries() {
        Comparator<CountryCode> danishOrder =
                Comparator.comparing(CountryCode::danishName, Collator.getInstance(DANISH));
        List<Map<String, Object>> options = new ArrayList<>();
        Stream.concat(
                        Stream.of(new CountryCode("DNK")),
                        CountryCode.all().stream()
                                .filter(country -> !country.value().equals("DNK"))
                                .sorted(danishOrder))
                .map(country -> option(country.value(), country.danishName()))
                .forEach(options::add);
        return options;
    }
}
