package dk.ics.intake.procedure;

import java.time.LocalDate;

/** A version that is to be put in force. */
public record ProcedureEntry(String version, String title, String changes, int decisionVersion, LocalDate validFrom) {}
