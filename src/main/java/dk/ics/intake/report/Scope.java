package dk.ics.intake.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a compliance report is about.
 *
 * @param municipalities codes of those whose controls the reader may see
 * @param today Danish
 * @param warningDays how many days before a training ends it counts as ending
 */
record Scope(Period period, List<String> municipalities, LocalDate today, int warningDays) {

    Scope {
        municipalities = municipalities.stream().distinct().sorted().toList();
    }

    /** The day at which training and deadlines are looked at: the last of the period, or today while it runs. */
    LocalDate day() {
        return period.to().isBefore(today) ? period.to() : today;
    }

    /** The statement with what every figure asks for; parameters that it does not name are not used. */
    JdbcClient.StatementSpec in(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql)
                .param("begin", period.begin())
                .param("end", period.end())
                .param("from", period.from())
                .param("to", period.to())
                .param("day", day())
                .param("warned", day().plusDays(warningDays))
                .param("today", today)
                .param("municipalities", municipalities.toArray(String[]::new));
    }
}
