package dk.ics.intake.search;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for cases and opens them, of the searcher's municipalities only. Each needs a purpose, and each is logged in the
 * transaction that shows the case: what is not logged has not been seen.
 */
@Service
public class CaseSearch {

    private static final String PURPOSE = "purpose";
    private static final String CHOOSE = "Vælg, hvad du skal bruge sagen til.";
    private static final Comparator<Hit> OPEN_AND_NEWEST_FIRST = Comparator.comparing(
                    (Hit hit) -> hit.status().equals("open"))
            .thenComparing(Hit::openedAt)
            .reversed();

    private final FittingCases cases;
    private final AccessLog log;
    private final SearchProperties properties;

    CaseSearch(FittingCases cases, AccessLog log, SearchProperties properties) {
        this.cases = cases;
        this.log = log;
        this.properties = properties;
    }

    /** Why somebody may look for a case, in the order in which it is offered. */
    public List<Purpose> purposes() {
        return properties.purposes();
    }

    /**
     * Looks for the cases that fit all that was entered.
     *
     * @param entered texts by {@code reference}, {@code name}, {@code birthDate}, {@code cprNumber},
     *     {@code documentNumber}, {@code phone}, {@code email}; an empty text is not looked for
     * @throws IllegalArgumentException if there is another key; no text is repeated
     */
    @Transactional
    public SearchAnswer find(Searcher who, String purposeCode, Map<String, String> entered) {
        Criteria criteria = new Criteria(entered);
        Optional<Purpose> purpose = properties.purpose(purposeCode);
        List<FieldProblem> problems = new ArrayList<>(criteria.problems());
        if (purpose.isEmpty()) {
            problems.add(new FieldProblem(PURPOSE, CHOOSE));
        }
        if (purpose.isEmpty() || !problems.isEmpty() || criteria.values().isEmpty()) {
            return new SearchAnswer.Refused(problems);
        }
        int most = properties.mostHits();
        List<Hit> found = cases.find(who, criteria.values(), most + 1);
        List<Hit> shown = inOrder(found.stream().limit(most).toList());
        log.searched(who, purpose.get(), criteria.kinds(), shown.size());
        return new SearchAnswer.Found(shown, found.size() > most);
    }

    /** Whether the user may open the case; whoever goes on to show something of it logs it, see {@link CaseAccess}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Opening mayOpen(Searcher who, String purposeCode, String reference) {
        Optional<Purpose> purpose = properties.purpose(purposeCode);
        if (purpose.isEmpty()) {
            return new Opening.Refused(new FieldProblem(PURPOSE, CHOOSE));
        }
        return Criterion.REFERENCE
                .value(reference.strip())
                .map(value -> new CaseReference((String) value))
                .filter(value -> cases.isOpenTo(who, value))
                .<Opening>map(value -> new Opening.Opened(value, Ground.chosen(purpose.get())))
                .orElseGet(Opening.NotFound::new);
    }

    /** Names as they were written before those that only sound alike, which come in the order of their likeness. */
    private static List<Hit> inOrder(List<Hit> hits) {
        return Stream.concat(
                        hits.stream().filter(Hit::asWritten).sorted(OPEN_AND_NEWEST_FIRST),
                        hits.stream().filter(hit -> !hit.asWritten()))
                .toList();
    }
}
