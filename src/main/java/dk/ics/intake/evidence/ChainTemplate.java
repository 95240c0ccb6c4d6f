package dk.ics.intake.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a chain from which copies are made. The last entry that names a row gets the digest of the copied row;
 * earlier ones keep the original's, for the row as it stood then is no longer there to be digested. Hashes of values are
 * the original's, whose values and salts are copied along.
 */
final class ChainTemplate {

    private static final Pattern ID = Pattern.compile("(?:.*[^0-9a-f])?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})");

    /** An entry with the salts and values of its names. */
    private record Line(JsonNode payload, Map<String, StoredValue> values) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Integer> lastOfRow = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    private ChainTemplate() {}

    static ChainTemplate read(Connection connection, String chain) throws SQLException {
        ChainTemplate template = new ChainTemplate();
        Map<Integer, Map<String, StoredValue>> values = values(connection, chain);
        try (PreparedStatement statement = connection.prepareStatement(
                "select sequence, payload from ics.evidence_entry where chain = ? order by sequence")) {
            statement.setString(1, chain);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    template.add(Checkpoint.read(rows.getString(2)), values.getOrDefault(rows.getInt(1), Map.of()));
                }
            }
        }
        return template;
    }

    private static Map<Integer, Map<String, StoredValue>> values(Connection connection, String chain)
            throws SQLException {
        Map<Integer, Map<String, StoredValue>> values = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select sequence, name, value, salt from ics.evidence_value where chain = ? order by sequence, name")) {
            statement.setString(1, chain);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    StoredValue value = new StoredValue(
                            chain, rows.getInt(1), rows.getString(2), rows.getString(3), rows.getBytes(4), null, null);
                    values.computeIfAbsent(value.sequence(), of -> new LinkedHashMap<>())
                            .put(value.name(), value);
                }
            }
        }
        return values;
    }

    private void add(JsonNode payload, Map<String, StoredValue> values) {
        int place = lines.size();
        payload.path("rows")
                .fields()
                .forEachRemaining(table -> table.getValue().fieldNames().forEachRemaining(key -> {
                    lastOfRow.put(table.getKey() + "\t" + key, place);
                    String id = id(key);
                    // The training that a control names is not the case's own.
                    if (id != null && !table.getKey().equals("ics.control_training")) {
                        ids.add(id);
                    }
                }));
        lines.add(new Line(payload, values));
    }

    int length() {
        return lines.size();
    }

    /**
     * The entries of a copy.
     *
     * @param rows all its rows as they stand, by table and key with a tab between them
     * @throws IllegalStateException if a row is missing, or there is one of which no entry tells
     */
    List<Entry> copy(CopiedChain copy, Map<String, RowDigest> rows) {
        Map<String, RowDigest> left = new HashMap<>(rows);
        List<Entry> entries = new ArrayList<>();
        byte[] before = null;
        for (int place = 0; place < lines.size(); place++) {
            List<Entry.Kept> kept = new ArrayList<>();
            String payload = Checkpoint.write(payload(copy, place, left, kept));
            byte[] hash = Digests.link(before, payload);
            entries.add(new Entry(copy.chain(), place + 1, payload, hash, kept));
            before = hash;
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("No entry of " + copy.original() + " tells of the rows " + left.keySet());
        }
        return entries;
    }

    private Map<String, @Nullable Object> payload(
            CopiedChain copy, int place, Map<String, RowDigest> left, List<Entry.Kept> kept) {
        Line line = lines.get(place);
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        line.payload().fields().forEachRemaining(member -> {
            JsonNode content = member.getValue();
            members.put(
                    member.getKey(),
                    switch (member.getKey()) {
                        case "chain" -> copy.chain();
                        case "at" -> copy.earlier(content.asText()).toString();
                        case "act", "acts" -> renamed(content, copy);
                        case "rows" -> rows(copy, place, content, left, kept);
                        default -> content;
                    });
        });
        line.payload()
                .path("values")
                .fieldNames()
                .forEachRemaining(name ->
                        kept.add(kept(name, Objects.requireNonNull(line.values().get(name)))));
        return members;
    }

    private Map<String, Object> rows(
            CopiedChain copy, int place, JsonNode tables, Map<String, RowDigest> left, List<Entry.Kept> kept) {
        Map<String, Object> copied = new LinkedHashMap<>();
        tables.fields().forEachRemaining(table -> {
            Map<String, @Nullable String> ofTable = new LinkedHashMap<>();
            String name = table.getKey();
            table.getValue().fields().forEachRemaining(row -> {
                String key = copy.key(name, row.getKey(), isOwn(row.getKey()));
                StoredValue salt = lines.get(place).values().get(RowDigest.name(name, row.getKey()));
                if (salt != null) {
                    kept.add(kept(RowDigest.name(name, key), salt));
                }
                boolean last = lastOfRow.getOrDefault(name + "\t" + row.getKey(), -1) == place;
                ofTable.put(
                        key,
                        row.getValue().isNull()
                                ? null
                                : last
                                        ? digest(left.remove(name + "\t" + key), name + " " + key, salt)
                                        : row.getValue().asText());
            });
            copied.put(name, ofTable);
        });
        return copied;
    }

    private static String digest(@Nullable RowDigest row, String name, @Nullable StoredValue salt) {
        byte[] digest = row == null ? null : row.current();
        if (row == null || digest == null) {
            throw new IllegalStateException("Row " + name + " was not copied");
        }
        byte[] with = salt == null ? null : salt.salt();
        return EntryWriter.written(row.table(), with == null ? digest : Digests.salted(with, digest));
    }

    private static Entry.Kept kept(String name, StoredValue value) {
        return new Entry.Kept(name, value.value(), Objects.requireNonNull(value.salt()));
    }

    /** Texts and lists of texts, however deep. */
    private Object renamed(JsonNode content, CopiedChain copy) {
        if (content.isTextual()) {
            return copy.renamed(content.asText(), isOwn(content.asText()));
        }
        if (content.isArray()) {
            List<Object> all = new ArrayList<>();
            content.forEach(one -> all.add(renamed(one, copy)));
            return all;
        }
        if (content.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            content.fields().forEachRemaining(one -> members.put(one.getKey(), renamed(one.getValue(), copy)));
            return members;
        }
        return content;
    }

    private boolean isOwn(String text) {
        String id = id(text);
        return id != null && ids.contains(id);
    }

    private static @Nullable String id(String text) {
        var matcher = ID.matcher(text);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
