package dk.ics.intake.report;

/** A code of the data and what a reader calls it in Danish. */
public record Named(String code, String label) {}
