package dk.ics.intake.supervision;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.identity.ControlAnew;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** »Kontrollér identitet igen«: somebody else makes the whole control again, and the case stays as it is. */
@Component
class RecontrolIdentityRule implements FormRule {

    private final ItemOfTask items;
    private final ControlAnew controls;
    private final FollowUps followUps;

    RecontrolIdentityRule(ItemOfTask items, ControlAnew controls, FollowUps followUps) {
        this.items = items;
        this.controls = controls;
        this.followUps = followUps;
    }

    @Override
    public String formId() {
        return "recontrolIdentity";
    }

    @Override
    public Set<String> codes() {
        return ItemOfTask.CODES;
    }

    @Override
    public boolean standsApart() {
        return true;
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference, Map<String, String> codes) {
        Map<String, Object> shown = new HashMap<>(controls.prefill(reference));
        items.find(reference, codes)
                .ifPresent(item ->
                        shown.put("assignment", ReviewControlRule.finding(item).rows()));
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        List<FieldProblem> barred = items.problems(submission, SupervisionAnswers.POSSIBLE);
        if (!barred.isEmpty()) {
            return barred;
        }
        return isPossible(submission) ? controls.check(submission) : List.of();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        ControlAnew.Made made = isPossible(submission) ? controls.keep(formId(), submission) : null;
        followUps.keep(
                items.get(submission),
                new FollowUps.Recontrol(
                        made == null ? null : made.number(),
                        made == null ? null : made.result(),
                        made == null ? submission.text(SupervisionAnswers.IMPOSSIBLE_REASON) : null,
                        submission.text("doubtReason"),
                        submission.text("controlNote"),
                        submission.userId(),
                        followUps.now()));
        return Map.of();
    }

    private static boolean isPossible(FormSubmission submission) {
        return "yes".equals(submission.text(SupervisionAnswers.POSSIBLE));
    }
}
