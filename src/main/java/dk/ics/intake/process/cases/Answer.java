package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.search.Opening;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** What a page gets, with its HTTP status: what it asked for, or {@code type}, {@code message} and {@code fields}. */
record Answer(int status, Object body) {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int FAILURE = 500;

    static Answer of(Object body) {
        return new Answer(OK, body);
    }

    static Answer refused(String type, String message, List<FieldProblem> problems) {
        Map<String, String> fields = problems.stream()
                .collect(Collectors.toMap(
                        FieldProblem::key, FieldProblem::message, (first, second) -> first, LinkedHashMap::new));
        return saying(BAD_REQUEST, type, message, fields);
    }

    /** What a person reads of a failure, with the number under which the log has it. */
    static Answer failed(String number) {
        return saying(
                FAILURE,
                "Failure",
                "Noget gik galt. Prøv igen, og kontakt driften, hvis det gentager sig (fejl %s).".formatted(number),
                Map.of());
    }

    /** The page sent something that no page of ours sends. */
    static Answer unreadable() {
        return saying(
                BAD_REQUEST,
                "RequestUnreadable",
                "Forespørgslen kunne ikke læses. Genindlæs siden, og prøv igen.",
                Map.of());
    }

    /** Why a case was not opened. */
    static Answer notOpened(Opening opening) {
        return opening instanceof Opening.Refused refused
                ? refused("SearchRefused", refused.problem().message(), List.of(refused.problem()))
                : noSuchCase();
    }

    static Answer noSuchCase() {
        return saying(NOT_FOUND, "CaseNotFound", "Sagen findes ikke, eller du har ikke adgang til den.", Map.of());
    }

    static Answer noSuchDocument() {
        return saying(NOT_FOUND, "DocumentNotFound", "Sagen har ikke det dokument, eller der er ingen fil.", Map.of());
    }

    static Answer saying(int status, String type, String message, Map<String, String> fields) {
        return new Answer(status, Map.of("type", type, "message", message, "fields", fields));
    }

    /** Kept by nobody on the way. */
    ResponseEntity<Object> response() {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
