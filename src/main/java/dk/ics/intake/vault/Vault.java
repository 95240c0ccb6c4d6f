package dk.ics.intake.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals contents of rows (AES-256-GCM) and opens them again. A content belongs to its row: in another one it does not open.
 *
 * <p>Rows that were written before there was a vault have no key and are read as they are, until {@link Resealing} has
 * come to them.
 */
public final class Vault {

    /** Copies of a demonstration's cases have ids that differ in these first digits only (docs/adr/0122). */
    private static final int NUMBER_OF_COPY = 8;

    private final Aead aead;
    private final String key;
    private final Set<String> keys;

    private Vault(Aead aead, String key, Set<String> keys) {
        this.aead = aead;
        this.key = key;
        this.keys = keys;
    }

    /** What a row holds: a word that stays as it is, for it is part of what is sealed. */
    public enum Kind {
        DOCUMENT("document"),
        DRAFT("draft"),
        DRAFT_FILE("draftFile"),
        QUARANTINE("quarantine");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * A content as it is kept.
     *
     * @param key the id of the key it was sealed with
     */
    @SuppressWarnings("ArrayRecordComponent") // goes into a row, nobody compares it
    public record Sealed(byte[] content, String key) {}

    /** @throws KeysetMissing if the file cannot be read or holds no such keys */
    public static Vault of(Path keyset) {
        Keyset read = Keyset.read(keyset);
        try {
            return new Vault(
                    read.handle().getPrimitive(RegistryConfiguration.get(), Aead.class), read.primary(), read.ids());
        } catch (GeneralSecurityException e) {
            throw new KeysetMissing("The keys in " + keyset + " cannot be used", e);
        }
    }

    /** The id of the key that seals. */
    public String key() {
        return key;
    }

    /** The ids of all keys that open. */
    public Set<String> keys() {
        return keys;
    }

    public Sealed seal(Kind kind, UUID id, byte[] content) {
        try {
            return new Sealed(aead.encrypt(content, belongsTo(kind, id)), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A content could not be sealed", e);
        }
    }

    /**
     * @param sealedWith id of the key, or null for a content that was never sealed
     * @throws ContentForeign if it was changed, belongs to another row, or its key is not there
     */
    public byte[] open(Kind kind, UUID id, byte[] content, @Nullable String sealedWith) {
        if (sealedWith == null) {
            return content;
        }
        try {
            return aead.decrypt(content, belongsTo(kind, id));
        } catch (GeneralSecurityException e) {
            throw new ContentForeign(kind, id, e);
        }
    }

    private static byte[] belongsTo(Kind kind, UUID id) {
        return (kind.word + ":" + id.toString().substring(NUMBER_OF_COPY)).getBytes(StandardCharsets.US_ASCII);
    }
}
