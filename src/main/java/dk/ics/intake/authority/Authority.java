package dk.ics.intake.authority;

import java.util.Arrays;
import java.util.Optional;

/** The other authorities of the intake. */
public enum Authority {
    CPR("cpr", "CPR"),
    SIRI("siri", "SIRI"),
    HEALTH_INSURANCE("healthInsurance", "Sygesikringen"),
    MITID("mitid", "MitID"),
    SKATTESTYRELSEN("skattestyrelsen", "Skattestyrelsen"),
    NIDC("nidc", "NIDC");

    private final String code;
    private final String danishName;

    Authority(String code, String danishName) {
        this.code = code;
        this.danishName = danishName;
    }

    /** Name in configuration, addresses and tables. */
    public String code() {
        return code;
    }

    /** Name in journal entries. */
    public String danishName() {
        return danishName;
    }

    public static Optional<Authority> of(String code) {
        return Arrays.stream(values())
                .filter(authority -> authority.code.equals(code))
                .findFirst();
    }
}
