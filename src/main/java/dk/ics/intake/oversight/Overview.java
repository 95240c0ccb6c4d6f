package dk.ics.intake.oversight;

import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Authority;
import dk.ics.intake.multiply.MultipliedData;
import dk.ics.intake.oversight.OverviewFigures.AtAuthority;
import dk.ics.intake.oversight.OverviewFigures.Month;
import dk.ics.intake.oversight.OverviewFigures.Share;
import dk.ics.intake.report.ComplianceReport;
import dk.ics.intake.report.Period;
import dk.ics.intake.report.PresentFigures;
import dk.ics.intake.search.Searcher;
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The supervisor's front page: all its figures from one snapshot, of the reader's own municipalities. */
@Service
public class Overview {

    private static final int MONTHS = 12;

    private final OverviewReader reader;
    private final CitizenFiguresReader citizens;
    private final PresentFigures figures;
    private final Authorities authorities;
    private final MultipliedData multiplied;
    private final DanishCalendar calendar;
    private final Clock clock;

    Overview(
            OverviewReader reader,
            CitizenFiguresReader citizens,
            PresentFigures figures,
            Authorities authorities,
            MultipliedData multiplied,
            DanishCalendar calendar,
            Clock clock) {
        this.reader = reader;
        this.citizens = citizens;
        this.figures = figures;
        this.authorities = authorities;
        this.multiplied = multiplied;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public OverviewFigures of(Searcher who) {
        List<String> own = who.municipalities();
        LocalDate today = calendar.today();
        LocalDate month = today.withDayOfMonth(1);
        List<Month> months = months(own, month.minusMonths(MONTHS - 1L));
        PresentFigures.Documented documented = figures.documented(new Period(month, today), who);
        return new OverviewFigures(
                clock.instant(),
                multiplied.mark().orElse(null),
                today,
                reader.controlsSince(own, today),
                months.get(MONTHS - 1).controls(),
                months,
                new Share(documented.controls(), documented.complete()),
                reader.doubts(own),
                reader.overdue(own, today),
                // The month that runs is supervised when it is over.
                months.get(MONTHS - 2),
                reader.followUps(own, today),
                training(figures.training(who)),
                authorities(own),
                citizens.of(own, month));
    }

    private List<Month> months(List<String> own, LocalDate first) {
        Map<LocalDate, Month> found =
                reader.months(own, first).stream().collect(Collectors.toMap(Month::first, Function.identity()));
        return IntStream.range(0, MONTHS)
                .mapToObj(first::plusMonths)
                .map(month -> found.getOrDefault(month, new Month(month, 0, 0, 0, 0, 0)))
                .toList();
    }

    private List<AtAuthority> authorities(List<String> own) {
        Map<String, Long> incidents = reader.incidents(own);
        Map<String, OverviewReader.Waiting> waiting = reader.waiting(own);
        return Arrays.stream(Authority.values())
                .map(authority -> at(
                        authority,
                        incidents.getOrDefault(authority.code(), 0L),
                        waiting.getOrDefault(authority.code(), OverviewReader.Waiting.NOTHING)))
                .toList();
    }

    private AtAuthority at(Authority authority, long incidents, OverviewReader.Waiting waiting) {
        return new AtAuthority(
                authority.code(),
                authority.danishName(),
                authorities.isConnected(authority),
                incidents,
                waiting.waiting(),
                waiting.oldest());
    }

    private static OverviewFigures.Training training(ComplianceReport.Training training) {
        return new OverviewFigures.Training(
                training.valid(),
                training.expiring(),
                training.expired(),
                training.missing(),
                training.employees().stream()
                        .filter(employee -> !employee.standing().code().equals("VALID"))
                        .toList());
    }
}
