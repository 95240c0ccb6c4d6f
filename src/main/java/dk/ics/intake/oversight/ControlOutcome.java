package dk.ics.intake.oversight;

import java.util.Arrays;
import java.util.Optional;

/** What came of a control. */
public enum ControlOutcome {
    APPROVED("approved", "Godkendt"),
    REFUSED("refused", "Afvist"),
    /** A doubt that nobody has decided. */
    OPEN("open", "Ikke afgjort"),
    /** A doubt of a control that the case does not rest on: another one was made. */
    NOT_CURRENT("notCurrent", "Afløst af en anden kontrol");

    private final String code;
    private final String danishName;

    ControlOutcome(String code, String danishName) {
        this.code = code;
        this.danishName = danishName;
    }

    public String code() {
        return code;
    }

    public String danishName() {
        return danishName;
    }

    public static Optional<ControlOutcome> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
