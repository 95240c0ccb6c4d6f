package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Drafts;
import dk.ics.intake.casefile.ServiceCode;
import dk.ics.intake.process.RoutingVariable;
import dk.ics.intake.process.rights.EngineIdentity;
import dk.ics.intake.selfservice.Overtaken;
import dk.ics.intake.selfservice.Reception.Decision;
import dk.ics.intake.selfservice.Reception.Place;
import dk.ics.intake.selfservice.Reception.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * The visit of a citizen as far as the citizen decides on it. Whether an instance hears a decision is told by what it has
 * subscribed to: one that began on a model from before hears none.
 */
@Component
class CitizenVisits {

    private static final Map<Decision, String> MESSAGES = Map.of(
            Decision.CHOSEN, "appointmentChosen",
            Decision.MOVED, "appointmentMoved",
            Decision.CANCELLED, "appointmentCancelled");

    private static final Waiting ELSEWHERE = new Waiting(Place.ELSEWHERE, false);
    private static final String[] AT_THE_DESK = {"bookAppointment", "checkIn"};

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EngineIdentity identity;
    private final Drafts drafts;

    CitizenVisits(RuntimeService runtime, TaskService tasks, EngineIdentity identity, Drafts drafts) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.drafts = drafts;
    }

    Waiting waiting(CaseReference reference) {
        return identity.asSystem(() -> intake(reference).stream()
                .findFirst()
                .map(intake -> new Waiting(place(intake), comesForResidenceDocument(intake)))
                .orElse(ELSEWHERE));
    }

    void decide(CaseReference reference, Decision decision) {
        identity.asSystem(() -> {
            ProcessInstance intake = intake(reference).stream().findFirst().orElseThrow(Overtaken::new);
            // What a caseworker had begun to type for the task that ends now.
            atTheDesk(intake).list().forEach(task -> drafts.forget(task.getId()));
            try {
                // Names no tenant: a waiting instance has one, and "without" would not find it.
                runtime.createMessageCorrelation(String.valueOf(MESSAGES.get(decision)))
                        .processInstanceId(intake.getId())
                        .correlate();
            } catch (MismatchingMessageCorrelationException | OptimisticLockingException overtaken) {
                throw new Overtaken();
            }
            return intake;
        });
    }

    private List<ProcessInstance> intake(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("intake")
                .list();
    }

    private Place place(ProcessInstance intake) {
        Set<String> heard =
                runtime
                        .createEventSubscriptionQuery()
                        .processInstanceId(intake.getId())
                        .eventType("message")
                        .list()
                        .stream()
                        .map(EventSubscription::getEventName)
                        .collect(Collectors.toSet());
        if (heard.contains(MESSAGES.get(Decision.CHOSEN))) {
            return Place.FOR_APPOINTMENT;
        }
        if (heard.contains(MESSAGES.get(Decision.MOVED))) {
            return Place.FOR_CITIZEN;
        }
        return atTheDesk(intake).count() > 0 ? Place.BY_PHONE : Place.ELSEWHERE;
    }

    private TaskQuery atTheDesk(ProcessInstance intake) {
        return tasks.createTaskQuery().processInstanceId(intake.getId()).taskDefinitionKeyIn(AT_THE_DESK);
    }

    private boolean comesForResidenceDocument(ProcessInstance intake) {
        return runtime.getVariable(intake.getId(), RoutingVariable.SERVICES.key()) instanceof String services
                && List.of(services.split(",")).contains(ServiceCode.RESIDENCE_DOCUMENT.code());
    }
}
