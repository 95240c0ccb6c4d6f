package dk.ics.intake.search;

/**
 * Why somebody looks at a case in which no task brings him there; stands in the log.
 *
 * @param code what the log keeps
 * @param label what the caseworker chooses, in Danish
 */
public record Purpose(String code, String label) {}
