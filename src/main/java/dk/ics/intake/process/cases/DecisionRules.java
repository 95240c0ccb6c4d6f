package dk.ics.intake.process.cases;

import dk.ics.intake.process.rights.EngineIdentity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Description;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which row of its table a rule is: what history keeps is its id. The models stay in the engine's memory. */
@Component
class DecisionRules {

    private final RepositoryService repository;
    private final EngineIdentity identity;

    DecisionRules(RepositoryService repository, EngineIdentity identity) {
        this.repository = repository;
        this.identity = identity;
    }

    /**
     * A row.
     *
     * @param number from 1, as the table is drawn
     * @param note what the row says of itself, its source in law first of all
     */
    record Row(int number, int of, @Nullable String note) {}

    /** The rows of a decision of this definition by the id of their rule; none if it is no table. */
    Map<String, Row> of(String definition, String key) {
        return identity.asSystem(() -> Optional.ofNullable(
                        repository.getDmnModelInstance(definition).<Decision>getModelElementById(key)))
                .map(Decision::getExpression)
                .filter(DecisionTable.class::isInstance)
                .map(DecisionTable.class::cast)
                .map(DecisionRules::rows)
                .orElse(Map.of());
    }

    private static Map<String, Row> rows(DecisionTable table) {
        Map<String, Row> rows = new HashMap<>();
        List<Rule> rules = List.copyOf(table.getRules());
        for (int i = 0; i < rules.size(); i++) {
            Description note = rules.get(i).getDescription();
            rows.put(
                    rules.get(i).getId(),
                    new Row(
                            i + 1,
                            rules.size(),
                            note == null ? null : note.getTextContent().strip()));
        }
        return rows;
    }
}
