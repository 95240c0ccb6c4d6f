package dk.ics.intake.letter;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which letters went out. A letter is mailed once for each time the process comes to its step, however often the step is
 * tried: {@code sending} is committed before the mail server gets it and {@code mailed} as soon as it has it, so a try that
 * finds it {@code sending} does not know whether it went; {@code passed} is committed together with the process.
 */
@Repository
class LetterBook {

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One letter; its id and its date are the same at each try.
     *
     * @param written the Danish day of the first try
     */
    record Entry(CaseReference reference, String step, int number, String messageId, State state, LocalDate written) {

        boolean mailed() {
            return state == State.MAILED;
        }
    }

    /** How far a letter was when it was opened. */
    enum State {
        PREPARED,
        SENDING,
        MAILED
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Entry open(CaseReference reference, String step, String domain) {
        Optional<Entry> underWay = jdbc.sql("""
                        select number, message_id, state, prepared_at from ics.letter
                        where case_reference = :reference and step = :step and state <> 'passed'
                        """)
                .param("reference", reference.value())
                .param("step", step)
                .query((row, at) -> new Entry(
                        reference,
                        step,
                        row.getInt(1),
                        row.getString(2),
                        State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                        day(row.getObject(4, OffsetDateTime.class))))
                .optional();
        if (underWay.isPresent()) {
            return underWay.get();
        }
        int number = jdbc.sql("select count(*) + 1 from ics.letter where case_reference = :reference and step = :step")
                .param("reference", reference.value())
                .param("step", step)
                .query(Integer.class)
                .single();
        OffsetDateTime now = now();
        Entry entry = new Entry(
                reference,
                step,
                number,
                "<%s.%s.%d@%s>".formatted(reference.value(), step, number, domain),
                State.PREPARED,
                day(now));
        jdbc.sql("""
                        insert into ics.letter (case_reference, step, number, message_id, state, prepared_at)
                        values (:reference, :step, :number, :messageId, 'prepared', :at)
                        """)
                .param("reference", reference.value())
                .param("step", step)
                .param("number", number)
                .param("messageId", entry.messageId())
                .param("at", now)
                .update();
        return entry;
    }

    /** Its text is handed over now. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void sending(Entry entry) {
        move(entry, "sending");
    }

    /** It did not go, so it may be tried again. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void notSent(Entry entry) {
        move(entry, "prepared");
    }

    private void move(Entry entry, String state) {
        jdbc.sql("update ics.letter set state = :state where message_id = :messageId")
                .param("state", state)
                .param("messageId", entry.messageId())
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void mailed(Entry entry) {
        jdbc.sql("update ics.letter set state = 'mailed', mailed_at = :at where message_id = :messageId")
                .param("at", now())
                .param("messageId", entry.messageId())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void passed(Entry entry, @Nullable UUID document, boolean toPrint) {
        if (document != null) {
            jdbc.sql("insert into ics.letter_document (document_id, message_id) values (:document, :messageId)")
                    .param("document", document)
                    .param("messageId", entry.messageId())
                    .update();
        }
        jdbc.sql("update ics.letter set state = 'passed', to_print = :toPrint where message_id = :messageId")
                .param("toPrint", toPrint && document != null)
                .param("messageId", entry.messageId())
                .update();
    }

    private static LocalDate day(OffsetDateTime at) {
        return at.atZoneSameInstant(DanishCalendar.COPENHAGEN).toLocalDate();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
