package dk.ics.intake.report;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.report.ControlDocumentation.Answer;
import dk.ics.intake.report.ControlDocumentation.Look;
import dk.ics.intake.report.ControlDocumentation.Referral;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What followed a doubt, with the rounds that were put aside when the case was taken up again. */
@Repository
class DoubtReader {

    private static final List<String> SECOND = List.of(
            "second_original_presented", "second_document_genuine", "second_photo_matches", "second_details_match");

    /** Former rounds and the present one, in the same columns. */
    private static final String ROUNDS = """
            with round as (
              select a.id as turn, r.* from ics.former_answers a
                cross join lateral jsonb_populate_record(null::ics.%1$s, a.answers) r
              where a.case_reference = :reference and a.field_set = '%1$s'
              union all
              select null, i.* from ics.%1$s i where i.case_reference = :reference)
            """;

    private static final String LOOKS = ROUNDS.formatted("identity")
            + """
            select i.*, %s as examined_by_name, %s as heard_by_name, %s as identity_decided_by_name
            from round i where i.control_result = 'doubt' or i.examination_result is not null
            order by turn nulls last
            """.formatted(
                            Employee.name("i.examined_by"),
                            Employee.name("i.heard_by"),
                            Employee.name("i.identity_decided_by"));

    private static final String REFERRALS = ROUNDS.formatted("nidc")
            + """
            select n.*, %s as nidc_asked_by_name, %s as nidc_recorded_by_name
            from round n where n.nidc_asked_at is not null or n.nidc_result is not null
            order by turn nulls last
            """.formatted(Employee.name("n.nidc_asked_by"), Employee.name("n.nidc_recorded_by"));

    private final JdbcClient jdbc;

    DoubtReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Look> looks(CaseReference reference) {
        return jdbc.sql(LOOKS)
                .param("reference", reference.value())
                .query((row, i) -> look(row))
                .list();
    }

    List<Referral> referrals(CaseReference reference) {
        return jdbc.sql(REFERRALS)
                .param("reference", reference.value())
                .query((row, i) -> referral(row))
                .list();
    }

    private static Look look(ResultSet row) throws SQLException {
        List<Answer> answers = new ArrayList<>();
        for (String column : SECOND) {
            @Nullable String answer = row.getString(column);
            if (answer != null) {
                answers.add(new Answer(DanishNames.of("second", column), DanishNames.of("answer", answer), null));
            }
        }
        @Nullable String grounds = row.getString("hearing_grounds");
        @Nullable String refusal = row.getString("refusal_reason");
        return new Look(
                row.getString("doubt_reason"),
                Employee.of(row, "examined_by"),
                Rows.ifTime(row, "examined_at"),
                DanishNames.ifAny("examination", row.getString("examination_result")),
                answers,
                row.getString("examination_findings"),
                grounds == null ? row.getString("hearing_text") : grounds,
                Employee.of(row, "heard_by"),
                Rows.ifTime(row, "heard_at"),
                row.getObject("hearing_deadline", LocalDate.class),
                DanishNames.ifAny("hearingAnswer", row.getString("hearing_answer")),
                row.getString("hearing_answer_text"),
                DanishNames.ifAny("decision", row.getString("identity_decision")),
                Employee.of(row, "identity_decided_by"),
                Rows.ifTime(row, "identity_decided_at"),
                refusal == null ? row.getString("approval_reason") : refusal);
    }

    private static Referral referral(ResultSet row) throws SQLException {
        return new Referral(
                row.getString("nidc_question"),
                DanishNames.ifAny("nidcMaterial", row.getString("nidc_material")),
                Employee.of(row, "nidc_asked_by"),
                Rows.ifTime(row, "nidc_asked_at"),
                Rows.ifTime(row, "nidc_forwarded_at"),
                DanishNames.ifAny("nidcResult", row.getString("nidc_result")),
                row.getString("nidc_finding"),
                row.getString("nidc_reference"),
                row.getString("nidc_journal_number"),
                row.getObject("nidc_answered_on", LocalDate.class),
                Employee.of(row, "nidc_recorded_by"));
    }
}
