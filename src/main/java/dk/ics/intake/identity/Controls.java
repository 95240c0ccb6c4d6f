package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.identity.ControlAnswers.Answer;
import dk.ics.intake.procedure.Procedure;
import dk.ics.intake.procedure.Requirement;
import dk.ics.intake.procedure.RequirementTables;
import dk.ics.intake.training.Training;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The first controls as they were made: what they followed, each answer, each difference, the training that held. */
@Component
class Controls {

    private final JdbcClient jdbc;
    private final CaseFile caseFile;

    Controls(JdbcClient jdbc, CaseFile caseFile) {
        this.jdbc = jdbc;
        this.caseFile = caseFile;
    }

    /**
     * A control that is to be kept.
     *
     * @param requirements what the procedure asks for
     * @param training what held when it was made
     */
    record Control(
            CaseReference reference,
            String userId,
            OffsetDateTime at,
            Procedure procedure,
            RequirementTables.Facts facts,
            @Nullable String photoReason,
            @Nullable String explanation,
            List<Requirement> requirements,
            List<Answer> answers,
            List<ZoneLine> differences,
            List<Training> training,
            String result) {}

    /** What of a control is looked at afterwards. */
    record Made(
            int number,
            String by,
            OffsetDateTime at,
            String procedure,
            @Nullable String documentType,
            @Nullable String presentation,
            @Nullable String photoReason,
            @Nullable String explanation,
            String result) {}

    /** A training that was valid. */
    record Held(@Nullable String course, LocalDate until) {}

    /** Keeps it under the next number of the case, which the caller holds. */
    @Transactional(propagation = Propagation.MANDATORY)
    int keep(Control control) {
        int number = jdbc.sql(
                        "select coalesce(max(control_no), 0) + 1 from ics.control where case_reference = :reference")
                .param("reference", control.reference().value())
                .query(Integer.class)
                .single();
        insert(control, number);
        control.answers()
                .forEach(answer -> of(control, number, """
                        insert into ics.control_requirement (case_reference, control_no, requirement, answer, reason)
                        values (:reference, :number, :requirement, :answer, :reason)
                        """)
                        .param("requirement", answer.requirement().code())
                        .param("answer", answer.answer())
                        .param("reason", answer.reason(), Types.VARCHAR)
                        .update());
        control.differences()
                .forEach(difference -> of(control, number, """
                        insert into ics.control_difference (case_reference, control_no, field, zone, application)
                        values (:reference, :number, :field, :zone, :application)
                        """)
                        .param("field", difference.field())
                        .param("zone", difference.zone())
                        .param("application", difference.application())
                        .update());
        control.training()
                .forEach(training -> of(control, number, """
                        insert into ics.control_training
                          (case_reference, control_no, training_id, course, completed_on, valid_until)
                        values (:reference, :number, :training, :course, :completed, :until)
                        """)
                        .param("training", training.id())
                        .param("course", training.course())
                        .param("completed", training.completedOn())
                        .param("until", training.validUntil())
                        .update());
        return number;
    }

    /** The case's control of that number, if there is one. */
    @Transactional(readOnly = true)
    Optional<Made> find(CaseReference reference, @Nullable Object number) {
        return jdbc.sql("""
                        select c.*, p.title from ics.control c join ics.procedure p on p.version = c.procedure_version
                        where c.case_reference = :reference and c.control_no = :number
                        """)
                .param("reference", reference.value())
                .param("number", number, Types.INTEGER)
                .query((row, i) -> new Made(
                        row.getInt("control_no"),
                        row.getString("controlled_by"),
                        row.getObject("controlled_at", OffsetDateTime.class),
                        row.getString("procedure_version") + " – " + row.getString("title"),
                        row.getString("document_type"),
                        row.getString("presentation"),
                        row.getString("photo_reason"),
                        row.getString("difference_explanation"),
                        row.getString("result")))
                .optional();
    }

    /** The training that held when the control was made: title of the course and the last day. */
    @Transactional(readOnly = true)
    List<Held> training(CaseReference reference, int number) {
        return jdbc.sql("""
                        select t.valid_until, (select title from ics.course c where c.code = t.course
                          order by number desc limit 1) as title
                        from ics.control_training t
                        where t.case_reference = :reference and t.control_no = :number order by t.course
                        """)
                .param("reference", reference.value())
                .param("number", number)
                .query((row, i) -> new Held(row.getString("title"), row.getObject("valid_until", LocalDate.class)))
                .list();
    }

    /** What was answered, in the order of the requirements. */
    @Transactional(readOnly = true)
    List<Answer> answers(CaseReference reference, int number) {
        List<Answer> answers = jdbc.sql("""
                        select requirement, answer, reason from ics.control_requirement
                        where case_reference = :reference and control_no = :number
                        """)
                .param("reference", reference.value())
                .param("number", number)
                .query((row, i) -> new Answer(
                        Requirement.find(row.getString("requirement")).orElseThrow(),
                        row.getString("answer"),
                        row.getString("reason")))
                .list();
        return answers.stream()
                .sorted(java.util.Comparator.comparing(Answer::requirement))
                .toList();
    }

    /** Where zone and application differed: key, zone and application. */
    @Transactional(readOnly = true)
    List<List<String>> differences(CaseReference reference, int number) {
        return jdbc.sql("""
                        select field, zone, application from ics.control_difference
                        where case_reference = :reference and control_no = :number order by field
                        """)
                .param("reference", reference.value())
                .param("number", number)
                .query((row, i) -> List.of(row.getString("field"), row.getString("zone"), row.getString("application")))
                .list();
    }

    private void insert(Control control, int number) {
        RequirementTables.Facts facts = control.facts();
        of(control, number, """
                        insert into ics.control
                          (case_reference, control_no, municipality, controlled_by, controlled_at, procedure_version,
                           decision_version, document_type, issuing_group, citizen_group, age_band, presentation,
                           photo_reason, difference_explanation, requirements, result)
                        values (:reference, :number, :municipality, :by, :at, :procedure, :decision, :document,
                           :issuer, :citizen, :age, :presentation, :photoReason, :explanation,
                           string_to_array(:requirements, ','), :result)
                        """)
                .param(
                        "municipality",
                        caseFile.get(control.reference()).municipality().value())
                .param("by", control.userId())
                .param("at", control.at())
                .param("procedure", control.procedure().version())
                .param("decision", control.procedure().decisionVersion(), Types.INTEGER)
                .param("document", facts.documentType(), Types.VARCHAR)
                .param("issuer", facts.issuingGroup(), Types.VARCHAR)
                .param("citizen", facts.citizenGroup(), Types.VARCHAR)
                .param("age", facts.ageBand(), Types.VARCHAR)
                .param("presentation", facts.presentation(), Types.VARCHAR)
                .param("photoReason", control.photoReason(), Types.VARCHAR)
                .param("explanation", control.explanation(), Types.VARCHAR)
                .param(
                        "requirements",
                        String.join(
                                ",",
                                control.requirements().stream()
                                        .map(Requirement::code)
                                        .toList()))
                .param("result", control.result())
                .update();
    }

    private JdbcClient.StatementSpec of(Control control, int number, String sql) {
        return jdbc.sql(sql).param("reference", control.reference().value()).param("number", number);
    }
}
