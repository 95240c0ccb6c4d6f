package dk.ics.intake.supervision;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormSubmission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds the control that a task of the supervision is about, and sees that the user had no part in it. */
@Component
class ItemOfTask {

    static final Set<String> CODES = Set.of(SupervisionAnswers.SUPERVISION, SupervisionAnswers.ITEM);

    private static final String NO_ITEM = "Opgaven hører ikke til et tilsyn. Kontakt IT-administrationen.";
    private static final String OWN_CONTROL =
            "Du har selv medvirket i kontrollen af sagen. Læg opgaven tilbage, så en anden kan tage den.";

    private final Supervisions supervisions;
    private final Supervisors supervisors;

    ItemOfTask(Supervisions supervisions, Supervisors supervisors) {
        this.supervisions = supervisions;
        this.supervisors = supervisors;
    }

    /** @param codes what the process says of the task */
    Optional<SupervisedItem> find(CaseReference reference, Map<String, String> codes) {
        String supervision = codes.get(SupervisionAnswers.SUPERVISION);
        String item = codes.get(SupervisionAnswers.ITEM);
        return supervision == null || item == null
                ? Optional.empty()
                : supervisions
                        .item(Long.parseLong(supervision), Integer.parseInt(item))
                        .filter(found -> found.caseReference().equals(reference));
    }

    SupervisedItem get(FormSubmission submission) {
        return find(submission.reference(), submission.codes())
                .orElseThrow(() -> new IllegalStateException("The task is about no control that was drawn"));
    }

    /** Why the user may not send the form, at its first field; empty when all is well. */
    List<FieldProblem> problems(FormSubmission submission, String field) {
        if (find(submission.reference(), submission.codes()).isEmpty()) {
            return List.of(new FieldProblem(field, NO_ITEM));
        }
        return supervisors.isKeptFrom(submission.reference(), submission.userId())
                ? List.of(new FieldProblem(field, OWN_CONTROL))
                : List.of();
    }
}
