package dk.ics.intake.evidence;

import dk.ics.intake.database.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Objects;

/** The key that signs checkpoints. */
final class SigningKey {

    private final PrivateKey key;
    private final String id;

    private SigningKey(PrivateKey key, String id) {
        this.key = key;
        this.id = id;
    }

    /**
     * Reads the key and finds its public half among the known ones: what it signs must be verifiable.
     *
     * @throws SigningKeyMissing if there is no usable key, or its public half is not there
     */
    static SigningKey load(Path file, Path publicKeys) {
        try {
            SigningKey unnamed = new SigningKey(Pem.privateKey(file), "");
            byte[] probe = unnamed.sign(Pem.ALGORITHM);
            return PublicKeys.in(publicKeys).all().entrySet().stream()
                    .filter(known -> PublicKeys.verifies(known.getValue(), Pem.ALGORITHM, probe))
                    .findFirst()
                    .map(known -> new SigningKey(unnamed.key, known.getKey()))
                    .orElseThrow(() ->
                            new SigningKeyMissing("The public half of " + file + " is not in " + publicKeys, null));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new SigningKeyMissing("The key that signs the evidence ledger cannot be read from " + file, e);
        }
    }

    /** Makes a key pair unless there is a private key already. */
    static void make(Path file, Path publicKeys) {
        try {
            if (Files.exists(file)) {
                return;
            }
            KeyPair pair = KeyPairGenerator.getInstance(Pem.ALGORITHM).generateKeyPair();
            PrivateFile.directory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.createDirectories(publicKeys);
            Files.writeString(
                    publicKeys.resolve(Pem.id(pair.getPublic()) + ".pem"), Pem.text(pair.getPublic(), "PUBLIC KEY"));
            PrivateFile.write(file, Pem.text(pair.getPrivate(), "PRIVATE KEY"));
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningKeyMissing("A key for the evidence ledger cannot be made at " + file, e);
        }
    }

    String id() {
        return id;
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(Pem.ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 signs with Ed25519", e);
        }
    }
}
