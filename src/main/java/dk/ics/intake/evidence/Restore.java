package dk.ics.intake.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The signed statement that an older copy of the database was lawfully put back: the checkpoints after the last one kept
 * are given up, each named by its hash, and numbering goes on after them.
 */
record Restore(String payload, byte[] signature, String keyId) {

    /** What the statement says. */
    record Content(Instant at, String who, String why, long kept, Map<Long, String> givenUp, String key) {

        String json() {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("v", 1);
            members.put("restored", at.toString());
            members.put("who", who);
            members.put("why", why);
            members.put("kept", kept);
            members.put("givenUp", givenUp);
            members.put("key", key);
            return Checkpoint.write(members);
        }
    }

    Content content() {
        JsonNode json = Checkpoint.read(payload);
        Map<Long, String> givenUp = new TreeMap<>();
        json.path("givenUp")
                .fields()
                .forEachRemaining(one ->
                        givenUp.put(Long.valueOf(one.getKey()), one.getValue().asText()));
        return new Content(
                Instant.parse(json.path("restored").asText()),
                json.path("who").asText(),
                json.path("why").asText(),
                json.path("kept").asLong(),
                givenUp,
                json.path("key").asText());
    }

    String file() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("key", keyId);
        members.put("signature", Base64.getEncoder().encodeToString(signature));
        members.put("payload", payload);
        return Checkpoint.write(members) + "\n";
    }

    static Restore ofFile(String text) {
        JsonNode json = Checkpoint.read(text);
        return new Restore(
                json.path("payload").asText(),
                Base64.getDecoder().decode(json.path("signature").asText()),
                json.path("key").asText());
    }
}
