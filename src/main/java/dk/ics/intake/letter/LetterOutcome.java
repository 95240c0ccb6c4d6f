package dk.ics.intake.letter;

/** What became of a letter. That the mail server did not answer is no outcome but {@link MailServerUnavailable}. */
public enum LetterOutcome {
    SENT,
    /** The citizen has given no mail address. */
    NO_ADDRESS,
    /** The mail server does not accept the address. */
    REFUSED,
    /** The mail server was lost while it took the mail: it may have gone, so it is not sent again. */
    UNCERTAIN,
    /** The citizen is dead: nobody writes. */
    STOPPED;

    private static final String ON_PAPER = "Udskriv brevet, og giv det til borgeren, eller send det med post";

    /**
     * Whether somebody has to print it.
     *
     * @param noticeOnly as in {@link #description}
     */
    boolean isToPrint(boolean noticeOnly) {
        return switch (this) {
            case SENT -> noticeOnly;
            case NO_ADDRESS, REFUSED, UNCERTAIN -> true;
            case STOPPED -> false;
        };
    }

    /**
     * What the journal says of it.
     *
     * @param noticeOnly whether the mail says only that there is a letter
     */
    String description(boolean noticeOnly) {
        return switch (this) {
            case SENT ->
                noticeOnly
                        ? "E-mail sendt til borgeren om, at der er et brev. " + ON_PAPER
                        : "E-mail sendt til borgeren";
            case NO_ADDRESS -> "E-mail ikke sendt: borgeren har ikke oplyst en e-mailadresse. " + ON_PAPER;
            case REFUSED -> "E-mail ikke sendt: mailserveren afviste adressen. " + ON_PAPER;
            case UNCERTAIN -> "Det vides ikke, om e-mailen nåede frem; den sendes ikke igen. " + ON_PAPER;
            case STOPPED -> "Intet brev skrevet: borgeren er død";
        };
    }
}
