package dk.ics.intake.supervision;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Choices;
import dk.ics.intake.casefile.Facts;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import dk.ics.intake.identity.ControlReport;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.training.TrainingRegister;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** »Gennemgå kontrol«: a supervisor goes through a control that was drawn, requirement by requirement. */
@Component
class ReviewControlRule implements FormRule {

    private final ItemOfTask items;
    private final ControlReport report;
    private final FollowUps followUps;
    private final TrainingRegister courses;
    private final DanishCalendar calendar;

    ReviewControlRule(
            ItemOfTask items,
            ControlReport report,
            FollowUps followUps,
            TrainingRegister courses,
            DanishCalendar calendar) {
        this.items = items;
        this.report = report;
        this.followUps = followUps;
        this.courses = courses;
        this.calendar = calendar;
    }

    @Override
    public String formId() {
        return "reviewControl";
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
            shown.put(
                    "facts",
                    report.control(reference, item.controlNo())
                            .add("Udtaget som", why(item))
                            .rows());
            shown.put(
                    "requirements",
                    report.requirements(reference, item.controlNo()).rows());
            shown.put(
                    "differences",
                    report.differences(reference, item.controlNo()).rows());
            shown.put("doubt", report.doubt(reference, item.controlNo()).rows());
        });
        shown.put(
                "courses",
                courses.courses().stream()
                        .map(course -> Choices.option(course.code(), course.title()))
                        .toList());
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        List<FieldProblem> barred = items.problems(submission, SupervisionAnswers.FINDING);
        if (!barred.isEmpty()) {
            return barred;
        }
        LocalDate due = (LocalDate) submission.values().get(SupervisionAnswers.DUE);
        boolean error = "error".equals(submission.text(SupervisionAnswers.FINDING));
        return new Problems(submission.values())
                .when(
                        error && "none".equals(submission.text(SupervisionAnswers.FOLLOW_UP)),
                        SupervisionAnswers.FOLLOW_UP,
                        "En fejl skal følges op med genkontrol, uddannelse eller begge dele.")
                .when(
                        due != null && due.isBefore(calendar.today()),
                        SupervisionAnswers.DUE,
                        "Fristen kan tidligst være i dag.")
                .found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        SupervisedItem item = items.get(submission);
        Finding finding = Finding.of(Objects.requireNonNull(submission.text(SupervisionAnswers.FINDING)));
        String followUp = finding == Finding.NONE
                ? "none"
                : Objects.requireNonNull(submission.text(SupervisionAnswers.FOLLOW_UP));
        followUps.review(
                item,
                submission.userId(),
                finding,
                finding == Finding.NONE ? null : submission.text(SupervisionAnswers.FINDING_TEXT));
        if (Set.of("recontrol", "both").contains(followUp)) {
            followUps.order(item, submission.userId(), FollowUps.RECONTROL, null, due(submission));
        }
        if (Set.of("training", "both").contains(followUp)) {
            followUps.order(
                    item,
                    submission.userId(),
                    FollowUps.TRAINING,
                    Objects.requireNonNull(submission.text(SupervisionAnswers.COURSE)),
                    due(submission));
        }
        return Map.of(SupervisionAnswers.FOLLOW_UP, followUp);
    }

    private static LocalDate due(FormSubmission submission) {
        return (LocalDate) Objects.requireNonNull(submission.values().get(SupervisionAnswers.DUE));
    }

    private static String why(SupervisedItem item) {
        String drawn = "Tilsyn nr. %d, kontrol nr. %d: ".formatted(item.supervision(), item.number());
        return item.risks().isEmpty()
                ? drawn + "stikprøve"
                : drawn
                        + item.risks().stream()
                                .map(risk -> Risk.of(risk).danishName())
                                .collect(Collectors.joining(", "));
    }

    /** What a finding and its follow-up say to whoever works with them. */
    static Facts finding(SupervisedItem item) {
        Facts facts = new Facts().add("Tilsyn", "Nr. %d, kontrol nr. %d".formatted(item.supervision(), item.number()));
        SupervisedItem.Review review = item.review();
        return review == null
                ? facts
                : facts.add("Fundet", Finding.of(review.finding()).danishName())
                        .add("Tilsynets tekst", review.text())
                        .add("Gennemgået af", review.reviewedBy());
    }
}
