package dk.ics.intake.letter;

/** The mail server did not take a letter. There is no cause and no address in the text: exception texts are kept. */
public final class MailServerUnavailable extends RuntimeException {

    MailServerUnavailable(Throwable failure) {
        super("mail server: " + failure.getClass().getSimpleName());
    }
}
