package dk.ics.intake.complaint;

/** What has to be said where a case would be opened again that is not closed. */
final class StillOpen {

    static final String SENTENCE =
            "Sagen er ikke afsluttet. Gør det færdigt, der er i gang, så sagen kan genåbnes med den nye afgørelse.";

    private StillOpen() {}
}
