package dk.ics.intake.authority;

import dk.ics.intake.casefile.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The book of what goes to other authorities.
 *
 * <p>A forwarding is opened in a transaction of its own before anything is sent, so that a crash leaves a trace and the
 * next try has the same key. It leaves state {@code prepared} in the transaction in which the process goes on: as long as
 * it is prepared, the same attempt goes on; only when the process comes to the step again, after a person's decision, does
 * a new one begin.
 */
@Service
public class Forwardings {

    private static final String COLUMNS =
            "id, case_reference, authority, step, attempt, idempotency_key, process_instance_id, state, sent_at";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuthorityActs acts;

    Forwardings(JdbcClient jdbc, Clock clock, AuthorityActs acts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.acts = acts;
    }

    /** The attempt under way at this step, or a new one. Committed at once. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Forwarding open(CaseReference reference, Authority authority, String step, String processInstanceId) {
        Optional<Forwarding> latest = latest(reference, step);
        if (latest.isPresent() && latest.get().state() == Forwarding.State.PREPARED) {
            return latest.get();
        }
        int attempt = latest.map(Forwarding::attempt).orElse(0) + 1;
        jdbc.sql("""
                        insert into ics.forwarding (id, case_reference, authority, step, attempt, idempotency_key,
                            process_instance_id, state, prepared_at)
                        values (:id, :reference, :authority, :step, :attempt, :key, :instance, 'prepared', :at)
                        """)
                .param("id", UUID.randomUUID())
                .param("reference", reference.value())
                .param("authority", authority.code())
                .param("step", step)
                .param("attempt", attempt)
                .param("key", reference.value() + "/" + step + "/" + attempt)
                .param("instance", processInstanceId)
                .param("at", now())
                .update();
        Forwarding opened = latest(reference, step).orElseThrow();
        acts.of(opened, "prepared");
        return opened;
    }

    /** It leaves the house now. Committed at once, before the first byte. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void leaving(Forwarding forwarding) {
        setSentAt(forwarding, clock.instant());
        acts.of(forwarding, "sent");
    }

    /** It did not leave after all. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void stayed(Forwarding forwarding) {
        if (!forwarding.mayHaveArrived()) {
            setSentAt(forwarding, null);
        }
        acts.of(forwarding, "notSent");
    }

    /** Goes on to a state in the caller's transaction, together with the process. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reached(Forwarding forwarding, Forwarding.State state) {
        jdbc.sql("""
                        update ics.forwarding set state = :state,
                            answered_at = case when :state = 'answered' then :at::timestamptz else answered_at end
                        where id = :id
                        """)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("at", now())
                .param("id", forwarding.id())
                .update();
        acts.of(
                forwarding,
                state == Forwarding.State.SENT ? "forwarded" : state.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Hands a forwarding that nobody has answered to the instance that goes on with the case, so that it is not sent a
     * second time: a case that moves to another municipality waits there for the same receipt.
     *
     * @return whether there was one of another instance
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeOver(CaseReference reference, String step, String processInstanceId) {
        // One statement that locks only what it takes: whoever takes nothing opens a new attempt, in its own
        // transaction.
        boolean taken = jdbc.sql("""
                        update ics.forwarding set process_instance_id = :instance, state = 'sent'
                        where id = (select id from ics.forwarding
                                where case_reference = :reference and step = :step order by attempt desc limit 1)
                            and state in ('sent', 'waiting') and process_instance_id <> :instance
                        """)
                        .param("reference", reference.value())
                        .param("step", step)
                        .param("instance", processInstanceId)
                        .update()
                > 0;
        if (taken) {
            acts.of(latest(reference, step).orElseThrow(), "takenOver");
        }
        return taken;
    }

    /** The latest attempt of a step; others who look at it wait until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Forwarding> lockLatest(CaseReference reference, String step) {
        return latest(reference, step);
    }

    /** From the caller's commit on the latest attempt's receipts are for another process instance. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void passOn(CaseReference reference, String step, String processInstanceId) {
        latest(reference, step).ifPresent(forwarding -> {
            jdbc.sql("update ics.forwarding set process_instance_id = :instance where id = :id")
                    .param("instance", processInstanceId)
                    .param("id", forwarding.id())
                    .update();
            acts.of(forwarding, "passedOn");
        });
    }

    /** A forwarding by its id; others who look at it wait until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Forwarding> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from ics.forwarding where id = :id for update")
                .param("id", id)
                .query(Forwardings::read)
                .optional();
    }

    /** The case of a forwarding for whose receipt the process waits; nothing is locked. */
    @Transactional(readOnly = true)
    public Optional<CaseReference> waitingCase(UUID id) {
        return jdbc.sql("select case_reference from ics.forwarding where id = :id and state = 'waiting'")
                .param("id", id)
                .query((row, number) -> new CaseReference(row.getString(1)))
                .optional();
    }

    /** The latest attempt of each step that may have reached its authority. */
    @Transactional(readOnly = true)
    public List<Forwarding> mayHaveArrived(CaseReference reference) {
        return jdbc.sql("select distinct on (step) " + COLUMNS + " from ics.forwarding"
                        + " where case_reference = :reference and sent_at is not null order by step, attempt desc")
                .param("reference", reference.value())
                .query(Forwardings::read)
                .list();
    }

    /** Whether a later attempt of the same step has taken its place. */
    @Transactional(readOnly = true)
    public boolean isReplaced(Forwarding forwarding) {
        return jdbc.sql("""
                        select exists (select 1 from ics.forwarding
                            where case_reference = :reference and step = :step and attempt > :attempt)
                        """)
                .param("reference", forwarding.reference().value())
                .param("step", forwarding.step())
                .param("attempt", forwarding.attempt())
                .query(Boolean.class)
                .single();
    }

    /** Whether something of the latest attempt of a step has left the house. */
    @Transactional(readOnly = true)
    public boolean mayHaveArrived(CaseReference reference, String step) {
        return jdbc.sql("select sent_at is not null from ics.forwarding where case_reference = :reference"
                        + " and step = :step order by attempt desc limit 1")
                .param("reference", reference.value())
                .param("step", step)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private Optional<Forwarding> latest(CaseReference reference, String step) {
        return jdbc.sql("select " + COLUMNS + " from ics.forwarding where case_reference = :reference"
                        + " and step = :step order by attempt desc limit 1 for update")
                .param("reference", reference.value())
                .param("step", step)
                .query(Forwardings::read)
                .optional();
    }

    private void setSentAt(Forwarding forwarding, @Nullable Instant at) {
        jdbc.sql("update ics.forwarding set sent_at = :at::timestamptz where id = :id")
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .param("id", forwarding.id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Forwarding read(ResultSet row, int number) throws SQLException {
        return new Forwarding(
                row.getObject("id", UUID.class),
                new CaseReference(row.getString("case_reference")),
                Authority.of(row.getString("authority")).orElseThrow(),
                row.getString("step"),
                row.getInt("attempt"),
                row.getString("idempotency_key"),
                row.getString("process_instance_id"),
                Forwarding.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("sent_at") != null);
    }
}
