package dk.ics.intake.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The number that was found for a citizen, and what a person has said about it. */
record ExistingNumber(@Nullable String number, @Nullable String decision) {

    /** The case fields it is made of. */
    static final List<String> KEYS = List.of("existingNumber", "existingNumberDecision");

    static ExistingNumber of(Map<String, Object> known) {
        return new ExistingNumber((String) known.get("existingNumber"), (String) known.get("existingNumberDecision"));
    }

    /** The number the citizen keeps: a person has confirmed it. */
    Optional<String> kept() {
        return "samePerson".equals(decision) ? Optional.ofNullable(number) : Optional.empty();
    }

    /** Whether a person has already said whose this number is. */
    boolean isDecided(String other) {
        return other.equals(number) && decision != null;
    }

    /** A hint for typing errors; numbers without modulus 11 are fully valid (cpr.dk, since 1 October 2007). */
    static @Nullable String hint(@Nullable String number) {
        return number == null
                ? null
                : Numbers.parse(number)
                        .filter(read -> !read.passesModulus11())
                        .map(without -> "Nummeret opfylder ikke modulus 11. Det er gyldigt alligevel; kontrollér, at"
                                + " det er læst rigtigt.")
                        .orElse(null);
    }
}
