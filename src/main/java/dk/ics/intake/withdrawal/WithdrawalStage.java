package dk.ics.intake.withdrawal;

/** How far the case had come when the withdrawal took effect. */
public enum WithdrawalStage {
    /** Nothing is registered: everything ends. */
    BEFORE_NUMBER("beforeNumber", "withdrawn"),
    /** The registration stands: what is left ends. */
    AFTER_NUMBER("afterNumber", "withdrawnAfterRegistration"),
    /** The case was closed already: nothing changes. */
    TOO_LATE("tooLate", "");

    private final String code;
    private final String outcome;

    WithdrawalStage(String code, String outcome) {
        this.code = code;
        this.outcome = outcome;
    }

    public String code() {
        return code;
    }

    /** With which outcome the case is closed. */
    String outcome() {
        return outcome;
    }
}
