package dk.ics.intake.oversight;

import java.util.Arrays;
import java.util.Optional;

/** Whether a control was supervised (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 3). */
public enum SupervisionState {
    NONE("none", "Ikke udtaget"),
    DRAWN("drawn", "Udtaget, mangler gennemgang"),
    REVIEWED("reviewed", "Gennemgået");

    private final String code;
    private final String danishName;

    SupervisionState(String code, String danishName) {
        this.code = code;
        this.danishName = danishName;
    }

    public String code() {
        return code;
    }

    public String danishName() {
        return danishName;
    }

    public static Optional<SupervisionState> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
