package dk.ics.intake.casefile;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A country or citizenship as ISO 3166-1 alpha-3 has it, for example {@code DEU}.
 *
 * <p>The codes that only machine readable zones know (ICAO 9303, for example {@code D}) are no country codes.
 *
 * @param value three upper-case letters
 */
public record CountryCode(String value) {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    /** Where older Java versions do not have the name that Danish authorities use. */
    private static final Map<String, String> OFFICIAL_NAMES = Map.of("NLD", "Nederlandene");

    private static final Map<String, String> DANISH_NAMES = danishNames();

    /** @throws IllegalArgumentException if no country has this code */
    public CountryCode {
        Objects.requireNonNull(value);
        if (!isValid(value)) {
            throw new IllegalArgumentException("No country has this code");
        }
    }

    /** Whether the text is the three-letter code of a country. */
    public static boolean isValid(String value) {
        return DANISH_NAMES.containsKey(value);
    }

    /** Every country in the order of its code. */
    public static List<CountryCode> all() {
        return DANISH_NAMES.keySet().stream().map(CountryCode::new).toList();
    }

    /** The country's name in Danish, for example »Tyskland«. */
    public String danishName() {
        return Objects.requireNonNull(DANISH_NAMES.get(value));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Map<String, String> danishNames() {
        return Collections.unmodifiableMap(Arrays.stream(Locale.getISOCountries())
                .map(alpha2 -> new Locale("", alpha2))
                .collect(Collectors.toMap(
                        Locale::getISO3Country,
                        country -> OFFICIAL_NAMES.getOrDefault(
                                country.getISO3Country(), country.getDisplayCountry(DANISH)),
                        (first, second) -> first,
                        TreeMap::new)));
    }
}
