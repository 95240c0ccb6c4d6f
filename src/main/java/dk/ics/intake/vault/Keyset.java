package dk.ics.intake.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dk.ics.intake.database.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The keys in their file: one seals, all open. The file is Tink's JSON, not encrypted itself: who may read it has the keys. */
record Keyset(KeysetHandle handle) {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink could not be set up", e);
        }
    }

    /** @throws KeysetMissing if it cannot be read */
    static Keyset read(Path file) {
        try {
            return new Keyset(
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get()));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // Without the cause: a parser may quote what it read.
            throw new KeysetMissing("The keys that contents are sealed with cannot be read from " + file, null);
        }
    }

    /** A new set of one key. */
    static Keyset create() {
        return built(KeysetHandle.newBuilder());
    }

    /** The same with one more key, which seals from now on. */
    Keyset rotated() {
        return built(KeysetHandle.newBuilder(handle));
    }

    String primary() {
        return name(handle.getPrimary());
    }

    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < handle.size(); i++) {
            ids.add(name(handle.getAt(i)));
        }
        return ids;
    }

    /** Only its owner may read it. */
    void write(Path file) throws IOException {
        try {
            PrivateFile.directory(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            PrivateFile.write(file, TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keys could not be written", e);
        }
    }

    /** Makes a set unless there is one already. */
    static void make(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            create().write(file);
        } catch (IOException e) {
            throw new KeysetMissing("A key to seal contents with cannot be made at " + file, e);
        }
    }

    private static KeysetHandle.Builder.Entry newKey() {
        return KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
    }

    private static Keyset built(KeysetHandle.Builder builder) {
        try {
            return new Keyset(builder.addEntry(newKey()).build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be made", e);
        }
    }

    private static String name(KeysetHandle.Entry entry) {
        return Integer.toUnsignedString(entry.getId());
    }
}
