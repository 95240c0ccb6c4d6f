package dk.ics.intake.process;

import dk.ics.intake.procedure.RequirementTables;
import dk.ics.intake.process.rights.EngineIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The deployed versions of {@code minimumRequirements}, asked outside of a process and by number: a procedure follows
 * one version, whatever is deployed later. A version never changes, so what it says is worked out once.
 */
@Component
class RequirementDecisions implements RequirementTables {

    private static final String DECISION = "minimumRequirements";

    private final RepositoryService repositoryService;
    private final EngineIdentity identity;
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<Integer, DmnDecision> read = new ConcurrentHashMap<>();
    private final Map<Question, List<String>> answers = new ConcurrentHashMap<>();

    private record Question(int version, Facts facts) {}

    RequirementDecisions(RepositoryService repositoryService, EngineIdentity identity) {
        this.repositoryService = repositoryService;
        this.identity = identity;
    }

    @Override
    public List<Version> versions() {
        return identity.asSystem(() -> query().orderByDecisionDefinitionVersion().desc().list().stream()
                .map(definition -> new Version(
                        definition.getVersion(),
                        deployment(definition).getDeploymentTime().toInstant()))
                .toList());
    }

    @Override
    public Set<String> codes(int version) {
        return identity.asSystem(() -> find(version)
                .map(definition -> repositoryService.getDmnModelInstance(definition.getId()))
                .map(model -> model.getModelElementsByType(OutputEntry.class).stream()
                        .map(entry -> entry.getText().getTextContent().strip().replace("\"", ""))
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of()));
    }

    @Override
    public List<String> asked(int version, Facts facts) {
        return answers.computeIfAbsent(new Question(version, facts), this::answer);
    }

    private List<String> answer(Question question) {
        Facts facts = question.facts();
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put("documentType", facts.documentType());
        known.put("issuingGroup", facts.issuingGroup());
        known.put("citizenGroup", facts.citizenGroup());
        known.put("ageBand", facts.ageBand());
        known.put("presentation", facts.presentation());
        return engine
                .evaluateDecision(read.computeIfAbsent(question.version(), this::table), new HashMap<>(known))
                .<String>collectEntries("requirement")
                .stream()
                .distinct()
                .toList();
    }

    private DmnDecision table(int version) {
        DecisionDefinition definition = find(version)
                .orElseThrow(() -> new IllegalArgumentException("No version " + version + " of " + DECISION));
        return identity.asSystem(
                () -> engine.parseDecision(DECISION, repositoryService.getDecisionModel(definition.getId())));
    }

    private Optional<DecisionDefinition> find(int version) {
        return identity.asSystem(() ->
                Optional.ofNullable(query().decisionDefinitionVersion(version).singleResult()));
    }

    private DecisionDefinitionQuery query() {
        return repositoryService.createDecisionDefinitionQuery().decisionDefinitionKey(DECISION);
    }

    private Deployment deployment(DecisionDefinition definition) {
        return repositoryService
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult();
    }
}
