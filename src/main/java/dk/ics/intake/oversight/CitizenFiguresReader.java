package dk.ics.intake.oversight;

import dk.ics.intake.oversight.CitizenFigures.Enquiries;
import dk.ics.intake.oversight.CitizenFigures.Topic;
import dk.ics.intake.oversight.CitizenFigures.Waits;
import dk.ics.intake.survey.Surveys;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what citizens asked, how long they waited and what they thought, since a day. */
@Component
class CitizenFiguresReader {

    private static final int MONTHS_OF_OPINION = 3;

    private final JdbcClient jdbc;
    private final Surveys surveys;

    CitizenFiguresReader(JdbcClient jdbc, Surveys surveys) {
        this.jdbc = jdbc;
        this.surveys = surveys;
    }

    /** @param month its first day */
    CitizenFigures of(List<String> own, LocalDate month) {
        OffsetDateTime from = month.atStartOfDay(DanishCalendar.COPENHAGEN).toOffsetDateTime();
        return new CitizenFigures(
                enquiries(from), waits(own, from), surveys.since(month.minusMonths(MONTHS_OF_OPINION - 1L)));
    }

    private Enquiries enquiries(OffsetDateTime from) {
        List<Counted> topics =
                jdbc.sql("""
                        select topic, count(*) as found, count(*) filter (where outcome = 'answered') as answered,
                          count(*) filter (where outcome = 'becomesCase') as cases,
                          count(*) filter (where outcome = 'referred') as referred
                        from ics.enquiry where at >= :from
                        group by topic order by found desc, topic
                        """).param("from", from).query(Counted.class).list();
        return new Enquiries(
                sum(topics, Counted::found),
                sum(topics, Counted::answered),
                sum(topics, Counted::cases),
                sum(topics, Counted::referred),
                topics.stream().map(one -> new Topic(one.topic(), one.found())).toList());
    }

    private record Counted(String topic, long found, long answered, long cases, long referred) {}

    private static long sum(List<Counted> topics, ToLongFunction<Counted> figure) {
        return topics.stream().mapToLong(figure).sum();
    }

    private Waits waits(List<String> own, OffsetDateTime from) {
        return jdbc.sql("""
                        select count(*) as called, percentile_cont(0.5) within group (order by waited)::bigint as median,
                          percentile_cont(0.9) within group (order by waited)::bigint as ninth
                        from (
                          select greatest(0, extract(epoch from v.called_up_at - v.checked_in_at) / 60)::float8 as waited
                          from ics.visitation v join ics.case_file f on f.reference = v.case_reference
                          where v.checked_in_at >= :from and v.called_up_at is not null and f.municipality = any(:own)
                        ) w
                        """)
                .param("from", from)
                .param("own", own.toArray(String[]::new))
                .query((row, number) -> new Waits(
                        row.getLong("called"), row.getObject("median", Long.class), row.getObject("ninth", Long.class)))
                .single();
    }
}
