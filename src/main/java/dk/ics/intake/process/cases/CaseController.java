package dk.ics.intake.process.cases;

import dk.ics.intake.process.Failures;
import dk.ics.intake.search.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * »Find sag« of the Tasklist plugin. What is looked for comes in a body, never in an address, which proxies and browsers
 * keep.
 */
@RestController
@RequestMapping(path = "/camunda/api/ics/cases", produces = "application/json")
class CaseController {

    private static final Set<String> SEARCH_KEYS =
            Set.of("purpose", "reference", "name", "birthDate", "cprNumber", "documentNumber", "phone", "email");
    private static final Set<String> OPEN_KEYS = Set.of("purpose", "reference");
    private static final int FAILURE = 500;

    private final FindCase findCase;
    private final Failures failures;

    CaseController(FindCase findCase, Failures failures) {
        this.findCase = findCase;
        this.failures = failures;
    }

    /** Codes and Danish names of the purposes to choose from. */
    @GetMapping("/purposes")
    List<Purpose> purposes() {
        return findCase.purposes();
    }

    /**
     * Takes {@code purpose} and at least one of {@code reference}, {@code name}, {@code birthDate}, {@code cprNumber},
     * {@code documentNumber}, {@code phone}, {@code email}; answers {@code hits} and whether there are {@code more}.
     */
    @PostMapping(path = "/search", consumes = "application/json")
    ResponseEntity<Object> search(@RequestBody Map<String, @Nullable Object> body) {
        Map<String, String> entered = texts(body, SEARCH_KEYS);
        String purpose = entered.getOrDefault("purpose", "");
        entered.remove("purpose");
        return answer(findCase.find(purpose, entered));
    }

    /** Takes {@code purpose} and {@code reference}; answers the {@link WholeCase}. */
    @PostMapping(path = "/open", consumes = "application/json")
    ResponseEntity<Object> open(@RequestBody Map<String, @Nullable Object> body) {
        Map<String, String> entered = texts(body, OPEN_KEYS);
        return answer(findCase.open(entered.getOrDefault("purpose", ""), entered.getOrDefault("reference", "")));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        return unknown(new UnknownEntry());
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(UnknownEntry unknown) {
        return answer(new FindCase.Answer(
                400,
                FindCase.body(
                        "SearchUnreadable", "Søgningen kunne ikke læses. Genindlæs siden, og prøv igen.", Map.of())));
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException failure) {
        String number = failures.log("Finding a case failed", failure);
        return answer(new FindCase.Answer(
                FAILURE,
                FindCase.body(
                        "Failure",
                        "Noget gik galt. Prøv igen, og kontakt driften, hvis det gentager sig (fejl %s)."
                                .formatted(number),
                        Map.of())));
    }

    private static Map<String, String> texts(Map<String, @Nullable Object> body, Set<String> keys) {
        Map<String, String> texts = new LinkedHashMap<>();
        body.forEach((key, value) -> {
            if (!keys.contains(key) || value != null && !(value instanceof String)) {
                throw new UnknownEntry();
            }
            if (value instanceof String text) {
                texts.put(key, text);
            }
        });
        return texts;
    }

    private static ResponseEntity<Object> answer(FindCase.Answer answer) {
        return ResponseEntity.status(answer.status())
                .cacheControl(CacheControl.noStore())
                .body(answer.body());
    }

    /** A key that no search has, or a value that is no text. */
    private static final class UnknownEntry extends RuntimeException {}
}
