package dk.ics.intake.application;

import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The persons who moved in with one application: each has a case of its own, and the application ties them. */
@Service
public class Families {

    private final JdbcClient jdbc;

    Families(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All cases of the case's application, in the order of its persons; alone if nobody came along, nobody if there is
     * no such case.
     */
    @Transactional(readOnly = true)
    public List<FamilyMember> of(CaseReference reference) {
        return jdbc.sql("""
                        select c.reference, c.municipality, c.category, c.channel, c.status, c.opened_at, c.closed_at,
                          c.outcome, p.relation_to_applicant, row_number() over (order by tied.position) as place
                        from (
                          select other.case_reference, other.position
                          from ics.application_case mine
                          join ics.application_case other on other.application_id = mine.application_id
                          where mine.case_reference = :reference
                          union
                          select :reference, 0
                          where not exists (select 1 from ics.application_case where case_reference = :reference)
                        ) tied
                        join ics.case_file c on c.reference = tied.case_reference
                        left join ics.person p on p.case_reference = c.reference
                        order by tied.position
                        """)
                .param("reference", reference.value())
                .query(Families::member)
                .list();
    }

    /** The others of the family whose cases are still open. */
    @Transactional(readOnly = true)
    public List<FamilyMember> othersOpen(CaseReference reference) {
        return of(reference).stream()
                .filter(member -> !member.entry().reference().equals(reference))
                .filter(member -> member.entry().isOpen())
                .toList();
    }

    private static FamilyMember member(ResultSet row, int number) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new FamilyMember(
                new CaseFileEntry(
                        new CaseReference(row.getString("reference")),
                        new MunicipalityCode(row.getString("municipality")),
                        row.getString("category"),
                        row.getString("channel"),
                        row.getString("status"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        closedAt == null ? null : closedAt.toInstant(),
                        row.getString("outcome")),
                Objects.requireNonNullElse(
                        row.getString("relation_to_applicant"), row.getInt("place") == 1 ? "applicant" : "other"));
    }
}
