package dk.ics.intake.packaging;

import dk.ics.intake.vault.KeysetCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** What an operator makes for the evidence ledger: a key pair as OpenSSL writes it, and a folder for checkpoints. */
final class EvidenceFolders {

    private EvidenceFolders() {}

    /** The settings that name them. Whoever runs the application may read the one and write the other. */
    static Map<String, String> in(Path folder) throws Exception {
        Path publicKeys = Files.createDirectory(folder.resolve("public"));
        Path checkpoints = Files.createDirectory(folder.resolve("checkpoints"));
        Path key = folder.resolve("signing-key.pem");
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(key, pem(pair.getPrivate(), "PRIVATE KEY"));
        Files.writeString(publicKeys.resolve("2026.pem"), pem(pair.getPublic(), "PUBLIC KEY"));
        for (Path open : new Path[] {folder, publicKeys}) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(checkpoints, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        return Map.of(
                "ICS_EVIDENCE_SIGNINGKEY", key.toString(),
                "ICS_EVIDENCE_PUBLICKEYS", publicKeys.toString(),
                "ICS_EVIDENCE_EXPORT", checkpoints.toString());
    }

    /** The file of keys that contents are sealed with, made by the command of docs/operations.md. */
    static Path keyset(Path folder) throws Exception {
        Path keyset = folder.resolve("keyset.json");
        int code = new KeysetCommand(System.out, System.err)
                .run(new SimpleCommandLinePropertySource("--" + KeysetCommand.OPTION + "=" + keyset));
        if (code != 0) {
            throw new IllegalStateException("No keys were made");
        }
        Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString("rw-r--r--"));
        return keyset;
    }

    private static String pem(Key key, String kind) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getEncoder().encodeToString(key.getEncoded()), kind);
    }
}
