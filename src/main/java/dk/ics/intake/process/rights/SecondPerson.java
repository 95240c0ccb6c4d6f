package dk.ics.intake.process.rights;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.identity.SecondLook;
import dk.ics.intake.supervision.Supervisors;
import java.util.Collection;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Says before the engine does, and plainly, that a doubt is not looked at by whoever had it, and a control not supervised
 * by whoever had a part in it.
 */
@Component
class SecondPerson {

    private static final String FIRST_CONTROL =
            "Du har selv udført den første kontrol af borgerens identitet. En anden specialist skal se på tvivlen.";
    private static final String GIVEN_FIRST_CONTROL =
            "Opgaven kan ikke gives til den, der har udført den første kontrol. Vælg en anden specialist.";
    private static final String OWN_CONTROL =
            "Du har selv medvirket i kontrollen af borgerens identitet. En anden skal tage opgaven.";
    private static final String GIVEN_OWN_CONTROL =
            "Opgaven kan ikke gives til den, der selv har medvirket i kontrollen. Vælg en anden.";
    private static final String NOBODY =
            " Alle i gruppen »%s« har medvirket, så opgaven venter, til en anden kollega er kommet i gruppen. Bed"
                    + " IT-administrationen om det.";

    private final RuntimeService runtimeService;
    private final EngineIdentity identity;
    private final SecondLook secondLook;
    private final Supervisors supervisors;
    private final Accounts accounts;

    SecondPerson(
            RuntimeService runtimeService,
            EngineIdentity identity,
            SecondLook secondLook,
            Supervisors supervisors,
            Accounts accounts) {
        this.runtimeService = runtimeService;
        this.identity = identity;
        this.secondLook = secondLook;
        this.supervisors = supervisors;
        this.accounts = accounts;
    }

    /**
     * Why the user may not take or finish the task; empty if nothing keeps him from it.
     *
     * @param groups the task's candidate groups
     */
    Optional<Refusal> refusal(Task task, String userId, Collection<String> groups) {
        String step = task.getTaskDefinitionKey();
        if (SecondLook.isPartOf(step) && secondLook.isKeptFrom(caseOf(task), userId)) {
            return Optional.of(Refusal.forbidden(FIRST_CONTROL));
        }
        if (Supervisors.isPartOf(step) && supervisors.isKeptFrom(caseOf(task), userId)) {
            return Optional.of(Refusal.forbidden(OWN_CONTROL + nobodyElse(task, groups)));
        }
        return Optional.empty();
    }

    /** Why the task cannot be given to the user, to whoever wants to; empty if nothing keeps him from it. */
    Optional<Refusal> refusalOfGiving(Task task, String userId, Collection<String> groups) {
        return refusal(task, userId, groups)
                .map(kept -> Refusal.invalid(
                        SecondLook.isPartOf(task.getTaskDefinitionKey())
                                ? GIVEN_FIRST_CONTROL
                                : GIVEN_OWN_CONTROL + nobodyElse(task, groups)));
    }

    /** That the task waits, if there is nobody who could take it. */
    private String nobodyElse(Task task, Collection<String> groups) {
        CaseReference reference = caseOf(task);
        boolean somebody = groups.stream()
                .flatMap(group -> accounts.membersOf(group).keySet().stream())
                .anyMatch(member -> !supervisors.isKeptFrom(reference, member));
        return somebody
                ? ""
                : NOBODY.formatted(
                        String.join("« og »", groups.stream().map(Role::nameOf).toList()));
    }

    private CaseReference caseOf(Task task) {
        ProcessInstance instance = identity.asSystem(() -> runtimeService
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult());
        return new CaseReference(instance.getBusinessKey());
    }
}
