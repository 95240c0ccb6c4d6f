package dk.ics.intake.application;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** What senders of applications are told, in Danish or English ({@code refusals.properties}). */
public final class Sentences {

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final List<Locale> LANGUAGES = List.of(DANISH, Locale.ENGLISH);
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Sentences() {}

    /** The language the sender likes best of the two; Danish if he says nothing usable. */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return DANISH;
        }
        try {
            Locale liked = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return liked == null ? DANISH : liked;
        } catch (IllegalArgumentException noLanguages) {
            return DANISH;
        }
    }

    /**
     * @param code key in {@code refusals.properties}
     * @param arguments limits to put into the sentence, never values
     */
    public static String sentence(Locale language, String code, Object... arguments) {
        return ResourceBundle.getBundle(Sentences.class.getPackageName() + ".refusals", language, NO_FALLBACK)
                .getString(code)
                .formatted(arguments);
    }
}
