package dk.ics.intake.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Ed25519 keys in the files OpenSSL writes. */
final class Pem {

    static final String ALGORITHM = "Ed25519";

    private Pem() {}

    static PrivateKey privateKey(Path file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(content(file, "PRIVATE KEY")));
    }

    static PublicKey publicKey(Path file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(content(file, "PUBLIC KEY")));
    }

    static String text(Key key, String kind) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()), kind);
    }

    /** The first 16 hexadecimal digits of the SHA-256 of the public key as it is encoded. */
    static String id(PublicKey key) {
        return HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256().digest(key.getEncoded()), 8));
    }

    private static byte[] content(Path file, String kind) throws IOException {
        String text = Files.readString(file).strip();
        String begin = "-----BEGIN " + kind + "-----";
        String end = "-----END " + kind + "-----";
        if (!text.startsWith(begin) || !text.endsWith(end)) {
            throw new IOException(file + " is no " + kind + " as PEM");
        }
        return Base64.getMimeDecoder().decode(text.substring(begin.length(), text.length() - end.length()));
    }
}
