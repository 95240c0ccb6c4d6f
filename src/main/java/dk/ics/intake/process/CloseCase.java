package dk.ics.intake.process;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.visitation.CaseOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with what the citizen got. */
@Component
class CloseCase implements JavaDelegate {

    private record Answer(RoutingVariable variable, String value) {}

    /** With which answer of its process a service has reached the citizen. */
    private static final Map<String, Answer> DELIVERED_WHEN = Map.of(
            "residenceDocument", new Answer(RoutingVariable.RESIDENCE_OUTCOME, "granted"),
            "cprNumber", new Answer(RoutingVariable.REGISTRATION_OUTCOME, "registered"),
            "healthCard", new Answer(RoutingVariable.HEALTH_CARD_OUTCOME, "ordered"),
            "mitId", new Answer(RoutingVariable.MIT_ID_OUTCOME, "created"),
            "taxCard", new Answer(RoutingVariable.TAX_OUTCOME, "forwarded"),
            "unemploymentBenefit", new Answer(RoutingVariable.BENEFIT_OUTCOME, "registered"),
            "guidance", new Answer(RoutingVariable.GUIDANCE_OUTCOME, "given"));

    private final CaseFile caseFile;

    CloseCase(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        // A service that this version of the process does not give is not missing from what it gave.
        List<String> given =
                started(execution).stream().filter(DELIVERED_WHEN::containsKey).toList();
        CaseOutcome outcome = CaseOutcome.of(given, delivered(execution));
        caseFile.close(CaseOf.reference(execution), outcome.code(), new Act("closeCase", Act.SYSTEM, outcome.code()));
    }

    /** Also what had ended, delivered or not, in the municipality the case came from. */
    private static Set<String> started(DelegateExecution execution) {
        Set<String> started = new HashSet<>(CaseOf.codes(execution, RoutingVariable.SERVICES));
        started.addAll(CaseOf.codes(execution, RoutingVariable.DELIVERED_SERVICES));
        if (execution.hasVariable(RoutingVariable.DELIVERED_SERVICES.key())) {
            DELIVERED_WHEN.forEach((service, answer) -> {
                if (execution.hasVariable(answer.variable().key())) {
                    started.add(service);
                }
            });
        }
        return started;
    }

    private static Set<String> delivered(DelegateExecution execution) {
        Set<String> delivered = new HashSet<>(CaseOf.codes(execution, RoutingVariable.DELIVERED_SERVICES));
        DELIVERED_WHEN.forEach((service, answer) -> {
            if (CaseOf.text(execution, answer.variable()).equals(answer.value())) {
                delivered.add(service);
            }
        });
        return delivered;
    }
}
