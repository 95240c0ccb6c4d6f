package dk.ics.intake.oversight;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Controls as the application keeps them, made without playing a whole case; the ledger follows as it does then. */
public final class MadeControls {

    private static final Act ACT = Act.bySystem("test");

    private final CaseFile caseFile;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public MadeControls(CaseFile caseFile, JdbcClient jdbc, TransactionTemplate transaction) {
        this.caseFile = caseFile;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What is to be made: an approval of an original in Frederiksberg by Ida Krogh, unless said otherwise. */
    public record Made(
            String municipality, String employee, ZonedDateTime at, boolean doubt, boolean photo, String procedure) {

        public static Made at(ZonedDateTime at) {
            return new Made("0147", "idkontrol", at, false, false, "2026-1");
        }

        public Made in(String code) {
            return new Made(code, employee, at, doubt, photo, procedure);
        }

        public Made by(String user) {
            return new Made(municipality, user, at, doubt, photo, procedure);
        }

        public Made inDoubt() {
            return new Made(municipality, employee, at, true, photo, procedure);
        }

        public Made onPhoto() {
            return new Made(municipality, employee, at, doubt, true, procedure);
        }

        public Made after(String version) {
            return new Made(municipality, employee, at, doubt, photo, version);
        }
    }

    /** Makes it in a case of its own. */
    public CaseReference make(Made made) {
        return transaction.execute(status -> {
            CaseReference reference =
                    caseFile.open(new MunicipalityCode(made.municipality()), "euWorker", "selfService", ACT);
            caseFile.write(
                    reference,
                    Map.of("familyName", "Nowak", "givenNames", "Ewa", "birthDate", LocalDate.of(1990, 2, 1)),
                    ACT);
            insert(made, reference, 1);
            return reference;
        });
    }

    /** Another control of the same case, on which the case rests then. */
    public void makeAgain(Made made, CaseReference reference, int number) {
        transaction.executeWithoutResult(status -> insert(made, reference, number));
    }

    /** The case's doubt ends. */
    public void decide(CaseReference reference, String decision) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        update ics.identity set examination_result = 'refusalConsidered', examined_by = 'specialist',
                          examined_at = controlled_at, hearing_text = 'Partshøring', hearing_deadline = '2026-03-01',
                          hearing_answer = 'waived', approval_requirements = 'met', approval_reason = 'Oplyst',
                          refusal_reason = 'Ikke godtgjort', complaint_guidance = 'given',
                          identity_decision = :decision, identity_decided_by = 'sagsbehandler2',
                          identity_decided_at = controlled_at
                        where case_reference = :reference
                        """)
                .param("decision", decision)
                .param("reference", reference.value())
                .update());
    }

    /** Draws the first control of the case for supervision. */
    public void draw(CaseReference reference) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                            insert into ics.supervision (period_from, period_to, seed, seed_given, sample_version,
                              population, drawn_at)
                            select '2025-12-01', '2025-12-31', repeat('a', 64), false, 1, 1, max(controlled_at)
                            from ics.control
                            """).update();
            jdbc.sql("""
                            insert into ics.supervision_stratum (supervision, municipality, controlled_by, controls, risks,
                              sample_size)
                            select (select max(number) from ics.supervision), municipality, controlled_by, 1, 0, 1
                            from ics.control where case_reference = :reference and control_no = 1
                            """).param("reference", reference.value()).update();
            jdbc.sql("""
                            insert into ics.supervision_item (supervision, item_no, case_reference, control_no, municipality,
                              controlled_by, reason, risks)
                            select (select max(number) from ics.supervision), 1, case_reference, control_no, municipality,
                              controlled_by, 'random', '{}'
                            from ics.control where case_reference = :reference and control_no = 1
                            """).param("reference", reference.value()).update();
        });
    }

    /** Reviews it, without a finding. */
    public void review(CaseReference reference) {
        transaction.executeWithoutResult(
                status -> jdbc.sql("""
                        insert into ics.supervision_review (supervision, item_no, reviewed_by, reviewed_at, finding)
                        select i.supervision, i.item_no, 'tilsyn', s.drawn_at, 'none'
                        from ics.supervision_item i join ics.supervision s on s.number = i.supervision
                        where i.case_reference = :reference
                        """).param("reference", reference.value()).update());
    }

    private void insert(Made made, CaseReference reference, int number) {
        OffsetDateTime at = made.at().toOffsetDateTime();
        String result = made.doubt() ? "doubt" : "approved";
        jdbc.sql("""
                        insert into ics.control (case_reference, control_no, municipality, controlled_by, controlled_at,
                          procedure_version, decision_version, document_type, issuing_group, citizen_group, age_band,
                          presentation, photo_reason, requirements, result)
                        values (:reference, :number, :municipality, :by, :at, :procedure, 1, 'passport', 'eu', 'eu',
                          '18plus', :presentation, :reason, array['originalPresented', 'documentGenuine'], :result)
                        """)
                .param("reference", reference.value())
                .param("number", number)
                .param("municipality", made.municipality())
                .param("by", made.employee())
                .param("at", at)
                .param("procedure", made.procedure())
                .param("presentation", made.photo() ? "photo" : "original")
                .param("reason", made.photo() ? "Borgeren er indlagt." : null, java.sql.Types.VARCHAR)
                .param("result", result)
                .update();
        jdbc.sql("""
                        insert into ics.control_requirement (case_reference, control_no, requirement, answer)
                        values (:reference, :number, 'originalPresented', 'met'),
                          (:reference, :number, 'documentGenuine', :genuine)
                        """)
                .param("reference", reference.value())
                .param("number", number)
                .param("genuine", made.doubt() ? "notMet" : "met")
                .update();
        jdbc.sql("""
                        insert into ics.control_training
                          (case_reference, control_no, training_id, course, completed_on, valid_until)
                        select :reference, :number, id, course, :completed, :until
                        from ics.training where course = 'identityControlBasics' order by (user_id = :by) desc limit 1
                        """)
                .param("reference", reference.value())
                .param("number", number)
                .param("by", made.employee())
                .param("completed", made.at().toLocalDate().minusMonths(3))
                .param("until", made.at().toLocalDate().plusMonths(21))
                .update();
        jdbc.sql("""
                        insert into ics.identity (case_reference, control_result, controlled_by, controlled_at,
                          procedure_version, control_no, doubt_reason, mrz_missing_reason)
                        values (:reference, :result, :by, :at, :procedure, :number, :doubt, 'Dokumentet har ingen.')
                        on conflict (case_reference) do update set control_result = excluded.control_result,
                          controlled_by = excluded.controlled_by, controlled_at = excluded.controlled_at,
                          control_no = excluded.control_no, doubt_reason = excluded.doubt_reason
                        """)
                .param("reference", reference.value())
                .param("number", number)
                .param("result", result)
                .param("by", made.employee())
                .param("at", at)
                .param("procedure", made.procedure())
                .param("doubt", made.doubt() ? "Billedet ligner ikke." : null, java.sql.Types.VARCHAR)
                .update();
    }
}
