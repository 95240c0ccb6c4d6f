package dk.ics.intake.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger of the shared database as a test reads it. */
public final class LedgerRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LedgerRows() {}

    /** The payloads of one kind, in the order in which they were appended. */
    public static List<JsonNode> ofKind(JdbcClient jdbc, Kind kind) {
        return all(jdbc).stream()
                .filter(payload -> payload.path("kind").asText().equals(kind.code()))
                .toList();
    }

    public static List<JsonNode> of(JdbcClient jdbc, String chain) {
        return all(jdbc).stream()
                .filter(payload -> payload.path("chain").asText().equals(chain))
                .toList();
    }

    public static List<JsonNode> all(JdbcClient jdbc) {
        return jdbc.sql("select payload from ics.evidence_entry order by id").query(String.class).list().stream()
                .map(LedgerRows::parse)
                .toList();
    }

    private static JsonNode parse(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
