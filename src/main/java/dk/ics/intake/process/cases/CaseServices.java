package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.process.RoutingVariable;
import dk.ics.intake.process.cases.WholeCase.ServiceState;
import dk.ics.intake.process.rights.EngineIdentity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which services a case has and how far each has come, as the engine's history tells it: also when all is over. */
@Component
class CaseServices {

    private static final String INTAKE = "intake";

    /** Whose process a service is, and the code in which its process answers. */
    private record Step(String process, RoutingVariable answer) {}

    private static final Map<String, Step> STEPS = Map.of(
            "unemploymentBenefit", new Step("unemploymentBenefit", RoutingVariable.BENEFIT_OUTCOME),
            "guidance", new Step("guidance", RoutingVariable.GUIDANCE_OUTCOME),
            "residenceDocument", new Step("euResidence", RoutingVariable.RESIDENCE_OUTCOME),
            "identityControl", new Step("identityControl", RoutingVariable.IDENTITY_OUTCOME),
            "cprNumber", new Step("cprRegistration", RoutingVariable.REGISTRATION_OUTCOME),
            "healthCard", new Step("healthCard", RoutingVariable.HEALTH_CARD_OUTCOME),
            "mitId", new Step("mitId", RoutingVariable.MIT_ID_OUTCOME),
            "taxCard", new Step("taxApplication", RoutingVariable.TAX_OUTCOME));

    private final HistoryService history;
    private final EngineIdentity identity;
    private final CaseNames names;

    CaseServices(HistoryService history, EngineIdentity identity, CaseNames names) {
        this.history = history;
        this.identity = identity;
        this.names = names;
    }

    /**
     * The codes of a service of a case.
     *
     * @param state {@code notBegun}, {@code running}, {@code done} or {@code neverBegun}
     * @param outcome in which its process answered; null before
     */
    record Progress(String service, String state, @Nullable String outcome) {}

    /** None before the visitation has decided. A case that was moved goes by its last intake. */
    List<ServiceState> of(CaseReference reference) {
        return progress(reference).stream().map(this::named).toList();
    }

    /** The same in codes. */
    List<Progress> progress(CaseReference reference) {
        return identity.asSystem(() -> {
            List<HistoricProcessInstance> instances = history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(reference.value())
                    .orderByProcessInstanceStartTime()
                    .desc()
                    .list();
            Map<String, Object> known = instances.stream()
                    .filter(instance -> instance.getProcessDefinitionKey().equals(INTAKE))
                    .findFirst()
                    .map(intake -> routing(intake.getId()))
                    .orElse(Map.of());
            return Arrays.stream(text(known, RoutingVariable.SERVICES).split(","))
                    .filter(code -> !code.isEmpty())
                    .map(code -> progress(code, instances, known))
                    .toList();
        });
    }

    private Map<String, Object> routing(String instance) {
        Map<String, Object> known = new HashMap<>();
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .list()
                .forEach(variable -> {
                    if (variable.getValue() != null) {
                        known.put(variable.getName(), variable.getValue());
                    }
                });
        return known;
    }

    private static Progress progress(
            String service, List<HistoricProcessInstance> instances, Map<String, Object> known) {
        Optional<Step> step = Optional.ofNullable(STEPS.get(service));
        Optional<HistoricProcessInstance> last = step.flatMap(of -> instances.stream()
                .filter(instance -> instance.getProcessDefinitionKey().equals(of.process()))
                .findFirst());
        String state = last.map(instance -> instance.getEndTime() == null ? "running" : "done")
                .orElse(isOver(instances) ? "neverBegun" : "notBegun");
        @Nullable
        String outcome = step.filter(of -> state.equals("done"))
                .map(of -> text(known, of.answer()))
                .filter(code -> !code.isEmpty())
                .orElse(null);
        return new Progress(service, state, outcome);
    }

    private ServiceState named(Progress progress) {
        Step step = STEPS.get(progress.service());
        @Nullable
        String outcome = step == null || progress.outcome() == null
                ? null
                : names.of(step.answer().key(), progress.outcome()).label();
        return new ServiceState(names.of("service", progress.service()), names.of("state", progress.state()), outcome);
    }

    /** What has not begun when the intake ends does not begin any more. */
    private static boolean isOver(List<HistoricProcessInstance> newestFirst) {
        return newestFirst.stream()
                .filter(instance -> instance.getProcessDefinitionKey().equals(INTAKE))
                .findFirst()
                .filter(intake -> intake.getEndTime() != null)
                .isPresent();
    }

    private static String text(Map<String, Object> known, RoutingVariable variable) {
        return known.get(variable.key()) instanceof String text ? text : "";
    }
}
