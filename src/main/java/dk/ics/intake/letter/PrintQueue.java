package dk.ics.intake.letter;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters that no mail has brought: somebody prints them, and hands them over or posts them. */
@Service
public class PrintQueue {

    private static final String PRINTED = "letterPrinted";

    private final JdbcClient jdbc;
    private final CaseFile caseFile;
    private final Clock clock;

    PrintQueue(JdbcClient jdbc, CaseFile caseFile, Clock clock) {
        this.jdbc = jdbc;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    /**
     * A letter to print.
     *
     * @param id the document of the case, as the case shows it
     * @param kind id of the step that wrote it
     * @param title its subject in Danish
     * @param date the day it was written
     */
    public record ToPrint(UUID id, String reference, String kind, String title, LocalDate date) {}

    /** Those of the cases of these municipalities that are not printed yet, the oldest first. */
    @Transactional(readOnly = true)
    public List<ToPrint> waiting(List<String> municipalities) {
        return jdbc.sql("""
                        select d.document_id, l.case_reference, l.step, l.prepared_at
                        from ics.letter l join ics.letter_document d using (message_id)
                        join ics.case_file f on f.reference = l.case_reference and f.municipality = any(:own)
                        where l.to_print and l.printed_at is null
                        order by l.prepared_at, l.message_id
                        """)
                .param("own", municipalities.toArray(String[]::new))
                .query((row, number) -> toPrint(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class)))
                .list();
    }

    /**
     * Notes that it is printed, and by whom; once.
     *
     * @param municipalities whose cases' letters the user may see
     * @return false if there is no such letter to print, or none any more
     */
    @Transactional
    public boolean printed(UUID id, String userId, List<String> municipalities) {
        Optional<String> found = jdbc.sql("""
                        select l.case_reference from ics.letter l join ics.letter_document d using (message_id)
                        join ics.case_file f on f.reference = l.case_reference and f.municipality = any(:own)
                        where d.document_id = :id and l.to_print
                        """)
                .param("own", municipalities.toArray(String[]::new))
                .param("id", id)
                .query(String.class)
                .optional();
        if (found.isEmpty()) {
            return false;
        }
        CaseReference reference = new CaseReference(found.get());
        caseFile.lock(reference);
        int printed = jdbc.sql("""
                        update ics.letter l set printed_at = :at, printed_by = :user
                        from ics.letter_document d
                        where d.message_id = l.message_id and d.document_id = :id
                          and l.to_print and l.printed_at is null
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", userId)
                .param("id", id)
                .update();
        if (printed > 0) {
            caseFile.journal(reference, new Act(PRINTED, userId, null), "Brev udskrevet");
        }
        return printed > 0;
    }

    private static ToPrint toPrint(UUID id, String reference, String step, OffsetDateTime at) {
        return new ToPrint(
                id,
                reference,
                step,
                Template.of(step, Language.DANISH)
                        .fill(Map.of("reference", reference))
                        .subject(),
                at.atZoneSameInstant(DanishCalendar.COPENHAGEN).toLocalDate());
    }
}
