package dk.ics.intake.evidence;

/** What verification can find. */
public enum FindingType {
    ENTRY_CHANGED(true, "Posten er ændret: indholdet passer ikke til hashen."),
    HASH_CHANGED(true, "Postens hash er ændret."),
    ENTRY_MOVED(true, "Posten står et forkert sted; den hører til et andet sted i kontrolsporet."),
    ENTRY_MISSING(true, "Der mangler en eller flere poster."),
    ENTRY_INSERTED(true, "Posten er sat ind eller står dobbelt."),
    ENTRY_UNREADABLE(true, "Posten kan ikke læses."),
    TAIL_CUT(true, "Sagens sidste poster er fjernet."),
    CASE_GONE(true, "Alle sagens poster er fjernet."),
    VALUE_CHANGED(true, "Oplysningen eller dens salt er ændret."),
    VALUE_MISSING(true, "Oplysningen eller dens salt mangler, uden at den er slettet efter en regel."),
    VALUE_INSERTED(true, "Oplysningen hører ikke til nogen post."),
    ERASURE_CHANGED(true, "Sletningens regel eller tidspunkt passer ikke til posten om sletningen."),
    ROW_CHANGED(true, "Rækken er ændret uden om systemet."),
    ROW_MISSING(true, "Rækken er slettet uden om systemet."),
    ROW_INSERTED(true, "Rækken er sat ind uden om systemet."),
    DOCUMENT_CHANGED(true, "Dokumentets indhold passer ikke til dets SHA-256."),
    CHECKPOINT_CHANGED(true, "Kontrolpunktets underskrift passer ikke til indholdet."),
    CHECKPOINT_KEY_UNKNOWN(true, "Kontrolpunktet er underskrevet med en ukendt nøgle."),
    CHECKPOINT_MISSING(true, "Der mangler et kontrolpunkt."),
    CHECKPOINT_BROKEN(true, "Kontrolpunktet passer ikke til det foregående."),
    CHECKPOINT_DIFFERS(true, "Kontrolpunktet er et andet end det, der blev eksporteret."),
    ENTRIES_DIFFER(true, "Posterne passer ikke til kontrolpunktet: nogle er ændret, fjernet eller sat ind."),
    DATABASE_BEHIND(true, "Databasen er ældre end de eksporterede kontrolpunkter: en ældre kopi er lagt tilbage."),
    STATEMENT_CHANGED(true, "Erklæringen om genskabelse er ikke gyldigt underskrevet."),
    UNCOVERED_TOO_LONG(true, "Posten er ikke dækket af et kontrolpunkt, selv om den er mere end 60 sekunder gammel."),
    NOT_YET_COVERED(false, "Posten er endnu ikke dækket af et kontrolpunkt."),
    DOCUMENT_SEALED(false, "Dokumentets indhold er krypteret og blev ikke sammenlignet, fordi nøglerne ikke var med."),
    ERASED_BY_RULE(false, "Oplysningen er slettet efter regel."),
    RESTORED(false, "Databasen er lovligt genskabt."),
    TAKEN_OVER(false, "Oplysningerne er fra før kontrolsporet og dækket fra dets begyndelse.");

    private final boolean alarm;
    private final String danishText;

    FindingType(boolean alarm, String danishText) {
        this.alarm = alarm;
        this.danishText = danishText;
    }

    /** Whether it says that something was tampered with or lost; otherwise it is to be known. */
    public boolean isAlarm() {
        return alarm;
    }

    public String danishText() {
        return danishText;
    }
}
