package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.CaseStatus;
import dk.ics.intake.selfservice.Reception.ServiceProgress;
import dk.ics.intake.selfservice.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What has been done of a case and what is to come, in plain words. */
@Component
class Steps {

    private static final String DONE = "done";
    private static final String NOW = "now";
    private static final String COMING = "coming";
    private static final String NOT = "not";

    /** What is done at the visit in person; identity, number, card and MitID come after it. */
    private static final Set<String> IN_PERSON =
            Set.of("residenceDocument", "identityControl", "cprNumber", "healthCard", "mitId");

    /**
     * One step.
     *
     * @param state {@code done}, {@code now}, {@code coming} or {@code not}
     * @param stateName what the state is called, for those who do not see its mark
     */
    record Step(
            String state,
            String stateName,
            String title,
            @Nullable String text) {}

    /** A paper that is missing. */
    record Paper(String type, String label) {}

    /**
     * A case as it is drawn.
     *
     * @param notice what the citizen has to do now, or what became of the case
     */
    record Drawn(
            CaseStatus status,
            String notice,
            List<Step> steps,
            List<Paper> missing,
            @Nullable String papersBy,
            @Nullable String siri) {}

    Drawn of(CaseStatus one, Texts texts) {
        return new Drawn(
                one,
                notice(one, texts),
                steps(one, texts),
                one.missing().stream()
                        .map(type -> new Paper(type, texts.get("paper." + type)))
                        .toList(),
                one.papersBy() == null ? null : texts.day(one.papersBy()),
                one.visit().siriAppointment() == null
                        ? null
                        : texts.get("status.siri", texts.moment(one.visit().siriAppointment())));
    }

    private static String notice(CaseStatus one, Texts texts) {
        if (!one.open()) {
            return texts.first(List.of("closed." + one.outcome(), "closed.other"));
        }
        if (one.beingWithdrawn()) {
            return texts.get("status.beingWithdrawn");
        }
        if (!one.missing().isEmpty()) {
            return texts.get("status.papers");
        }
        if (one.appointment() != null) {
            return texts.get("status.appointment", texts.moment(one.appointment()));
        }
        if (one.visit().choice() == Visit.Choice.CHOOSE) {
            return texts.get("status.choose");
        }
        if (one.visit().choice() == Visit.Choice.CALL) {
            return texts.get("status.call");
        }
        return texts.get(one.assessment() == null ? "status.looking" : "status.working");
    }

    private static List<Step> steps(CaseStatus one, Texts texts) {
        List<Step> steps = new ArrayList<>();
        steps.add(step(DONE, "received", texts, null));
        boolean assessed = "accepted".equals(one.assessment()) || "referred".equals(one.assessment());
        steps.add(step(assessed ? DONE : ofOpen(one, NOW), "assessed", texts, null));
        if (!one.missing().isEmpty()) {
            steps.add(step(NOW, "papers", texts, null));
        }
        boolean visits = one.services().stream().anyMatch(service -> IN_PERSON.contains(service.code()));
        if (visits || one.appointment() != null) {
            steps.add(visit(one, texts));
        }
        one.services().forEach(service -> steps.add(service(one, service, texts)));
        steps.add(step(one.open() ? COMING : DONE, "closed", texts, null));
        return List.copyOf(steps);
    }

    private static Step visit(CaseStatus one, Texts texts) {
        if (one.cameAt() != null) {
            return step(DONE, "visit", texts, null);
        }
        if (one.visit().choice() == Visit.Choice.CHOOSE) {
            return step(NOW, "visit", texts, texts.get("step.visit.choose"));
        }
        if (!one.open()) {
            return step(NOT, "visit", texts, null);
        }
        return one.appointment() == null
                ? step(COMING, "visit", texts, texts.get("step.visit.later"))
                : step(NOW, "visit", texts, texts.get("step.visit.at", texts.moment(one.appointment())));
    }

    /** What was decided is said in a letter; here stands whether it is given. */
    private static Step service(CaseStatus one, ServiceProgress service, Texts texts) {
        String state = switch (service.state()) {
            case "running" -> ofOpen(one, NOW);
            case "done" -> DONE;
            case "neverBegun" -> NOT;
            default -> ofOpen(one, COMING);
        };
        String said = service.outcome() == null ? null : texts.find("step." + service.code() + "." + service.outcome());
        return step(state, service.code(), texts, said);
    }

    private static String ofOpen(CaseStatus one, String state) {
        return one.open() ? state : NOT;
    }

    private static Step step(String state, String code, Texts texts, @Nullable String text) {
        return new Step(state, texts.get("state." + state), texts.get("step." + code), text);
    }
}
