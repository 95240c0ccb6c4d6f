package dk.ics.intake.survey;

import dk.ics.intake.time.DanishCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes one answer for each application, and keeps it apart from it (docs/adr/0145-survey-apart.md). */
@Service
public class Surveys {

    /** Fewer answers than this in a month are not shown: behind them somebody would see who it was. */
    public static final int FEWEST_SHOWN = 5;

    /** What may lead to a person: numbers of six digits and more, however they are written, and mail addresses. */
    private static final Pattern PERSONAL =
            Pattern.compile("\\+?\\d(?:[ .\\-/]?\\d){5,}|[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*");

    private static final String LEFT_OUT = "[…]";

    private final JdbcClient jdbc;
    private final DanishCalendar calendar;

    Surveys(JdbcClient jdbc, DanishCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** Whether the application has had its say. */
    @Transactional(readOnly = true)
    public boolean isGiven(UUID application) {
        return jdbc.sql("select 1 from ics.survey_given where application_id = :application")
                .param("application", application)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Keeps the answer, without the numbers and addresses that stand in its comment.
     *
     * @return false if the application has had its say: then nothing is kept
     */
    @Transactional
    public boolean give(UUID application, String language, SurveyAnswer answer) {
        boolean first = jdbc.sql("""
                        insert into ics.survey_given (application_id) values (:application) on conflict do nothing
                        """).param("application", application).update() == 1;
        if (first) {
            jdbc.sql("""
                            insert into ics.survey_answer (id, month, language, ease, satisfaction, comment)
                            values (:id, :month, :language, :ease, :satisfaction, :comment)
                            """)
                    // Random: an id in order of time would stand beside the case's closing.
                    .param("id", UUID.randomUUID())
                    .param("month", calendar.today().withDayOfMonth(1))
                    .param("language", language)
                    .param("ease", answer.ease())
                    .param("satisfaction", answer.satisfaction())
                    .param("comment", answer.comment() == null ? null : withoutNumbers(answer.comment()))
                    .update();
        }
        return first;
    }

    /** The months that have enough answers, the newest first. */
    @Transactional(readOnly = true)
    public List<SurveyMonth> since(LocalDate first) {
        Map<LocalDate, List<String>> comments = jdbc
                .sql(
                        "select month, comment from ics.survey_answer where month >= :first and comment is not null order by id")
                .param("first", first)
                .query((row, number) -> Map.entry(row.getObject("month", LocalDate.class), row.getString("comment")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return jdbc.sql("""
                        select month, count(*) as answers, round(avg(ease), 1) as ease,
                          round(avg(satisfaction), 1) as satisfaction
                        from ics.survey_answer where month >= :first group by month
                        having count(*) >= :fewest order by month desc
                        """)
                .param("first", first)
                .param("fewest", FEWEST_SHOWN)
                .query((row, number) -> {
                    LocalDate month = row.getObject("month", LocalDate.class);
                    return new SurveyMonth(
                            month,
                            row.getLong("answers"),
                            row.getObject("ease", BigDecimal.class),
                            row.getObject("satisfaction", BigDecimal.class),
                            comments.getOrDefault(month, List.of()));
                })
                .list();
    }

    private static @Nullable String withoutNumbers(String comment) {
        String kept = PERSONAL.matcher(comment).replaceAll(LEFT_OUT).strip();
        return kept.isEmpty() ? null : kept;
    }
}
