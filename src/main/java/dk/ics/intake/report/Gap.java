package dk.ics.intake.report;

/** What can be missing, and which number of folkeregistreringsbekendtgørelsen § 1 stk. 7 it is missing from. */
public enum Gap {
    OTHER_PROCEDURE(
            1,
            "Kontroller, der ikke følger dagens forretningsgang",
            "Alle kontroller følger den forretningsgang, der gjaldt på dagen."),
    REQUIREMENT_LACKING(
            1,
            "Minimumskrav uden svar, eller godkendt uden at være opfyldt",
            "Alle minimumskrav er besvaret, og ingen identitet er godkendt med et krav, der ikke er opfyldt."),
    CONTROL_UNTRAINED(
            2, "Kontroller uden gyldig uddannelse", "Alle kontroller er udført af medarbejdere med gyldig uddannelse."),
    SPECIALIST_UNTRAINED(
            2,
            "Vurderinger og afgørelser uden gyldig uddannelse",
            "Tvivl er vurderet og afgjort af medarbejdere med gyldig uddannelse."),
    TRAINING_EXPIRED(
            2,
            "Medarbejdere, hvis uddannelse mangler eller er udløbet",
            "Alle medarbejdere, der kan udføre kontrol, har gyldig uddannelse."),
    NOT_SUPERVISED(
            3,
            "Måneder uden tilsyn",
            "Hver afsluttet måneds kontroller er omfattet af et tilsyn for hver kommune og medarbejder."),
    REVIEW_MISSING(3, "Udtaget til tilsyn, men ikke gennemgået", "Alle udtagne kontroller er gennemgået."),
    FINDING_NOT_FOLLOWED_UP(3, "Fejl uden opfølgning", "Alle fejl er fulgt op."),
    FOLLOW_UP_OVERDUE(3, "Opfølgning over fristen", "Ingen opfølgning er over sin frist."),
    RECORD_INCOMPLETE(4, "Kontroller uden fuldstændig dokumentation", "Alle kontroller er dokumenteret fuldt ud."),
    NO_CONTROL(
            4,
            "Registreret uden godkendt identitetskontrol",
            "Ingen er registreret i CPR, uden at identiteten er kontrolleret og godkendt."),
    LEDGER_NOT_VERIFIED(
            4, "Kontrolsporet er ikke efterprøvet", "Kontrolsporet er efterprøvet, siden perioden begyndte."),
    LEDGER_FINDING(4, "Fund i kontrolsporet", "Den seneste efterprøvning fandt intet ændret eller fjernet."),
    ENTRY_UNCOVERED(
            4,
            "Poster uden kontrolpunkt",
            "Alle poster, der er mere end 60 sekunder gamle, er dækket af et kontrolpunkt.");

    private final int number;
    private final String heading;
    private final String nothing;

    Gap(int number, String heading, String nothing) {
        this.number = number;
        this.heading = heading;
        this.nothing = nothing;
    }

    public int number() {
        return number;
    }

    public String heading() {
        return heading;
    }

    /** What holds when nothing of it is missing. */
    public String nothing() {
        return nothing;
    }
}
