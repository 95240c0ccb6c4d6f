package dk.ics.intake.authority;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.authority.AuthorityLine.NotSent;
import dk.ics.intake.casefile.CaseReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Speaks with the connected authorities. */
@Service
public class Authorities {

    private final Map<Authority, AuthorityLine> lines = new EnumMap<>(Authority.class);
    private final AuthoritiesProperties properties;
    private final Forwardings forwardings;
    private final AuthorityActs acts;

    Authorities(
            AuthoritiesProperties properties,
            Forwardings forwardings,
            AuthorityActs acts,
            ObjectMapper json,
            Clock clock) {
        this.properties = properties;
        this.forwardings = forwardings;
        this.acts = acts;
        for (Authority authority : Authority.values()) {
            AuthorityConnection connection = properties.connection(authority);
            URI url = connection.url();
            if (connection.mode() == AuthorityMode.CONNECTED && url != null) {
                lines.put(authority, new AuthorityLine(authority, connection, url, properties.pause(), json, clock));
            }
        }
    }

    public boolean isConnected(Authority authority) {
        return lines.containsKey(authority);
    }

    /**
     * Asks a question that changes nothing at the authority, so that it may be asked again.
     *
     * @param reference the case it is asked for
     * @throws AuthorityUnavailable when it does not answer
     * @throws AuthorityPaused when it is left in peace
     */
    public AuthorityAnswer ask(CaseReference reference, Authority authority, String operation, Object question) {
        AuthorityLine line = line(authority);
        acts.ofQuestion(reference, authority, operation, "asked");
        try {
            return line.post(operation, null, question);
        } catch (NotSent e) {
            acts.ofQuestion(reference, authority, operation, "notAsked");
            throw e.unavailable();
        } catch (AuthorityPaused e) {
            acts.ofQuestion(reference, authority, operation, "notAsked");
            throw e;
        }
    }

    /**
     * Has the authority act, once for each forwarding: a repetition carries the same key.
     *
     * @throws AuthorityUnavailable when it does not answer
     * @throws AuthorityPaused when it is left in peace
     * @throws OutcomeUnknown when an earlier try may have arrived and the authority knows no keys
     */
    public AuthorityAnswer act(Forwarding forwarding, String operation, Object request) {
        Authority authority = forwarding.authority();
        AuthorityLine line = line(authority);
        if (forwarding.mayHaveArrived() && !properties.connection(authority).knowsKeys()) {
            throw new OutcomeUnknown(authority, forwarding.idempotencyKey());
        }
        forwardings.leaving(forwarding);
        try {
            return line.post(operation, forwarding.idempotencyKey(), request);
        } catch (NotSent e) {
            forwardings.stayed(forwarding);
            throw e.unavailable();
        } catch (AuthorityPaused e) {
            forwardings.stayed(forwarding);
            throw e;
        }
    }

    /** Whether the text is the secret of that authority; takes the same time for every wrong one. */
    public boolean isSecretOf(Authority authority, String text) {
        String secret = properties.connection(authority).secret();
        return secret != null && !secret.isBlank() && MessageDigest.isEqual(digest(secret), digest(text));
    }

    private AuthorityLine line(Authority authority) {
        AuthorityLine line = lines.get(authority);
        if (line == null) {
            throw new IllegalStateException(authority.code() + " is not connected");
        }
        return line;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
