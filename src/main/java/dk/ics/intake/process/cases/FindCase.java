package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.search.CaseSearch;
import dk.ics.intake.search.Hit;
import dk.ics.intake.search.Purpose;
import dk.ics.intake.search.SearchAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Service;

/** The search of »Find sag« for the user of this request. */
@Service
class FindCase {

    private final CaseSearch search;
    private final IdentityService identity;

    FindCase(CaseSearch search, IdentityService identity) {
        this.search = search;
        this.identity = identity;
    }

    List<Purpose> purposes() {
        return search.purposes();
    }

    Answer find(String purpose, Map<String, String> entered) {
        SearchAnswer answer = search.find(CaseReader.of(identity).searcher(), purpose, entered);
        if (answer instanceof SearchAnswer.Refused refused) {
            return Answer.refused("SearchRefused", sentence(refused.problems()), refused.problems());
        }
        SearchAnswer.Found found = (SearchAnswer.Found) answer;
        return Answer.of(Map.of("hits", found.hits().stream().map(FindCase::row).toList(), "more", found.more()));
    }

    private static Map<String, Object> row(Hit hit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("reference", hit.reference().value());
        row.put("name", hit.name());
        row.put("birthDate", hit.birthDate());
        row.put("municipality", hit.municipality().name());
        row.put("status", hit.status());
        row.put("openedAt", hit.openedAt());
        row.put("asWritten", hit.asWritten());
        return row;
    }

    private static String sentence(List<FieldProblem> problems) {
        return switch (problems.size()) {
            case 0 -> "Udfyld mindst ét felt.";
            case 1 -> problems.get(0).message();
            default -> "Ret %d felter, og søg igen.".formatted(problems.size());
        };
    }
}
