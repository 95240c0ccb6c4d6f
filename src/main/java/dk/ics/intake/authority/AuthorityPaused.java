package dk.ics.intake.authority;

import java.time.Duration;

/** An authority has failed so often that it is left in peace for a while: not asked, and no try is used up. */
public final class AuthorityPaused extends RuntimeException {

    private final Duration retryAfter;

    public AuthorityPaused(Authority authority, Duration retryAfter) {
        super(authority.code() + ": paused");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
