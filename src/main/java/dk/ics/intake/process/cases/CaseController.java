package dk.ics.intake.process.cases;

import dk.ics.intake.process.Failures;
import dk.ics.intake.search.Purpose;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private static final String PURPOSE = "purpose";
    private static final Set<String> SEARCH_KEYS =
            Set.of(PURPOSE, "reference", "name", "birthDate", "cprNumber", "documentNumber", "phone", "email");
    private static final int BAD_REQUEST = 400;

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
        CaseBody read = CaseBody.of(body, SEARCH_KEYS);
        Map<String, String> entered = new LinkedHashMap<>();
        body.forEach((key, value) -> {
            if (value != null && !key.equals(PURPOSE)) {
                entered.put(key, read.text(key));
            }
        });
        return findCase.find(read.text(PURPOSE), entered).response();
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        return unknown(new CaseBody.Unreadable());
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(CaseBody.Unreadable unknown) {
        return Answer.saying(
                        BAD_REQUEST,
                        "SearchUnreadable",
                        "Søgningen kunne ikke læses. Genindlæs siden, og prøv igen.",
                        Map.of())
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException failure) {
        return Answer.failed(failures.log("Finding a case failed", failure)).response();
    }
}
