package dk.ics.intake.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public keys of all checkpoints: the one in force and every earlier one. */
public final class PublicKeys {

    private final Map<String, PublicKey> byId = new TreeMap<>();

    private PublicKeys() {}

    /**
     * The keys of a folder, in files that end in {@code .pem}.
     *
     * @throws IOException if it cannot be read or a file holds no Ed25519 key
     */
    public static PublicKeys in(Path folder) throws IOException {
        PublicKeys keys = new PublicKeys();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pem")).toList()) {
                PublicKey key = Pem.publicKey(file);
                keys.byId.put(Pem.id(key), key);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("A file in " + folder + " is no Ed25519 public key", e);
        }
        return keys;
    }

    boolean knows(String keyId) {
        return byId.containsKey(keyId);
    }

    Map<String, PublicKey> all() {
        return byId;
    }

    /** Whether the key of that id signed the text; an unknown key signed nothing. */
    boolean verifies(String keyId, String text, byte[] signature) {
        PublicKey key = byId.get(keyId);
        return key != null && verifies(key, text, signature);
    }

    static boolean verifies(@Nullable PublicKey key, String text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(Pem.ALGORITHM);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
