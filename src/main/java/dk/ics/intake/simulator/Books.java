package dk.ics.intake.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The authorities' books: every arrival, every answer, everything issued. */
public class Books {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final DanishCalendar calendar;

    Books(JdbcClient jdbc, ObjectMapper json, Clock clock, DanishCalendar calendar) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** All arrivals at an authority, oldest first. */
    public List<Arrival> arrivals(String authority) {
        return jdbc.sql("""
                        select authority, operation, idempotency_key, body::text, arrived_at
                        from simulator.arrival where authority = :authority order by id
                        """)
                .param("authority", authority)
                .query((row, number) -> new Arrival(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What was issued under a key: {@code residenceDocument}, {@code healthCard}, {@code mitId}, {@code taxCase}, {@code nidcCase}. */
    public Optional<String> issued(String kind, String key) {
        return jdbc.sql("select number from simulator.issue where kind = :kind and idempotency_key = :key")
                .param("kind", kind)
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /**
     * The number a key was registered with: a new one that was issued for it, or one the person had already, which is
     * issued to nobody again and may stand under the keys of several cases.
     */
    Optional<String> registered(String key) {
        return issued("personalNumber", key)
                .or(() -> jdbc.sql("""
                        select body ->> 'personalNumber' from simulator.answer
                        where authority = 'cpr' and operation = 'registrations' and idempotency_key = :key
                          and status = 200
                        """).param("key", key).query(String.class).optional());
    }

    /** How many of a kind were issued. */
    public long issuedOf(String kind) {
        return jdbc.sql("select count(*) from simulator.issue where kind = :kind")
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    void arrived(String authority, Call call) {
        jdbc.sql("""
                        insert into simulator.arrival (authority, operation, idempotency_key, body, arrived_at)
                        values (:authority, :operation, :key, :body::jsonb, :at)
                        """)
                .param("authority", authority)
                .param("operation", call.operation())
                .param("key", call.key())
                .param("body", call.body().toString())
                .param("at", now())
                .update();
    }

    Optional<Reply> answered(String authority, Call call) {
        return jdbc.sql("""
                        select status, body::text from simulator.answer
                        where authority = :authority and operation = :operation and idempotency_key = :key
                        """)
                .param("authority", authority)
                .param("operation", call.operation())
                .param("key", call.key())
                .query((row, number) -> new Reply(row.getInt(1), read(row.getString(2))))
                .optional();
    }

    void answer(String authority, Call call, Reply reply) {
        jdbc.sql("""
                        insert into simulator.answer
                            (authority, operation, idempotency_key, status, body, answered_at)
                        values (:authority, :operation, :key, :status, :body::jsonb, :at)
                        """)
                .param("authority", authority)
                .param("operation", call.operation())
                .param("key", call.key())
                .param("status", reply.status())
                .param("body", write(reply.body()))
                .param("at", now())
                .update();
    }

    /** Issues the next number of a kind under a key. */
    String issue(String kind, String key, String format) {
        long next = jdbc.sql("select nextval('simulator.issue_number')")
                .query(Long.class)
                .single();
        return issueNumber(kind, key, String.format(format, next));
    }

    String issueNumber(String kind, String key, String number) {
        jdbc.sql("""
                        insert into simulator.issue (kind, idempotency_key, number, issued_on)
                        values (:kind, :key, :number, :on)
                        """)
                .param("kind", kind)
                .param("key", key)
                .param("number", number)
                .param("on", calendar.today())
                .update();
        return number;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Map<String, Object> read(String body) {
        try {
            return json.readValue(body, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer in the books is not JSON", e);
        }
    }

    private String write(Map<String, ?> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer cannot be written as JSON", e);
        }
    }
}
