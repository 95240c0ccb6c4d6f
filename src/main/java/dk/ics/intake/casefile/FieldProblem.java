package dk.ics.intake.casefile;

/**
 * Why a field is refused.
 *
 * @param key the field's key in the form
 * @param message a Danish sentence for the caseworker, shown at the field; it never repeats the value
 */
public record FieldProblem(String key, String message) {}
