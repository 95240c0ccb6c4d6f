package dk.ics.intake.enquiry;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was asked. Rows are only added. */
@Service
public class Enquiries {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Evidence evidence;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Enquiries(JdbcClient jdbc, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.evidence = evidence;
    }

    /** @param userId the employee who took it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Enquiry enquiry, @Nullable String userId) {
        UUID id = ids.generate();
        String reference =
                enquiry.reference() == null ? null : enquiry.reference().value();
        jdbc.sql("""
                        insert into ics.enquiry
                          (id, at, user_id, channel, topic, outcome, referred_to, case_reference)
                        values (:id, :at, :user, :channel, :topic, :outcome, :referredTo, :reference)
                        """)
                .param("id", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", userId)
                .param("channel", enquiry.channel())
                .param("topic", enquiry.topic())
                .param("outcome", enquiry.outcome())
                .param("referredTo", enquiry.referredTo())
                .param("reference", reference)
                .update();
        evidence.record(
                Evidence.SYSTEM,
                Kind.ENQUIRY,
                userId,
                new Facts().code("enquiry", id).code("topic", enquiry.topic()).code("outcome", enquiry.outcome()));
    }
}
