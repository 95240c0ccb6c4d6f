package dk.ics.intake.letter;

/** The mail server did not take a letter. There is no cause and no address in the text: exception texts are kept. */
public final class MailServerUnavailable extends RuntimeException {

    private final boolean mayHaveGone;

    MailServerUnavailable(Throwable failure, boolean mayHaveGone) {
        super("mail server: " + failure.getClass().getSimpleName());
        this.mayHaveGone = mayHaveGone;
    }

    /** Whether the whole text was handed over before the connection failed: then the server may have taken it. */
    boolean mayHaveGone() {
        return mayHaveGone;
    }
}
