package dk.ics.intake.evidence;

import java.util.Arrays;
import java.util.Optional;

/** What an entry says was done. The code stands in payloads that are never rewritten, so a code keeps its meaning. */
public enum Kind {
    /** A user task was completed by its form. */
    TASK_COMPLETED("taskCompleted", "Opgave løst"),
    /** A task was taken, put back or given to somebody else. */
    CLAIM_CHANGED("claimChanged", "Opgave taget, lagt tilbage eller flyttet"),
    /** A decision table was asked by a process. */
    DECISION("decision", "Regel afgjort"),
    /** Something went to another authority or came from one. */
    AUTHORITY_ACT("authorityAct", "Myndighed kontaktet"),
    CASE_OPENED("caseOpened", "Sag oprettet"),
    CASE_CLOSED("caseClosed", "Sag afsluttet"),
    CASE_REOPENED("caseReopened", "Sag genåbnet"),
    /** Something else was done on a case: a note, a document, a letter. */
    CASE_ACT("caseAct", "Handling på sagen"),
    /** The process moved on by itself. */
    PROGRESS("progress", "Sagen gik videre"),
    /** Users, groups, rights or agreements were changed. */
    SYSTEM_CHANGE("systemChange", "Brugere, rettigheder eller aftaler ændret"),
    TRAINING_CHANGED("trainingChanged", "Uddannelse registreret"),
    PROCEDURE_CHANGED("procedureChanged", "Procedure sat i kraft"),
    SUPERVISION_ACT("supervisionAct", "Tilsyn udført"),
    ENQUIRY("enquiry", "Henvendelse registreret"),
    /** A value and its salt were lawfully erased. */
    ERASED("erased", "Oplysning slettet"),
    /** The first entry of the ledger. */
    LEDGER_BEGUN("ledgerBegun", "Kontrolsporet begyndte"),
    /** Rows that were there before the ledger, as they stood when it began. */
    TAKEN_OVER("takenOver", "Overtaget fra før kontrolsporet");

    private final String code;
    private final String danishText;

    Kind(String code, String danishText) {
        this.code = code;
        this.danishText = danishText;
    }

    public String code() {
        return code;
    }

    public String danishText() {
        return danishText;
    }

    public static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
