package dk.ics.intake.supervision;

import dk.ics.intake.evidence.Evidence;
import dk.ics.intake.evidence.Facts;
import dk.ics.intake.evidence.Kind;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.training.Training;
import dk.ics.intake.training.TrainingRegister;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a review found and what followed. Every act of it passes here; nothing is changed or deleted. */
@Component
class FollowUps {

    static final String RECONTROL = "recontrol";
    static final String TRAINING = "training";

    private final JdbcClient jdbc;
    private final TrainingRegister register;
    private final Clock clock;
    private final Evidence evidence;

    FollowUps(JdbcClient jdbc, TrainingRegister register, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.register = register;
        this.clock = clock;
        this.evidence = evidence;
    }

    /** A control made anew, or why none could be. */
    record Recontrol(
            @Nullable Integer controlNo,
            @Nullable String result,
            @Nullable String impossibleReason,
            @Nullable String doubtReason,
            @Nullable String note,
            String madeBy,
            OffsetDateTime madeAt) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void review(SupervisedItem item, String userId, Finding finding, @Nullable String text) {
        of(item, """
                        insert into ics.supervision_review (supervision, item_no, reviewed_by, reviewed_at, finding, text)
                        values (:supervision, :item, :by, :at, :finding, :text)
                        """)
                .param("by", userId)
                .param("at", now())
                .param("finding", finding.code())
                .param("text", text, Types.VARCHAR)
                .update();
        record(item, "reviewed", new Facts().code("finding", finding.code()));
    }

    /** @param course the training's, or null for a control */
    @Transactional(propagation = Propagation.MANDATORY)
    void order(SupervisedItem item, String userId, String kind, @Nullable String course, LocalDate due) {
        of(item, """
                        insert into ics.supervision_follow_up
                          (supervision, item_no, kind, employee, course, due, ordered_by, ordered_at)
                        values (:supervision, :item, :kind, :employee, :course, :due, :by, :at)
                        """)
                .param("kind", kind)
                .param("employee", course == null ? null : item.controlledBy(), Types.VARCHAR)
                .param("course", course, Types.VARCHAR)
                .param("due", due)
                .param("by", userId)
                .param("at", now())
                .update();
        record(
                item,
                "followUpOrdered",
                new Facts().code("kind", kind).code("course", course).code("due", due));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(SupervisedItem item, Recontrol made) {
        of(item, """
                        insert into ics.supervision_recontrol
                          (supervision, item_no, case_reference, control_no, impossible_reason, doubt_reason, note,
                           made_by, made_at)
                        values (:supervision, :item, :reference, :control, :impossible, :doubt, :note, :by, :at)
                        """)
                .param("reference", item.caseReference().value())
                .param("control", made.controlNo(), Types.INTEGER)
                .param("impossible", made.impossibleReason(), Types.VARCHAR)
                .param("doubt", made.doubtReason(), Types.VARCHAR)
                .param("note", made.note(), Types.VARCHAR)
                .param("by", made.madeBy())
                .param("at", made.madeAt())
                .update();
        record(
                item,
                "recontrolled",
                new Facts().code("control", made.controlNo()).code("result", made.result()));
    }

    @Transactional(readOnly = true)
    Optional<Recontrol> recontrol(SupervisedItem item) {
        return of(item, """
                        select r.*, c.result from ics.supervision_recontrol r
                        left join ics.control c
                          on c.case_reference = r.case_reference and c.control_no = r.control_no
                        where r.supervision = :supervision and r.item_no = :item
                        """)
                .query((row, i) -> {
                    @Nullable Integer control = row.getObject("control_no", Integer.class);
                    return new Recontrol(
                            control,
                            row.getString("result"),
                            row.getString("impossible_reason"),
                            row.getString("doubt_reason"),
                            row.getString("note"),
                            row.getString("made_by"),
                            row.getObject("made_at", OffsetDateTime.class));
                })
                .optional();
    }

    /** The training that ends a finding: of the employee and the course, passed since it was ordered, not taken back. */
    Optional<Training> training(SupervisedItem.FollowUp ordered) {
        String employee = ordered.employee();
        LocalDate day = LocalDate.ofInstant(ordered.orderedAt(), DanishCalendar.COPENHAGEN);
        return employee == null
                ? Optional.empty()
                : register.of(employee).stream()
                        .filter(training -> training.course().equals(ordered.course()) && training.revoked() == null)
                        .filter(training -> !training.recordedAt().isBefore(ordered.orderedAt())
                                && !training.completedOn().isBefore(day))
                        .findFirst();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(
            SupervisedItem item,
            String userId,
            String kind,
            @Nullable Integer controlNo,
            @Nullable UUID training,
            @Nullable String text) {
        String result = controlNo == null && training == null ? "lapsed" : "done";
        of(item, """
                        insert into ics.supervision_follow_up_end
                          (supervision, item_no, kind, result, control_no, training_id, text, ended_by, ended_at)
                        values (:supervision, :item, :kind, :result, :control, :training, :text, :by, :at)
                        """)
                .param("kind", kind)
                .param("result", result)
                .param("control", controlNo, Types.INTEGER)
                .param("training", training, Types.OTHER)
                .param("text", text, Types.VARCHAR)
                .param("by", userId)
                .param("at", now())
                .update();
        record(
                item,
                "followUpEnded",
                new Facts().code("kind", kind).code("result", result).code("training", training));
    }

    /** What people call the course. */
    @Nullable
    String title(@Nullable String course) {
        return register.courses().stream()
                .filter(known -> known.code().equals(course))
                .map(known -> known.title())
                .findFirst()
                .orElse(course);
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The case has its own entry with each task; this one says what it meant for the supervision. */
    private void record(SupervisedItem item, String act, Facts facts) {
        evidence.record(
                Evidence.SYSTEM,
                Kind.SUPERVISION_ACT,
                new Facts()
                        .code("act", act)
                        .code("supervision", item.supervision())
                        .code("item", item.number())
                        .code("case", item.caseReference().value())
                        .and(facts));
    }

    private JdbcClient.StatementSpec of(SupervisedItem item, String sql) {
        return jdbc.sql(sql).param("supervision", item.supervision()).param("item", item.number());
    }
}
