package dk.ics.intake.registration;

import dk.ics.intake.casefile.CprNumber;
import java.util.Optional;

/** Reads personal numbers that caseworkers type. */
final class Numbers {

    static final String NO_NUMBER = "Det er ikke et personnummer. De første seks cifre skal være en dato.";

    private Numbers() {}

    /** The number, with or without a dash; nothing if it is none. Modulus 11 is no condition. */
    static Optional<CprNumber> parse(String text) {
        try {
            return Optional.of(CprNumber.parse(text));
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }
}
