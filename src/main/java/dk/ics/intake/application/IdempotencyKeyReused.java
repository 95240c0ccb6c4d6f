package dk.ics.intake.application;

/** The sender used one idempotency key for two different applications. */
public class IdempotencyKeyReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdempotencyKeyReused() {
        super("The idempotency key belongs to an application with other content");
    }
}
