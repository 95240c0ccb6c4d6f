package dk.ics.intake.web.selfservice;

import dk.ics.intake.casefile.CountryCode;
import dk.ics.intake.time.DanishCalendar;
import java.text.Collator;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything citizens read, in one language: the file {@code texts_<code>.properties}. */
public final class Texts {

    private final String code;
    private final Locale locale;
    private final Properties texts;
    private final Map<String, String> countries;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter time;

    Texts(String code, Properties texts) {
        this.code = code;
        this.locale = Locale.forLanguageTag(code.equals("en") ? "en-GB" : code);
        this.texts = texts;
        this.countries = Arrays.stream(Locale.getISOCountries())
                .map(alpha2 -> new Locale("", alpha2))
                .filter(country -> CountryCode.isValid(country.getISO3Country()))
                .collect(Collectors.toUnmodifiableMap(
                        Locale::getISO3Country, country -> country.getDisplayCountry(locale)));
        this.day = DateTimeFormatter.ofPattern(get("format.day"), locale);
        this.moment = DateTimeFormatter.ofPattern(get("format.moment"), locale);
        this.weekday = DateTimeFormatter.ofPattern(get("format.weekday"), locale);
        this.time = DateTimeFormatter.ofPattern(get("format.time"), locale);
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /** What the language calls itself. */
    public String ownName() {
        return get("language");
    }

    /**
     * The text with its arguments in place of {@code {0}}, {@code {1}} …
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String get(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no text " + key + " in " + code);
        }
        return filled(text, arguments);
    }

    /** The text, or null if there is none. */
    public @Nullable String find(String key, Object... arguments) {
        String text = texts.getProperty(key);
        return text == null || text.isBlank() ? null : filled(text, arguments);
    }

    /** The first of the texts that there is. */
    String first(Collection<String> keys, Object... arguments) {
        return keys.stream()
                .filter(texts::containsKey)
                .findFirst()
                .map(key -> get(key, arguments))
                .orElseThrow(() -> new IllegalArgumentException("There is no text " + keys + " in " + code));
    }

    Set<String> keys() {
        return texts.stringPropertyNames();
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    /** With the day of the week. */
    public String weekday(LocalDate date) {
        return weekday.format(date);
    }

    /** The time of the day, in Denmark. */
    public String time(OffsetDateTime moment) {
        return time.format(moment.atZoneSameInstant(DanishCalendar.COPENHAGEN));
    }

    /** In Danish time. */
    public String moment(OffsetDateTime time) {
        return moment.format(time.atZoneSameInstant(DanishCalendar.COPENHAGEN));
    }

    public String country(String alpha3) {
        return countries.getOrDefault(alpha3, alpha3);
    }

    /** Every country in the order of the language. */
    List<Option> countryOptions() {
        return countries.entrySet().stream()
                .map(country -> new Option(country.getKey(), country.getValue()))
                .sorted(inOrder())
                .toList();
    }

    Comparator<Option> inOrder() {
        return Comparator.comparing(Option::label, Collator.getInstance(locale));
    }

    private static String filled(String text, Object... arguments) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return filled;
    }
}
