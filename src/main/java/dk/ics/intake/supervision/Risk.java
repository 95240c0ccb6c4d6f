package dk.ics.intake.supervision;

import java.util.Arrays;

/** What makes a control a risk case, which is always drawn. */
public enum Risk {
    /** What document and application say differs. */
    OVERRIDE("override", "forskel mellem dokument og ansøgning"),
    PHOTO("photo", "foto i stedet for original"),
    DOUBT("doubt", "tvivl om identiteten"),
    NOT_RELEVANT("notRelevant", "krav sat til ikke relevant");

    private final String code;
    private final String danishName;

    Risk(String code, String danishName) {
        this.code = code;
        this.danishName = danishName;
    }

    /** Value in {@code ics.supervision_item.risks}. */
    public String code() {
        return code;
    }

    public String danishName() {
        return danishName;
    }

    /** @throws IllegalArgumentException for a code that the table does not take */
    public static Risk of(String code) {
        return Arrays.stream(values())
                .filter(risk -> risk.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No risk has the code " + code));
    }
}
