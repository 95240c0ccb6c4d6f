package dk.ics.intake.application;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fingerprint of what an application says.
 *
 * <p>Taken from the values as they were understood, so that blanks, the order of keys, the writing of a number or of an
 * accented letter make no difference, and written with lengths, so that no two contents run together.
 */
final class ContentHash {

    private ContentHash() {}

    /** SHA-256, hexadecimal. */
    static String of(List<SubmittedPerson> persons) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(persons.size());
            for (SubmittedPerson person : persons) {
                text(out, person.municipality().value());
                text(out, person.category());
                any(out, person.values());
                out.writeInt(person.documents().size());
                for (SubmittedDocument document : person.documents()) {
                    text(out, document.type().code());
                    text(out, document.file().fileName());
                    text(out, document.file().contentType());
                    text(out, document.sent());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return sha256(bytes.toByteArray());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void any(DataOutputStream out, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeInt(map.size());
            for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
                text(out, entry.getKey().toString());
                any(out, entry.getValue());
            }
        } else if (value instanceof List<?> list) {
            out.writeInt(list.size());
            for (Object item : list) {
                any(out, item);
            }
        } else if (value instanceof BigDecimal number) {
            text(out, number.stripTrailingZeros().toPlainString());
        } else {
            text(out, value.toString());
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
