package dk.ics.intake.authority;

/** Who does the act at the authority. */
public enum AuthorityMode {
    /** A caseworker, in the authority's own system; the outcome is recorded in a user task. */
    MANUAL,
    /** The application, over HTTP. */
    CONNECTED
}
