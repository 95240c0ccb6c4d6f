package dk.ics.intake.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Which services were started for a case, and which of them have reached the citizen. */
final class GivenServices {

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

    private GivenServices() {}

    /**
     * Also what had ended, delivered or not, in the municipality the case came from. A service that this version of the
     * process does not give is not missing from what it gave.
     */
    static List<String> started(VariableScope scope) {
        Set<String> started = new TreeSet<>(CaseOf.codes(scope, RoutingVariable.SERVICES));
        started.addAll(CaseOf.codes(scope, RoutingVariable.DELIVERED_SERVICES));
        if (scope.hasVariable(RoutingVariable.DELIVERED_SERVICES.key())) {
            DELIVERED_WHEN.forEach((service, answer) -> {
                if (scope.hasVariable(answer.variable().key())) {
                    started.add(service);
                }
            });
        }
        return started.stream().filter(DELIVERED_WHEN::containsKey).toList();
    }

    static Set<String> delivered(VariableScope scope) {
        Set<String> delivered = new TreeSet<>(CaseOf.codes(scope, RoutingVariable.DELIVERED_SERVICES));
        DELIVERED_WHEN.forEach((service, answer) -> {
            if (CaseOf.text(scope, answer.variable()).equals(answer.value())) {
                delivered.add(service);
            }
        });
        return delivered;
    }

    /** What the two answers are made from. */
    static Stream<RoutingVariable> variables() {
        return Stream.concat(
                Stream.of(RoutingVariable.SERVICES, RoutingVariable.DELIVERED_SERVICES),
                DELIVERED_WHEN.values().stream().map(Answer::variable));
    }
}
