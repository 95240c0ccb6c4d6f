package dk.ics.intake.web.selfservice;

/** One option of a choice. */
public record Option(String value, String label) {}
