package dk.ics.intake.report;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who draws a report, by name. */
@Component
class Readers {

    private final JdbcClient jdbc;

    Readers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Employee named(String userId) {
        return jdbc.sql("select %s as name".formatted(Employee.name(":user")))
                .param("user", userId)
                .query((row, i) -> Employee.of(userId, row.getString("name")))
                .single();
    }
}
