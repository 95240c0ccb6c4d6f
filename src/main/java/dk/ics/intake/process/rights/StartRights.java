package dk.ics.intake.process.rights;

import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The start form exists for one process only: a case begins in {@code intake}, everything else is called from it. */
@Component
class StartRights implements Condition {

    static final String INTAKE = "intake";

    private static final Refusal NO_START = Refusal.forbidden("En sag kan kun oprettes som »Indrejse«.");

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
        return INTAKE.equals(key) ? Optional.empty() : Optional.of(NO_START);
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
