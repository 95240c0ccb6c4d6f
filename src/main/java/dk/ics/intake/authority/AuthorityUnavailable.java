package dk.ics.intake.authority;

/**
 * An authority did not answer, or not in a way that can be understood. The text names the authority and a status or
 * class, and there is no cause: bodies, addresses and causes can hold a person, and exception texts are kept.
 */
public final class AuthorityUnavailable extends RuntimeException {

    AuthorityUnavailable(Authority authority, String what) {
        super(authority.code() + ": " + what);
    }

    /** It answered, but not what was asked. */
    public static AuthorityUnavailable notUnderstood(Authority authority) {
        return new AuthorityUnavailable(authority, "answer not understood");
    }
}
