package dk.ics.intake.process;

import dk.ics.intake.terms.RegistrationTerms;
import dk.ics.intake.terms.Terms;
import dk.ics.intake.visitation.Proposal;
import dk.ics.intake.visitation.Proposals;
import dk.ics.intake.visitation.VisitationFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The decision tables of {@code bpmn/} asked outside of a process: while a form is open nothing is decided yet, so
 * nothing belongs into the history of decisions.
 */
@Component
class DecisionTables implements Proposals, RegistrationTerms {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision visitation = parse("visitation", "visitation.dmn");
    private final DmnDecision entitledServices = parse("entitledServices", "visitation.dmn");
    private final DmnDecision requiredDocuments = parse("requiredDocuments", "required-documents.dmn");
    private final DmnDecision registrationClaim = parse("registrationClaim", "registration-claim.dmn");
    private final DmnDecision residenceBasis = parse("residenceBasis", "residence-basis.dmn");

    @Override
    public Proposal of(VisitationFacts.Facts facts) {
        Map<String, Object> result = first(visitation, facts.byName());
        return new Proposal(
                text(result, "visitationResult"),
                codes(text(result, "services")),
                text(result, "visitationReason"),
                engine.evaluateDecision(entitledServices, new HashMap<>(facts.byName()))
                        .<String>collectEntries("service"));
    }

    @Override
    public List<String> papers(VisitationFacts.Facts facts, Collection<String> services) {
        Map<String, @Nullable Object> known = facts.byName();
        known.put("services", String.join(",", services));
        String papers = evaluate(requiredDocuments, known).getSingleEntry();
        return codes(papers);
    }

    @Override
    public Terms of(String category, @Nullable String stayLength, boolean movesFromNordic) {
        Map<String, @Nullable Object> known = new HashMap<>();
        known.put("category", category);
        known.put("stayLength", stayLength);
        known.put("movesFromNordic", movesFromNordic);
        Map<String, Object> basis = first(residenceBasis, known);
        return new Terms(
                text(first(registrationClaim, known), "registrationClaim"),
                text(basis, "basis"),
                basis.get("neededAfterMonths") instanceof Number months ? (Integer) months.intValue() : null,
                Boolean.TRUE.equals(basis.get("biometrics")));
    }

    private DmnDecisionResult evaluate(DmnDecision decision, Map<String, @Nullable Object> facts) {
        return engine.evaluateDecision(decision, new HashMap<>(facts));
    }

    private Map<String, Object> first(DmnDecision decision, Map<String, @Nullable Object> facts) {
        return evaluate(decision, facts).getSingleResult().getEntryMap();
    }

    private DmnDecision parse(String decision, String file) {
        try (InputStream table = DecisionTables.class.getResourceAsStream("/bpmn/" + file)) {
            return engine.parseDecision(decision, Objects.requireNonNull(table, file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static String text(Map<String, Object> result, String name) {
        return String.valueOf(result.get(name));
    }

    private static List<String> codes(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(","));
    }
}
