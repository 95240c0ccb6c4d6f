package dk.ics.intake.process;

import dk.ics.intake.process.rights.EngineIdentity;
import dk.ics.intake.supervision.SampleSizes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.springframework.stereotype.Component;

/**
 * The deployed versions of {@code supervisionSample}, asked by number and once for each stratum: which version was asked
 * stands with the supervision, so that its sample can be drawn again.
 */
@Component
class SampleDecisions implements SampleSizes {

    private static final String DECISION = "supervisionSample";

    private final RepositoryService repositoryService;
    private final EngineIdentity identity;
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<Integer, DmnDecision> read = new ConcurrentHashMap<>();

    SampleDecisions(RepositoryService repositoryService, EngineIdentity identity) {
        this.repositoryService = repositoryService;
        this.identity = identity;
    }

    @Override
    public int version() {
        return identity.asSystem(() -> query().latestVersion().singleResult().getVersion());
    }

    @Override
    public int size(int version, int controls) {
        Number size = engine.evaluateDecision(
                        read.computeIfAbsent(version, this::table), Map.<String, Object>of("controls", controls))
                .getSingleResult()
                .getEntry("sampleSize");
        return size.intValue();
    }

    private DmnDecision table(int version) {
        return identity.asSystem(() -> {
            DecisionDefinition definition =
                    query().decisionDefinitionVersion(version).singleResult();
            return engine.parseDecision(DECISION, repositoryService.getDecisionModel(definition.getId()));
        });
    }

    private DecisionDefinitionQuery query() {
        return repositoryService.createDecisionDefinitionQuery().decisionDefinitionKey(DECISION);
    }
}
