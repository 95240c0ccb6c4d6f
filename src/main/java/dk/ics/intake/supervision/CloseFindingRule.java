package dk.ics.intake.supervision;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.supervision.FollowUps.Recontrol;
import dk.ics.intake.supervision.SupervisedItem.FollowUp;
import dk.ics.intake.training.Training;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** »Afslut opfølgning«: a supervisor sees that what a finding asked for was done, or says why it no longer can be. */
@Component
class CloseFindingRule implements FormRule {

    private static final String DONE = "done";
    private static final String LAPSED = "lapsed";

    private final ItemOfTask items;
    private final FollowUps followUps;

    CloseFindingRule(ItemOfTask items, FollowUps followUps) {
        this.items = items;
        this.followUps = followUps;
    }

    @Override
    public String formId() {
        return "closeFinding";
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
        Map<String, Object> shown = new HashMap<>();
        items.find(reference, codes).ifPresent(item -> {
            Optional<FollowUp> recontrol = ordered(item, FollowUps.RECONTROL);
            Optional<FollowUp> training = ordered(item, FollowUps.TRAINING);
            Facts finding = ReviewControlRule.finding(item).add("Kontrolleret af", item.controlledBy());
            shown.put("facts", finding.rows());
            shown.put("recontrolAsked", recontrol.isPresent());
            shown.put("trainingAsked", training.isPresent());
            recontrol.ifPresent(
                    order -> shown.put("recontrol", recontrol(item, order).rows()));
            training.ifPresent(order -> shown.put("training", training(order).rows()));
        });
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        String first = submission.values().containsKey(SupervisionAnswers.RECONTROL_END)
                ? SupervisionAnswers.RECONTROL_END
                : SupervisionAnswers.TRAINING_END;
        List<FieldProblem> barred = items.problems(submission, first);
        if (!barred.isEmpty()) {
            return barred;
        }
        SupervisedItem item = items.get(submission);
        String recontrolEnd = submission.text(SupervisionAnswers.RECONTROL_END);
        String trainingEnd = submission.text(SupervisionAnswers.TRAINING_END);
        @Nullable Recontrol made = followUps.recontrol(item).orElse(null);
        boolean controlled = made != null && made.controlNo() != null;
        boolean inDoubt = made != null && "doubt".equals(made.result());
        boolean trained =
                ordered(item, FollowUps.TRAINING).flatMap(followUps::training).isPresent();
        boolean worded = submission.text(SupervisionAnswers.CLOSING_TEXT) != null;
        return new Problems(submission.values())
                .when(
                        DONE.equals(recontrolEnd) && !controlled,
                        SupervisionAnswers.RECONTROL_END,
                        "Genkontrollen er ikke udført.")
                .when(
                        LAPSED.equals(recontrolEnd) && controlled,
                        SupervisionAnswers.RECONTROL_END,
                        "Genkontrollen er udført, så den er ikke bortfaldet.")
                .when(
                        DONE.equals(trainingEnd) && !trained,
                        SupervisionAnswers.TRAINING_END,
                        "Der er ikke registreret et nyt gennemført kursus for medarbejderen, siden opfølgningen blev"
                                + " aftalt. Registrér det først.")
                .when(
                        (LAPSED.equals(recontrolEnd) || LAPSED.equals(trainingEnd)) && !worded,
                        SupervisionAnswers.CLOSING_TEXT,
                        "Skriv, hvorfor opfølgningen er bortfaldet.")
                .when(
                        inDoubt && !worded,
                        SupervisionAnswers.CLOSING_TEXT,
                        "Genkontrollen endte i tvivl. Skriv, hvad der er gjort ved sagen.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        SupervisedItem item = items.get(submission);
        String text = submission.text(SupervisionAnswers.CLOSING_TEXT);
        item.followUps().forEach(order -> {
            boolean done = DONE.equals(submission.text(
                    order.kind().equals(FollowUps.RECONTROL)
                            ? SupervisionAnswers.RECONTROL_END
                            : SupervisionAnswers.TRAINING_END));
            followUps.end(
                    item,
                    submission.userId(),
                    order.kind(),
                    done && order.kind().equals(FollowUps.RECONTROL) ? control(item) : null,
                    done && order.kind().equals(FollowUps.TRAINING) ? trainingOf(order) : null,
                    text);
        });
        return Map.of();
    }

    private @Nullable Integer control(SupervisedItem item) {
        return followUps.recontrol(item).map(Recontrol::controlNo).orElse(null);
    }

    private @Nullable UUID trainingOf(FollowUp order) {
        return followUps.training(order).map(Training::id).orElse(null);
    }

    private static Optional<FollowUp> ordered(SupervisedItem item, String kind) {
        return item.followUps().stream()
                .filter(followUp -> followUp.kind().equals(kind))
                .findFirst();
    }

    private Facts recontrol(SupervisedItem item, FollowUp order) {
        Facts facts = new Facts().add("Frist", order.due());
        followUps
                .recontrol(item)
                .ifPresent(made -> facts.add("Udført af", made.madeBy())
                        .add("Tidspunkt", made.madeAt())
                        .add("Resultat", result(made))
                        .add("Ikke mulig, fordi", made.impossibleReason())
                        .add("Tvivlen", made.doubtReason())
                        .add("Bemærkning", made.note()));
        return facts;
    }

    private Facts training(FollowUp order) {
        Facts facts = new Facts()
                .add("Medarbejder", order.employee())
                .add("Kursus", followUps.title(order.course()))
                .add("Frist", order.due());
        followUps
                .training(order)
                .ifPresentOrElse(
                        training -> facts.add("Gennemført", training.completedOn())
                                .add("Registreret af", training.recordedBy()),
                        () -> facts.add("Gennemført", "Ikke registreret endnu"));
        return facts;
    }

    private static @Nullable String result(Recontrol made) {
        if (made.result() == null) {
            return null;
        }
        return made.result().equals("approved") ? "Identiteten er godkendt" : "Tvivl om identiteten";
    }
}
