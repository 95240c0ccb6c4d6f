package dk.ics.intake.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes payloads. Version 1; a later version may add members, and what is written is never written anew. */
final class EntryWriter {

    static final int VERSION = 1;
    private static final int SALT_LENGTH = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SecureRandom random = new SecureRandom();

    /** The entry that follows one with this hash, or the first. */
    Entry write(
            String chain,
            int sequence,
            byte @Nullable [] before,
            Instant at,
            String userId,
            Page.Line line,
            List<RowDigest> rows) {
        List<Entry.Kept> kept = new ArrayList<>();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("v", VERSION);
        payload.put("chain", chain);
        payload.put("sequence", sequence);
        payload.put("kind", line.kind().code());
        payload.put("at", at.truncatedTo(ChronoUnit.MICROS).toString());
        payload.put("user", userId);
        putUnlessEmpty(payload, "act", line.facts().act());
        putUnlessEmpty(payload, "fields", line.facts().fields());
        if (!line.acts().isEmpty()) {
            payload.put("acts", line.acts());
        }
        putUnlessEmpty(payload, "values", values(line.facts(), kept));
        putUnlessEmpty(payload, "rows", rows(rows, kept));
        String text = json(payload);
        return new Entry(chain, sequence, text, Digests.link(before, text), kept);
    }

    private Map<String, Object> values(Facts facts, List<Entry.Kept> kept) {
        Map<String, Object> hashes = new TreeMap<>();
        facts.personal().forEach((name, value) -> {
            byte[] salt = salt();
            kept.add(new Entry.Kept(name, value, salt));
            hashes.put(name, Digests.text(Digests.salted(salt, value)));
        });
        return hashes;
    }

    private Map<String, Object> rows(List<RowDigest> rows, List<Entry.Kept> kept) {
        Map<String, Object> tables = new TreeMap<>();
        Map<String, Map<String, @Nullable String>> byTable = new TreeMap<>();
        rows.forEach(row -> byTable.computeIfAbsent(row.table().name(), of -> new TreeMap<>())
                .put(row.key(), digest(row, kept)));
        tables.putAll(byTable);
        return tables;
    }

    /** Digest of a row, with the version of the columns if it is not the first; null if the row is gone. */
    private @Nullable String digest(RowDigest row, List<Entry.Kept> kept) {
        byte[] digest = row.current();
        if (digest == null) {
            return null;
        }
        if (row.table().salted()) {
            byte[] salt = salt();
            kept.add(new Entry.Kept(row.name(), null, salt));
            digest = Digests.salted(salt, digest);
        }
        return written(row.table(), digest);
    }

    static String written(WatchedTable table, byte[] digest) {
        return (table.version() == 1 ? "" : table.version() + ":") + Digests.text(digest);
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }

    private static void putUnlessEmpty(Map<String, Object> payload, String name, Map<String, ?> content) {
        if (!content.isEmpty()) {
            payload.put(name, content);
        }
    }

    private static String json(Map<String, Object> payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            // Without the cause: it may quote the payload.
            throw new IllegalStateException("An entry of the ledger cannot be written as JSON");
        }
    }
}
