package dk.ics.intake.process.rights;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What may be started by its form: a case begins in {@code intake} or as an {@code enquiry}, a {@link Turn} begins on a case that is there, and
 * everything else is called from these.
 */
@Component
class StartRights implements Condition {

    static final String INTAKE = "intake";

    private static final String SUPERVISION = "controlSupervision";

    private static final String ENQUIRY = "enquiry";

    private static final Refusal NO_START = Refusal.forbidden("En sag kan kun oprettes som »Indrejse«.");

    private static final Refusal NOT_YOURS = Refusal.forbidden("Det kan du ikke starte.");

    private final RepositoryService repositoryService;
    private final EngineIdentity identity;

    StartRights(RepositoryService repositoryService, EngineIdentity identity) {
        this.repositoryService = repositoryService;
        this.identity = identity;
    }

    @Override
    public Optional<Refusal> check(Call call) {
        String definition = call.ids().get("definition");
        String key = definition == null ? call.ids().get("key") : keyOf(definition);
        Set<Role> starters = starters(key);
        if (starters.isEmpty()) {
            return Optional.of(NO_START);
        }
        return starters.stream().anyMatch(call.account()::has) ? Optional.empty() : Optional.of(NOT_YOURS);
    }

    private static Set<Role> starters(@Nullable String key) {
        if (ENQUIRY.equals(key)) {
            return EnumSet.of(Role.VISITATION, Role.CASEWORKER);
        }
        if (SUPERVISION.equals(key)) {
            return EnumSet.of(Role.SUPERVISOR);
        }
        return INTAKE.equals(key)
                ? EnumSet.of(Role.VISITATION)
                : Arrays.stream(Turn.values())
                        .filter(turn -> turn.process().equals(key))
                        .findFirst()
                        .map(Turn::startedBy)
                        .orElse(Set.of());
    }

    private String keyOf(String definitionId) {
        return identity.asSystem(() -> {
            ProcessDefinition definition = repositoryService
                    .createProcessDefinitionQuery()
                    .processDefinitionId(definitionId)
                    .singleResult();
            return definition == null ? "" : definition.getKey();
        });
    }
}
