package dk.ics.intake.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the ledger says of one case. Whether it says so truly is for {@link Verification} to tell. */
@Repository
public class Trail {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Trail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One entry.
     *
     * @param act codes and ids of what was done, by name
     * @param rows keys of the rows it vouches for, by table
     */
    public record Said(
            int sequence, Instant at, Kind kind, String user, Map<String, String> act, Map<String, Set<String>> rows) {

        public @Nullable String fact(String name) {
            return act.get(name);
        }
    }

    /** The entries of a chain, from the first on; none for a case of which the ledger knows nothing. */
    public List<Said> of(String chain) {
        return jdbc
                .sql("select payload from ics.evidence_entry where chain = :chain order by sequence")
                .param("chain", chain)
                .query(String.class)
                .list()
                .stream()
                .map(Trail::read)
                .toList();
    }

    private static Said read(String payload) {
        try {
            JsonNode entry = JSON.readTree(payload);
            Map<String, String> act = new LinkedHashMap<>();
            entry.path("act")
                    .fields()
                    .forEachRemaining(
                            fact -> act.put(fact.getKey(), fact.getValue().asText()));
            Map<String, Set<String>> rows = new LinkedHashMap<>();
            entry.path("rows").fields().forEachRemaining(table -> {
                Set<String> keys = new HashSet<>();
                table.getValue().fieldNames().forEachRemaining(keys::add);
                rows.put(table.getKey(), keys);
            });
            return new Said(
                    entry.path("sequence").asInt(),
                    Instant.parse(entry.path("at").asText()),
                    Kind.of(entry.path("kind").asText()).orElseThrow(),
                    entry.path("user").asText(),
                    act,
                    rows);
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes the payload.
            throw new IllegalStateException("An entry of the ledger is no JSON");
        }
    }
}
