package dk.ics.intake.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The hashes of the ledger, all SHA-256. */
final class Digests {

    private Digests() {}

    /** The link of a chain: over the hash before, if there is one, and the exact text of the payload. */
    static byte[] link(byte @Nullable [] before, String payload) {
        MessageDigest digest = sha256();
        if (before != null) {
            digest.update(before);
        }
        return digest.digest(payload.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] salted(byte[] salt, byte[] content) {
        MessageDigest digest = sha256();
        digest.update(salt);
        return digest.digest(content);
    }

    static byte[] salted(byte[] salt, String content) {
        return salted(salt, content.getBytes(StandardCharsets.UTF_8));
    }

    static String text(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
