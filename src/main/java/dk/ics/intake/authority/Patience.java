package dk.ics.intake.authority;

import dk.ics.intake.casefile.CaseReference;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a person does by hand what an authority is asked for: always if it is not connected; if it is, after it has stayed
 * away for {@code ics.authorities.patience}, or at once if nobody can know whether a call arrived. Nothing is sent a second
 * time for that: the person is told that a call may have arrived, and asks.
 */
@Service
public class Patience {

    private final Authorities authorities;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration patience;
    private final TransactionTemplate atOnce;

    Patience(
            Authorities authorities,
            JdbcClient jdbc,
            Clock clock,
            @Value("${ics.authorities.patience:15m}") Duration patience,
            PlatformTransactionManager transactions) {
        this.authorities = authorities;
        this.jdbc = jdbc;
        this.clock = clock;
        this.patience = patience;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * What the authority says; empty if a person has to do it by hand.
     *
     * @param step id of the service task; the time is counted from its first failure in this case on
     * @throws AuthorityUnavailable when it does not answer and there is patience left
     * @throws AuthorityPaused when it is left in peace and there is patience left
     */
    public <T> Optional<T> orByHand(CaseReference reference, Authority authority, String step, Supplier<T> call) {
        if (!authorities.isConnected(authority)) {
            return Optional.empty();
        }
        try {
            T answer = call.get();
            forget(reference, step);
            return Optional.of(answer);
        } catch (OutcomeUnknown nobodyKnows) {
            return Optional.empty();
        } catch (AuthorityUnavailable silent) {
            if (isAtItsEnd(reference, step)) {
                return Optional.empty();
            }
            throw silent;
        } catch (AuthorityPaused paused) {
            if (isAtItsEnd(reference, step)) {
                return Optional.empty();
            }
            throw paused;
        }
    }

    private boolean isAtItsEnd(CaseReference reference, String step) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        OffsetDateTime since = atOnce.execute(status -> jdbc.sql("""
                        insert into ics.authority_silence (case_reference, step, since) values (:reference, :step, :now)
                        on conflict (case_reference, step) do update set since = ics.authority_silence.since
                        returning since
                        """)
                .param("reference", reference.value())
                .param("step", step)
                .param("now", now)
                .query(OffsetDateTime.class)
                .single());
        return since != null && !since.plus(patience).isAfter(now);
    }

    private void forget(CaseReference reference, String step) {
        jdbc.sql("delete from ics.authority_silence where case_reference = :reference and step = :step")
                .param("reference", reference.value())
                .param("step", step)
                .update();
    }
}
