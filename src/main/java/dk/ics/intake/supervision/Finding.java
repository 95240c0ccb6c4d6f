package dk.ics.intake.supervision;

import java.util.Arrays;

/** What a review of a control found. */
enum Finding {
    NONE("none", "Ingen bemærkninger"),
    REMARK("remark", "Bemærkning"),
    ERROR("error", "Fejl");

    private final String code;
    private final String danishName;

    Finding(String code, String danishName) {
        this.code = code;
        this.danishName = danishName;
    }

    static Finding of(String code) {
        return Arrays.stream(values())
                .filter(finding -> finding.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such finding"));
    }

    String code() {
        return code;
    }

    String danishName() {
        return danishName;
    }
}
