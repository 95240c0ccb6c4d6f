package dk.ics.intake.authority;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How one authority is reached.
 *
 * @param mode must be set: an authority nobody decided about must not look as if it answered
 * @param url address of its interface; each operation is a path below it
 * @param secret bearer token of our calls, and of its receipts
 * @param readTimeout until the whole answer is there, at most 5 seconds
 * @param knowsKeys whether the authority acts once only for one {@code Idempotency-Key}
 */
public record AuthorityConnection(
        @Nullable AuthorityMode mode,
        @Nullable URI url,
        @Nullable String secret,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("true") boolean knowsKeys) {

    /** Masked: without the secret. */
    @Override
    public String toString() {
        return "AuthorityConnection[" + mode + "]";
    }
}
