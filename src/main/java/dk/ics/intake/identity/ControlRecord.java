package dk.ics.intake.identity;

import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.procedure.Procedure;
import dk.ics.intake.procedure.Procedures;
import dk.ics.intake.procedure.Requirement;
import dk.ics.intake.procedure.RequirementTables;
import dk.ics.intake.training.RequiredTraining;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The written documentation of a first control (folkeregistreringsbekendtgørelsen § 1 stk. 7 no. 4). */
@Component
class ControlRecord {

    private static final List<String> GROUP = List.of("identityControl");

    private final Controls controls;
    private final Procedures procedures;
    private final RequiredTraining training;
    private final OriginalSeen original;
    private final Clock clock;

    ControlRecord(
            Controls controls, Procedures procedures, RequiredTraining training, OriginalSeen original, Clock clock) {
        this.controls = controls;
        this.procedures = procedures;
        this.training = training;
        this.original = original;
        this.clock = clock;
    }

    /**
     * Keeps the control as it was made.
     *
     * @param formId the task's form
     * @return what the case file notes of it
     */
    Map<String, Object> keep(
            String formId,
            FormSubmission submission,
            Procedure procedure,
            RequirementTables.Facts facts,
            ZoneReading.@Nullable Read read) {
        Map<String, Object> values = submission.values();
        List<ControlAnswers.Answer> answers =
                FormerControl.isIn(values) ? FormerControl.answers(values) : ControlAnswers.of(values);
        if (answers.stream().anyMatch(ControlRecord::originalIsPresented)) {
            original.record(submission, formId);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        String result = Objects.requireNonNull(submission.text("identityOutcome"));
        int number = controls.keep(new Controls.Control(
                submission.reference(),
                submission.userId(),
                now,
                procedure,
                facts,
                submission.text(ControlAnswers.PHOTO_REASON),
                submission.text(ControlAnswers.EXPLANATION),
                FormerControl.isIn(values) ? Requirement.FIXED : procedures.requirements(procedure, facts),
                answers,
                read == null || FormerControl.isIn(values) ? List.of() : read.differences(),
                training.valid(submission.userId(), GROUP),
                result));
        return Map.of(
                "controlResult", result,
                "controlledBy", submission.userId(),
                "controlledAt", now,
                "controlNo", number,
                "procedureVersion", procedure.version());
    }

    private static boolean originalIsPresented(ControlAnswers.Answer answer) {
        return answer.requirement() == Requirement.ORIGINAL_PRESENTED
                && answer.answer().equals("met");
    }
}
