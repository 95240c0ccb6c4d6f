package dk.ics.intake.letter;

/** What became of a letter. That the mail server did not answer is no outcome but {@link MailServerUnavailable}. */
public enum LetterOutcome {
    SENT,
    /** The citizen has given no mail address. */
    NO_ADDRESS,
    /** The mail server does not accept the address. */
    REFUSED,
    /** The citizen is dead: nobody writes. */
    STOPPED
}
