package dk.ics.intake.authority;

/**
 * Something was sent to an authority that knows no keys, and nobody knows whether it arrived. It is not sent again: a
 * person has to ask the authority.
 */
public final class OutcomeUnknown extends RuntimeException {

    OutcomeUnknown(Authority authority, String idempotencyKey) {
        super(authority.code() + ": outcome of " + idempotencyKey + " is unknown, it is not sent again");
    }
}
