package dk.ics.intake.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A signature over everything that was appended since the one before.
 *
 * @param payload the exact text that was signed
 */
record Checkpoint(long number, String payload, byte[] signature, String keyId) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int VERSION = 1;

    /** Where a chain ended. */
    record Head(int sequence, String hash) {}

    /**
     * What the payload says.
     *
     * @param previous hash of the payload of the checkpoint before, or null for the first
     * @param digest SHA-256 over number and hash of each entry from {@code from} to {@code to}, in the order of the numbers
     * @param heads the end of each chain that grew
     */
    record Content(
            long number,
            @Nullable String previous,
            Instant at,
            String key,
            long from,
            long to,
            long count,
            String digest,
            Map<String, Head> heads) {

        String json() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("v", VERSION);
            members.put("number", number);
            members.put("previous", previous);
            members.put("at", at.toString());
            members.put("key", key);
            members.put("from", from);
            members.put("to", to);
            members.put("count", count);
            members.put("digest", digest);
            Map<String, Object> ends = new TreeMap<>();
            heads.forEach((chain, head) -> ends.put(chain, new Object[] {head.sequence(), head.hash()}));
            members.put("heads", ends);
            return write(members);
        }
    }

    /** @throws IllegalArgumentException if the payload is none of a checkpoint */
    Content content() {
        JsonNode json = read(payload);
        Map<String, Head> heads = new TreeMap<>();
        json.path("heads")
                .fields()
                .forEachRemaining(head -> heads.put(
                        head.getKey(),
                        new Head(
                                head.getValue().path(0).asInt(),
                                head.getValue().path(1).asText())));
        return new Content(
                json.path("number").asLong(),
                json.path("previous").isNull() ? null : json.path("previous").asText(),
                Instant.parse(json.path("at").asText()),
                json.path("key").asText(),
                json.path("from").asLong(),
                json.path("to").asLong(),
                json.path("count").asLong(),
                json.path("digest").asText(),
                heads);
    }

    /** What the next checkpoint names as the one before. */
    String hash() {
        return Digests.text(Digests.link(null, payload));
    }

    /** As it stands in its file outside the database. */
    String file() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("number", number);
        members.put("key", keyId);
        members.put("signature", Base64.getEncoder().encodeToString(signature));
        members.put("payload", payload);
        return write(members) + "\n";
    }

    /** @throws IllegalArgumentException if the text is none of a checkpoint's file */
    static Checkpoint ofFile(String text) {
        JsonNode json = read(text);
        return new Checkpoint(
                json.path("number").asLong(),
                json.path("payload").asText(),
                Base64.getDecoder().decode(json.path("signature").asText()),
                json.path("key").asText());
    }

    boolean isSame(Checkpoint other) {
        return number == other.number
                && payload.equals(other.payload)
                && keyId.equals(other.keyId)
                && Arrays.equals(signature, other.signature);
    }

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    static String write(Map<String, ? extends @Nullable Object> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
