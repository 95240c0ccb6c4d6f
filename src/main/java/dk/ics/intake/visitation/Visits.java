package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.time.DanishCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who comes on a day, who has come, and who did not come: each by an index of its own. */
@Service
public class Visits {

    /** Nobody looks for those who did not come longer ago: their cases are on the list of overdue tasks. */
    private static final Period LOOKED_BACK = Period.ofDays(30);

    private static final String SELECTED = """
            select v.case_reference, f.municipality, p.given_names, p.family_name, a.application_id,
              v.appointment_at, v.checked_in_at, v.called_up_at, v.desk
            from ics.visitation v
            join ics.case_file f on f.reference = v.case_reference and f.municipality = any(:own)
            left join ics.person p on p.case_reference = v.case_reference
            left join ics.application_case a on a.case_reference = v.case_reference
            """;

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those who are expected on the day and those who came on it, in the order of their appointments.
     *
     * @param municipalities codes of those whose cases are wanted
     */
    @Transactional(readOnly = true)
    public List<Visit> on(LocalDate day, List<String> municipalities) {
        return jdbc.sql(SELECTED + """
                        where f.status = 'open' and v.checked_in_at is null
                          and v.appointment_at >= :from and v.appointment_at < :until
                        union all
                        """ + SELECTED + """
                        where v.checked_in_at >= :from and v.checked_in_at < :until
                        order by appointment_at nulls last, case_reference
                        """)
                .param("own", municipalities.toArray(String[]::new))
                .param("from", begin(day))
                .param("until", begin(day.plusDays(1)))
                .query(Visits::visit)
                .list();
    }

    /** Those whose appointment was before the day and who have not come, the latest first. */
    @Transactional(readOnly = true)
    public List<Visit> missedBefore(LocalDate day, List<String> municipalities) {
        return jdbc.sql(SELECTED + """
                        where f.status = 'open' and v.checked_in_at is null
                          and v.appointment_at >= :from and v.appointment_at < :until
                        order by appointment_at desc, case_reference
                        """)
                .param("own", municipalities.toArray(String[]::new))
                .param("from", begin(day.minus(LOOKED_BACK)))
                .param("until", begin(day))
                .query(Visits::visit)
                .list();
    }

    private static OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(DanishCalendar.COPENHAGEN).toOffsetDateTime();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        Map<String, Object> person = new HashMap<>();
        person.put("givenNames", text(row, "given_names"));
        person.put("familyName", text(row, "family_name"));
        return new Visit(
                new CaseReference(row.getString("case_reference")),
                new MunicipalityCode(row.getString("municipality")),
                Citizen.name(person),
                row.getObject("application_id", UUID.class),
                moment(row, "appointment_at"),
                moment(row, "checked_in_at"),
                moment(row, "called_up_at"),
                row.getObject("desk", Integer.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
