package dk.ics.intake.authority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.evidence.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Receipts, kept before they are applied: whoever begins to wait looks here first. */
@Service
public class ReceiptInbox {

    private static final String COLUMNS = "authority, receipt_id, forwarding_id, kind, payload::text as payload";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final AuthorityActs acts;

    ReceiptInbox(JdbcClient jdbc, ObjectMapper json, Clock clock, AuthorityActs acts) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.acts = acts;
    }

    /** Keeps a receipt; a repetition changes nothing. Says whether it is new. */
    @Transactional
    public boolean keep(Receipt receipt) {
        boolean isNew = jdbc.sql("""
                        insert into ics.receipt (authority, receipt_id, forwarding_id, kind, payload, received_at)
                        values (:authority, :receiptId, :forwardingId, :kind, :payload::jsonb, :at)
                        on conflict (authority, receipt_id) do nothing
                        """)
                        .param("authority", receipt.authority().code())
                        .param("receiptId", receipt.receiptId())
                        .param("forwardingId", receipt.forwardingId())
                        .param("kind", receipt.kind().name())
                        .param("payload", receipt.content().toString())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (isNew) {
            acts.ofReceipt(chainOf(receipt), receipt);
        }
        return isNew;
    }

    /** A receipt about nothing we know belongs to no case. */
    private String chainOf(Receipt receipt) {
        return jdbc.sql("select case_reference from ics.forwarding where id = :id")
                .param("id", receipt.forwardingId())
                .query(String.class)
                .optional()
                .orElse(Evidence.SYSTEM);
    }

    /** The receipt as it was first kept, if it has not been applied yet. */
    @Transactional(readOnly = true)
    public Optional<Receipt> unapplied(Authority authority, String receiptId) {
        return jdbc.sql("select " + COLUMNS + " from ics.receipt"
                        + " where authority = :authority and receipt_id = :receiptId and applied_at is null")
                .param("authority", authority.code())
                .param("receiptId", receiptId)
                .query(this::read)
                .optional();
    }

    /** All receipts nobody has applied yet, oldest first. */
    @Transactional(readOnly = true)
    public List<Receipt> unapplied() {
        return jdbc.sql("select " + COLUMNS + " from ics.receipt where applied_at is null order by id")
                .query(this::read)
                .list();
    }

    /** The receipts that may end the wait of a forwarding, oldest first; only its own authority can answer. */
    @Transactional(readOnly = true)
    public List<Receipt> finalReceipts(Forwarding forwarding) {
        return jdbc
                .sql("select " + COLUMNS + " from ics.receipt where forwarding_id = :forwarding"
                        + " and authority = :authority and applied_at is null order by id")
                .param("forwarding", forwarding.id())
                .param("authority", forwarding.authority().code())
                .query(this::read)
                .list()
                .stream()
                .filter(receipt -> receipt.kind().isFinal())
                .toList();
    }

    /** Nothing more is to be done about it. In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void applied(Receipt receipt) {
        jdbc.sql("update ics.receipt set applied_at = :at where authority = :authority and receipt_id = :receiptId")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("authority", receipt.authority().code())
                .param("receiptId", receipt.receiptId())
                .update();
    }

    private Receipt read(ResultSet row, int number) throws SQLException {
        return new Receipt(
                Authority.of(row.getString("authority")).orElseThrow(),
                row.getString("receipt_id"),
                row.getObject("forwarding_id", UUID.class),
                ReceiptKind.valueOf(row.getString("kind")),
                parse(row.getString("payload")));
    }

    private JsonNode parse(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes the payload.
            throw new IllegalStateException("A kept receipt is not JSON");
        }
    }
}
