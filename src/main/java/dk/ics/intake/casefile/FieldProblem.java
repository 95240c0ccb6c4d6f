package dk.ics.intake.casefile;

/**
 * Why a field is refused.
 *
 * @param key the field's key in the form
 * @param message a Danish sentence for the caseworker, shown at the field; it repeats no value
 *     but those of a difference that the caseworker has to explain
 */
public record FieldProblem(String key, String message) {}
