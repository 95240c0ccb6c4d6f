package dk.ics.intake.report;

import dk.ics.intake.search.Searcher;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.training.RequiredTraining;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Single figures of the compliance report as they are now, counted as it counts them. */
@Service
public class PresentFigures {

    private final JdbcClient jdbc;
    private final Gaps gaps;
    private final TrainingFigures training;
    private final LedgerReader ledger;
    private final RequiredTraining required;
    private final DanishCalendar calendar;

    PresentFigures(
            JdbcClient jdbc,
            Gaps gaps,
            TrainingFigures training,
            LedgerReader ledger,
            RequiredTraining required,
            DanishCalendar calendar) {
        this.jdbc = jdbc;
        this.gaps = gaps;
        this.training = training;
        this.ledger = ledger;
        this.required = required;
        this.calendar = calendar;
    }

    /**
     * Controls and their records.
     *
     * @param complete of how many nothing is missing that the record has to hold
     */
    public record Documented(long controls, long complete) {}

    @Transactional(readOnly = true)
    public Documented documented(Period period, Searcher who) {
        Scope scope = scope(period, who);
        long kept = scope.in(jdbc, """
                        select count(*) from ics.control
                        where controlled_at >= :begin and controlled_at < :end and municipality = any(:municipalities)
                        """).query(Long.class).single();
        return new Documented(kept + gaps.former(scope), kept - gaps.incomplete(scope));
    }

    /** How everybody stands today who may control an identity in the reader's municipalities. */
    @Transactional(readOnly = true)
    public ComplianceReport.Training training(Searcher who) {
        return training.of(scope(new Period(calendar.today(), calendar.today()), who));
    }

    /** What the latest verification of the ledger came to, whichever instance did it. */
    @Transactional(readOnly = true)
    public Optional<LedgerCheck> lastCheck() {
        return ledger.lastCheck();
    }

    private Scope scope(Period period, Searcher who) {
        return new Scope(period, who.municipalities(), calendar.today(), required.warningDays());
    }
}
