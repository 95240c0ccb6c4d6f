package dk.ics.intake.letter;

import dk.ics.intake.casefile.CaseReference;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which letters went out. A letter is mailed once for each time the process comes to its step, however often the step is
 * tried: {@code mailed} is committed as soon as the mail server has it, {@code passed} together with the process.
 */
@Repository
class LetterBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One letter; its id is the same at each try. */
    record Entry(CaseReference reference, String step, int number, String messageId, boolean mailed) {}

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Entry open(CaseReference reference, String step, String domain) {
        Optional<Entry> underWay = jdbc.sql("""
                        select number, message_id, state from ics.letter
                        where case_reference = :reference and step = :step and state <> 'passed'
                        """)
                .param("reference", reference.value())
                .param("step", step)
                .query((row, at) -> new Entry(
                        reference,
                        step,
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3).equals("mailed")))
                .optional();
        if (underWay.isPresent()) {
            return underWay.get();
        }
        int number = jdbc.sql("select count(*) + 1 from ics.letter where case_reference = :reference and step = :step")
                .param("reference", reference.value())
                .param("step", step)
                .query(Integer.class)
                .single();
        Entry entry = new Entry(
                reference, step, number, "<%s.%s.%d@%s>".formatted(reference.value(), step, number, domain), false);
        jdbc.sql("""
                        insert into ics.letter (case_reference, step, number, message_id, state, prepared_at)
                        values (:reference, :step, :number, :messageId, 'prepared', :at)
                        """)
                .param("reference", reference.value())
                .param("step", step)
                .param("number", number)
                .param("messageId", entry.messageId())
                .param("at", now())
                .update();
        return entry;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void mailed(Entry entry) {
        jdbc.sql("update ics.letter set state = 'mailed', mailed_at = :at where message_id = :messageId")
                .param("at", now())
                .param("messageId", entry.messageId())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void passed(Entry entry) {
        jdbc.sql("update ics.letter set state = 'passed' where message_id = :messageId")
                .param("messageId", entry.messageId())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
