package dk.ics.intake.evidence;

/** What to do about a finding, in Danish, to a supervisor. */
public final class FindingAdvice {

    private static final String TAMPERED =
            "Lad sagen ligge, og bed driften sikre databasen, som den er nu, og finde ud af, hvem der har haft adgang. "
                    + "Sammenlign med den seneste sikkerhedskopi, og underret databeskyttelsesrådgiveren.";
    private static final String SIGNATURE =
            "Bed driften hente de eksporterede kontrolpunkter og sammenligne. Stol ikke på poster, der er nyere end det "
                    + "sidste kontrolpunkt, der passer.";

    private FindingAdvice() {}

    public static String of(FindingType type) {
        return switch (type) {
            case ENTRY_CHANGED,
                    HASH_CHANGED,
                    ENTRY_MOVED,
                    ENTRY_MISSING,
                    ENTRY_INSERTED,
                    ENTRY_UNREADABLE,
                    TAIL_CUT,
                    CASE_GONE,
                    VALUE_CHANGED,
                    VALUE_MISSING,
                    VALUE_INSERTED,
                    ENTRIES_DIFFER -> TAMPERED;
            case ROW_CHANGED, ROW_MISSING, ROW_INSERTED, DOCUMENT_CHANGED ->
                "Kontrolsporet er i behold, men sagens oplysninger er ændret uden om systemet. Brug ikke de ændrede "
                        + "oplysninger, før de er sammenlignet med sikkerhedskopien. "
                        + "Bed driften finde ud af, hvem der har haft adgang.";
            case ERASURE_CHANGED ->
                "Sammenlign sletningen med slettereglen, og bed driften finde ud af, hvem der har haft adgang.";
            case CHECKPOINT_CHANGED, CHECKPOINT_MISSING, CHECKPOINT_BROKEN, CHECKPOINT_DIFFERS, STATEMENT_CHANGED ->
                SIGNATURE;
            case CHECKPOINT_KEY_UNKNOWN ->
                "Bed driften lægge den offentlige nøgle på plads, og kontrollér igen. "
                        + "Er nøglen ikke jeres, er kontrolpunktet falsk.";
            case DATABASE_BEHIND ->
                "Bed driften oplyse, om en sikkerhedskopi er lagt tilbage. Var det lovligt, skal driften erklære det; "
                        + "ellers er sager fra den mellemliggende tid forsvundet.";
            case UNCOVERED_TOO_LONG ->
                "Bed driften se efter, hvorfor der ikke underskrives. Kontrollér igen, når det sidste kontrolpunkt er nyt.";
            case NOT_YET_COVERED -> "Du skal ikke gøre noget. Posterne underskrives inden for et minut.";
            case DOCUMENT_SEALED ->
                "Du skal ikke gøre noget. Skal dokumenternes indhold sammenlignes, skal kontrollen køres med nøglerne.";
            case ERASED_BY_RULE -> "Du skal ikke gøre noget. Oplysningerne er slettet lovligt, og sporet er i behold.";
            case RESTORED -> "Læs erklæringen. Var genskabelsen aftalt, skal du ikke gøre mere.";
            case TAKEN_OVER ->
                "Du skal ikke gøre noget. Det, der lå før kontrolsporet, er dækket fra den dag, det begyndte.";
        };
    }
}
