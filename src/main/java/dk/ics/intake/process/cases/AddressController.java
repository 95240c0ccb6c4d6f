package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.ShownAddress;
import dk.ics.intake.process.Failures;
import dk.ics.intake.search.CaseSearch;
import dk.ics.intake.search.Opening;
import dk.ics.intake.search.Searcher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A protected address, shown to who says what for; that it was shown is logged in the transaction that reads it. */
@RestController
class AddressController {

    private static final int FAILURE = 500;

    /** What is asked for; both are texts or missing. */
    record Asked(@Nullable String purpose, @Nullable String reference) {}

    private final CaseSearch search;
    private final ShownAddress address;
    private final IdentityService identity;
    private final TransactionTemplate transaction;
    private final Failures failures;

    AddressController(
            CaseSearch search,
            ShownAddress address,
            IdentityService identity,
            TransactionTemplate transaction,
            Failures failures) {
        this.search = search;
        this.address = address;
        this.identity = identity;
        this.transaction = transaction;
        this.failures = failures;
    }

    /** Takes {@code purpose} and {@code reference}; answers the lines of the {@code address}. */
    @PostMapping(path = "/camunda/api/ics/cases/address", consumes = "application/json", produces = "application/json")
    ResponseEntity<Object> unmask(@RequestBody Asked asked) {
        return Objects.requireNonNull(transaction.execute(status -> answer(asked)));
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        return refused("Forespørgslen kunne ikke læses. Genindlæs siden, og prøv igen.", Map.of());
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException failure) {
        String number = failures.log("Showing an address failed", failure);
        return answer(
                FAILURE,
                FindCase.body(
                        "Failure",
                        "Noget gik galt. Prøv igen, og kontakt driften, hvis det gentager sig (fejl %s)."
                                .formatted(number),
                        Map.of()));
    }

    private ResponseEntity<Object> answer(Asked asked) {
        Opening opening = search.unmask(
                caller(),
                Objects.requireNonNullElse(asked.purpose(), ""),
                Objects.requireNonNullElse(asked.reference(), ""));
        if (opening instanceof Opening.Opened opened) {
            return answer(200, Map.of("address", address.unmasked(opened.reference())));
        }
        return opening instanceof Opening.Refused refused
                ? refused(
                        refused.problem().message(),
                        Map.of(refused.problem().key(), refused.problem().message()))
                : answer(
                        404,
                        FindCase.body(
                                "CaseNotFound", "Sagen findes ikke, eller du har ikke adgang til den.", Map.of()));
    }

    private Searcher caller() {
        Authentication caller =
                Objects.requireNonNull(identity.getCurrentAuthentication(), "The security chain lets in users only");
        return new Searcher(caller.getUserId(), Objects.requireNonNullElse(caller.getTenantIds(), List.<String>of()));
    }

    private static ResponseEntity<Object> refused(String message, Map<String, String> fields) {
        return answer(400, FindCase.body("AddressRefused", message, fields));
    }

    private static ResponseEntity<Object> answer(int status, Object body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
