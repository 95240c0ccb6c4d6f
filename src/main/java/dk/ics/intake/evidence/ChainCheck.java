package dk.ics.intake.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One chain, entry by entry, with the values of each; ends with what its rows must be. */
final class ChainCheck {

    /** What the last entry that names a row says of it; without a digest the row is gone. */
    record Expected(
            int sequence, @Nullable String digest, @Nullable StoredValue salt) {}

    private record Erased(String rule, String at) {}

    private final String chain;
    private final Findings findings;
    private final Map<String, Expected> rows = new HashMap<>();
    private final Map<String, Erased> erasures = new HashMap<>();
    private final List<StoredValue> erased = new ArrayList<>();
    private int sequence;
    private byte @Nullable [] storedHash;
    private byte @Nullable [] trueHash;
    private boolean suspect;
    private boolean takenOver;

    ChainCheck(String chain, Findings findings) {
        this.chain = chain;
        this.findings = findings;
    }

    void next(StoredEntry entry, List<StoredValue> values) {
        boolean gap = place(entry);
        byte[] hash = Digests.link(storedHash, entry.payload());
        byte[] after = suspect ? Digests.link(trueHash, entry.payload()) : hash;
        boolean fits = Arrays.equals(hash, entry.hash());
        boolean fitsTrue = Arrays.equals(after, entry.hash());
        if (suspect) {
            // The entry before was wrong: if this one follows what its payload gives, only its hash was changed.
            found(fitsTrue && !fits ? FindingType.HASH_CHANGED : FindingType.ENTRY_CHANGED, sequence);
        }
        suspect = !gap && !fits && !fitsTrue;
        storedHash = entry.hash();
        trueHash = suspect ? hash : entry.hash();
        sequence = entry.sequence();
        read(entry, values);
    }

    /** Says whether entries are missing before this one, so that nothing can be said of its link. */
    private boolean place(StoredEntry entry) {
        if (entry.sequence() <= sequence) {
            found(FindingType.ENTRY_INSERTED, entry.sequence());
            return true;
        }
        if (entry.sequence() == sequence + 1) {
            return false;
        }
        int first = sequence + 1;
        int last = entry.sequence() - 1;
        findings.add(
                Finding.of(FindingType.ENTRY_MISSING, chain, first, first == last ? null : "til og med post " + last));
        return true;
    }

    private void read(StoredEntry entry, List<StoredValue> values) {
        JsonNode payload;
        try {
            payload = Checkpoint.read(entry.payload());
        } catch (IllegalArgumentException notJson) {
            found(FindingType.ENTRY_UNREADABLE, entry.sequence());
            return;
        }
        if (!payload.path("chain").asText().equals(chain)
                || payload.path("sequence").asInt() != entry.sequence()) {
            findings.add(Finding.of(
                    FindingType.ENTRY_MOVED,
                    chain,
                    entry.sequence(),
                    "indholdet er fra %s, post %s"
                            .formatted(
                                    payload.path("chain").asText("?"),
                                    payload.path("sequence").asText("?"))));
        }
        JsonNode act = payload.path("act");
        if (payload.path("kind").asText().equals(Kind.ERASED.code())) {
            erasures.put(
                    act.path("entry").asInt() + " " + act.path("name").asText(),
                    new Erased(act.path("rule").asText(), act.path("erasedAt").asText()));
        }
        takenOver |= payload.path("kind").asText().equals(Kind.TAKEN_OVER.code());
        values(entry, payload, values);
    }

    private void values(StoredEntry entry, JsonNode payload, List<StoredValue> values) {
        Map<String, StoredValue> byName = new HashMap<>();
        for (StoredValue value : values) {
            if (value.sequence() == entry.sequence() && value.chain().equals(chain)) {
                byName.put(value.name(), value);
            } else {
                findings.add(Finding.of(
                        FindingType.VALUE_INSERTED,
                        value.chain(),
                        value.sequence(),
                        "ics.evidence_value " + value.name()));
            }
        }
        payload.path("values").fields().forEachRemaining(hash -> {
            StoredValue value = present(entry, hash.getKey(), byName.remove(hash.getKey()));
            if (value != null && !hash.getValue().asText().equals(salted(value))) {
                found(FindingType.VALUE_CHANGED, entry.sequence(), value.name());
            }
        });
        payload.path("rows")
                .fields()
                .forEachRemaining(table -> table.getValue()
                        .fields()
                        .forEachRemaining(row -> row(entry, table.getKey(), row.getKey(), row.getValue(), byName)));
        byName.values().forEach(extra -> found(FindingType.VALUE_INSERTED, entry.sequence(), extra.name()));
    }

    private void row(StoredEntry entry, String table, String key, JsonNode digest, Map<String, StoredValue> byName) {
        String name = RowDigest.name(table, key);
        StoredValue salt = byName.remove(name);
        if (digest.isNull() || !WatchedTables.isSalted(table)) {
            if (salt != null) {
                found(FindingType.VALUE_INSERTED, entry.sequence(), name);
            }
        } else {
            StoredValue present = present(entry, name, salt);
            if (present != null && present.value() != null) {
                found(FindingType.VALUE_CHANGED, entry.sequence(), name);
            }
        }
        rows.put(table + "\t" + key, new Expected(entry.sequence(), digest.isNull() ? null : digest.asText(), salt));
    }

    /** The value if it is there with its salt; an erased one is looked at when all erasures of the chain are known. */
    private @Nullable StoredValue present(StoredEntry entry, String name, @Nullable StoredValue value) {
        if (value == null || (value.salt() == null && !value.isErased())) {
            found(FindingType.VALUE_MISSING, entry.sequence(), name);
            return null;
        }
        if (value.isErased()) {
            erased.add(value);
            return null;
        }
        if (value.erasedRule() != null || value.erasedAt() != null) {
            found(FindingType.ERASURE_CHANGED, entry.sequence(), name);
        }
        return value;
    }

    private static @Nullable String salted(StoredValue value) {
        return value.salt() == null || value.value() == null
                ? null
                : Digests.text(Digests.salted(value.salt(), value.value()));
    }

    /** The chain has no further entry. */
    void end() {
        if (suspect) {
            found(FindingType.ENTRY_CHANGED, sequence);
        }
        for (StoredValue value : erased) {
            Erased by = erasures.get(value.sequence() + " " + value.name());
            if (by == null) {
                found(FindingType.VALUE_MISSING, value.sequence(), value.name());
            } else if (!by.rule().equals(value.erasedRule()) || !by.at().equals(String.valueOf(value.erasedAt()))) {
                found(FindingType.ERASURE_CHANGED, value.sequence(), value.name());
            } else {
                found(FindingType.ERASED_BY_RULE, value.sequence(), value.name() + " (" + by.rule() + ")");
            }
        }
        if (takenOver) {
            findings.add(Finding.of(FindingType.TAKEN_OVER, chain, null, null));
        }
    }

    /** What the rows of this chain must be, by table and key with a tab between them. */
    Map<String, Expected> rows() {
        return rows;
    }

    String chain() {
        return chain;
    }

    int length() {
        return sequence;
    }

    private void found(FindingType type, int at) {
        findings.add(Finding.of(type, chain, at, null));
    }

    private void found(FindingType type, int at, String name) {
        findings.add(Finding.of(type, chain, at, name));
    }
}
