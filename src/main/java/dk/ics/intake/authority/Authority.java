package dk.ics.intake.authority;

import java.util.Arrays;
import java.util.Optional;

/** The other authorities of the intake. */
public enum Authority {
    CPR("cpr", "CPR", true),
    SIRI("siri", "SIRI", true),
    HEALTH_INSURANCE("healthInsurance", "Sygesikringen", false),
    MITID("mitid", "MitID", false),
    SKATTESTYRELSEN("skattestyrelsen", "Skattestyrelsen", false);

    private final String code;
    private final String danishName;
    private final boolean manualWay;

    Authority(String code, String danishName, boolean manualWay) {
        this.code = code;
        this.danishName = danishName;
        this.manualWay = manualWay;
    }

    /** Name in configuration, addresses and tables. */
    public String code() {
        return code;
    }

    /** Name in journal entries. */
    public String danishName() {
        return danishName;
    }

    /** Whether the models have a user task with which a caseworker does the act in the authority's own system. */
    boolean hasManualWay() {
        return manualWay;
    }

    public static Optional<Authority> of(String code) {
        return Arrays.stream(values())
                .filter(authority -> authority.code.equals(code))
                .findFirst();
    }
}
