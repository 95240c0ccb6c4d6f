package dk.ics.intake.process.cases;

/** By which way somebody comes to a case. */
sealed interface Door {

    /** A task that he works or could take; the table of rights has seen to that. */
    record OfTask(String taskId) implements Door {}

    /** »Find sag«: a purpose that was chosen. */
    record OfPurpose(String purpose, String reference) implements Door {}
}
