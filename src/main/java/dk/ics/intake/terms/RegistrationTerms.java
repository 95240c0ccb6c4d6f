package dk.ics.intake.terms;

import org.jspecify.annotations.Nullable;

/** Asks the decision tables; what answers is outside of the capabilities, because it knows the engine. */
public interface RegistrationTerms {

    /**
     * @param stayLength as {@link StayLength} gives it
     * @param movesFromNordic whether the last address is in another Nordic country
     */
    Terms of(String category, @Nullable String stayLength, boolean movesFromNordic);
}
