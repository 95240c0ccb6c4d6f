package dk.ics.intake.authority;

/** The kinds of receipts (SF2900). */
public enum ReceiptKind {
    MODTAGET("modtaget"),
    AFLEVERET("afleveret"),
    ACCEPTERET("accepteret"),
    AFVIST("afvist"),
    FEJLET("fejlet");

    private final String danishText;

    ReceiptKind(String danishText) {
        this.danishText = danishText;
    }

    /** As it stands in the journal. */
    public String danishText() {
        return danishText;
    }

    /** Whether it ends the wait: the matter is accepted or rejected, or will never get there. */
    public boolean isFinal() {
        return this == ACCEPTERET || this == AFVIST || this == FEJLET;
    }
}
