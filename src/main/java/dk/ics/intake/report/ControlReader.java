package dk.ics.intake.report;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.procedure.Requirement;
import dk.ics.intake.report.ControlDocumentation.Answer;
import dk.ics.intake.report.ControlDocumentation.Control;
import dk.ics.intake.report.ControlDocumentation.Difference;
import dk.ics.intake.report.ControlDocumentation.ValidTraining;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The controls of one case: one statement for each kind of row, whatever number of controls there is. */
@Repository
class ControlReader {

    private static final String CONTROLS = """
            select c.*, %s as controlled_by_name, p.title, p.valid_from, r.supervision
            from ics.control c
            left join ics.procedure p on p.version = c.procedure_version
            left join ics.supervision_recontrol r
              on r.case_reference = c.case_reference and r.control_no = c.control_no
            where c.case_reference = :reference order by c.control_no
            """.formatted(Employee.name("c.controlled_by"));

    /** A requirement that was asked for and has no answer stands there as unanswered. */
    private static final String ANSWERS = """
            select control_no, requirement, coalesce(answer, 'none') as answer, reason from (
              select control_no, unnest(requirements) as requirement from ics.control where case_reference = :reference
              union
              select control_no, requirement from ics.control_requirement where case_reference = :reference) asked
            left join (select control_no, requirement, answer, reason from ics.control_requirement
              where case_reference = :reference) given using (control_no, requirement)
            """;

    private static final String TRAINING = """
            select t.control_no, t.course, t.completed_on, t.valid_until, r.revoked_at,
              (select title from ics.course c where c.code = t.course order by number desc limit 1) as title
            from ics.control_training t left join ics.training_revocation r using (training_id)
            where t.case_reference = :reference order by t.course, t.valid_until
            """;

    /** Of before controls were kept (docs/adr/0015-a-control-is-a-record.md). */
    private static final String FORMER = """
            select i.*, %s as controlled_by_name, f.municipality, p.title, p.valid_from
            from ics.identity i join ics.case_file f on f.reference = i.case_reference
            left join ics.procedure p on p.version = i.procedure_version
            where i.case_reference = :reference and i.control_result is not null and i.control_no is null
            """.formatted(Employee.name("i.controlled_by"));

    private static final Map<Requirement, String> FORMER_COLUMNS = Map.of(
            Requirement.PERSON_PRESENT, "person_present",
            Requirement.ORIGINAL_PRESENTED, "original_presented",
            Requirement.DOCUMENT_GENUINE, "document_genuine",
            Requirement.PHOTO_MATCHES, "photo_matches",
            Requirement.DETAILS_MATCH, "details_match",
            Requirement.DOCUMENT_LEGIBLE, "document_legible");

    private final JdbcClient jdbc;

    ControlReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Of<T>(int control, T what) {}

    /** In the order in which they were made. */
    List<Control> of(CaseReference reference) {
        Map<Integer, List<Answer>> answers = byControl(statement(ANSWERS, reference)
                .query((row, i) -> new Of<>(row.getInt("control_no"), answer(row)))
                .list());
        answers.replaceAll((control, given) -> given.stream().sorted(ORDER).toList());
        Map<Integer, List<Difference>> differences = byControl(statement("""
                        select control_no, field, zone, application from ics.control_difference
                        where case_reference = :reference order by field
                        """, reference)
                .query((row, i) -> new Of<>(
                        row.getInt("control_no"),
                        new Difference(
                                DanishNames.of("field", row.getString("field")),
                                row.getString("zone"),
                                row.getString("application"))))
                .list());
        Map<Integer, List<ValidTraining>> training = byControl(statement(TRAINING, reference)
                .query((row, i) -> new Of<>(row.getInt("control_no"), training(row)))
                .list());
        List<Control> controls =
                statement(FORMER, reference).query((row, i) -> former(row)).list();
        controls.addAll(statement(CONTROLS, reference)
                .query((row, i) -> control(row, answers, differences, training))
                .list());
        return controls;
    }

    private static final Comparator<Answer> ORDER =
            Comparator.comparing(answer -> Requirement.find(answer.requirement().code())
                    .map(Requirement::ordinal)
                    .orElse(Integer.MAX_VALUE));

    private static Control control(
            ResultSet row,
            Map<Integer, List<Answer>> answers,
            Map<Integer, List<Difference>> differences,
            Map<Integer, List<ValidTraining>> training)
            throws SQLException {
        int number = row.getInt("control_no");
        @Nullable Integer decision = row.getObject("decision_version", Integer.class);
        @Nullable Long supervision = row.getObject("supervision", Long.class);
        return new Control(
                number,
                DanishNames.municipality(row.getString("municipality")),
                Objects.requireNonNull(Employee.of(row, "controlled_by")),
                Rows.time(row, "controlled_at"),
                row.getString("procedure_version"),
                row.getString("title"),
                row.getObject("valid_from", LocalDate.class),
                decision,
                document(row.getString("document_type")),
                DanishNames.ifAny("issuingGroup", row.getString("issuing_group")),
                DanishNames.ifAny("citizenGroup", row.getString("citizen_group")),
                DanishNames.ifAny("ageBand", row.getString("age_band")),
                DanishNames.ifAny("presentation", row.getString("presentation")),
                row.getString("photo_reason"),
                answers.getOrDefault(number, List.of()),
                differences.getOrDefault(number, List.of()),
                row.getString("difference_explanation"),
                training.getOrDefault(number, List.of()),
                DanishNames.of("controlResult", row.getString("result")),
                supervision);
    }

    private static Control former(ResultSet row) throws SQLException {
        List<Answer> answers = new java.util.ArrayList<>();
        for (Requirement requirement : Requirement.FIXED) {
            String given = row.getString(Objects.requireNonNull(FORMER_COLUMNS.get(requirement)));
            answers.add(new Answer(
                    named(requirement.code()), DanishNames.of("answer", given == null ? "none" : given), null));
        }
        return new Control(
                null,
                DanishNames.municipality(row.getString("municipality")),
                Objects.requireNonNull(Employee.of(row, "controlled_by")),
                Rows.time(row, "controlled_at"),
                row.getString("procedure_version"),
                row.getString("title"),
                row.getObject("valid_from", LocalDate.class),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                answers,
                List.of(),
                null,
                List.of(),
                DanishNames.of("controlResult", row.getString("control_result")),
                null);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                named(row.getString("requirement")),
                DanishNames.of("answer", row.getString("answer")),
                row.getString("reason"));
    }

    private static ValidTraining training(ResultSet row) throws SQLException {
        return new ValidTraining(
                new Named(row.getString("course"), Rows.or(row.getString("title"), "Kursus uden titel")),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                Rows.ifTime(row, "revoked_at"));
    }

    static Named named(String requirement) {
        return new Named(
                requirement,
                Requirement.find(requirement).map(Requirement::label).orElse("Krav, der ikke stilles mere"));
    }

    static @Nullable String document(@Nullable String code) {
        return code == null
                ? null
                : DocumentType.find(code).map(DocumentType::danishName).orElse("Andet dokument");
    }

    private JdbcClient.StatementSpec statement(String sql, CaseReference reference) {
        return jdbc.sql(sql).param("reference", reference.value());
    }

    private static <T> Map<Integer, List<T>> byControl(List<Of<T>> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(Of::control, Collectors.mapping(Of::what, Collectors.toList())));
    }
}
