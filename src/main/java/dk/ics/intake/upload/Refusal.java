package dk.ics.intake.upload;

/** Ends the examination of a file that is refused. */
final class Refusal extends Exception {

    static final String BROKEN = "file.broken";
    static final String LOCKED = "file.locked";
    static final String ACTIVE = "file.active";
    static final String MIXED = "file.mixed";
    static final String HUGE = "file.huge";
    static final String PAGES = "file.pages";

    private final String code;

    Refusal(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
