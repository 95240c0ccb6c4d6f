package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.search.CaseSearch;
import dk.ics.intake.search.Hit;
import dk.ics.intake.search.Opening;
import dk.ics.intake.search.Purpose;
import dk.ics.intake.search.SearchAnswer;
import dk.ics.intake.search.Searcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** »Find sag« for the user of this request: what is searched, shown and logged is one transaction. */
@Service
class FindCase {

    /** What the page gets, with its HTTP status. */
    record Answer(int status, Object body) {}

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final CaseSearch search;
    private final WholeCases cases;
    private final IdentityService identity;

    FindCase(CaseSearch search, WholeCases cases, IdentityService identity) {
        this.search = search;
        this.cases = cases;
        this.identity = identity;
    }

    List<Purpose> purposes() {
        return search.purposes();
    }

    Answer find(String purpose, Map<String, String> entered) {
        SearchAnswer answer = search.find(searcher(caller()), purpose, entered);
        if (answer instanceof SearchAnswer.Refused refused) {
            return refused.problems().isEmpty()
                    ? refused("Udfyld mindst ét felt.", List.of())
                    : refused(sentence(refused.problems()), refused.problems());
        }
        SearchAnswer.Found found = (SearchAnswer.Found) answer;
        return new Answer(
                OK, Map.of("hits", found.hits().stream().map(FindCase::row).toList(), "more", found.more()));
    }

    @Transactional
    public Answer open(String purpose, String reference) {
        Authentication caller = caller();
        Opening opening = search.open(searcher(caller), purpose, reference);
        if (opening instanceof Opening.Opened opened) {
            return new Answer(OK, cases.of(opened.reference(), caller.getUserId(), caller.getGroupIds()));
        }
        return opening instanceof Opening.Refused refused
                ? refused(refused.problem().message(), List.of(refused.problem()))
                : new Answer(
                        NOT_FOUND,
                        body("CaseNotFound", "Sagen findes ikke, eller du har ikke adgang til den.", Map.of()));
    }

    private Authentication caller() {
        return Objects.requireNonNull(identity.getCurrentAuthentication(), "The security chain lets in users only");
    }

    private static Searcher searcher(Authentication caller) {
        return new Searcher(caller.getUserId(), Objects.requireNonNullElse(caller.getTenantIds(), List.<String>of()));
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
        return problems.size() == 1
                ? problems.get(0).message()
                : "Ret %d felter, og søg igen.".formatted(problems.size());
    }

    private static Answer refused(String message, List<FieldProblem> problems) {
        return new Answer(
                BAD_REQUEST,
                body(
                        "SearchRefused",
                        message,
                        problems.stream()
                                .collect(Collectors.toMap(
                                        FieldProblem::key,
                                        FieldProblem::message,
                                        (first, second) -> first,
                                        LinkedHashMap::new))));
    }

    static Map<String, Object> body(String type, String message, Map<String, String> fields) {
        return Map.of("type", type, "message", message, "fields", fields);
    }
}
