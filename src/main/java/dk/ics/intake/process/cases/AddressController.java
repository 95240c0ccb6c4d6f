package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.ShownAddress;
import dk.ics.intake.process.Failures;
import dk.ics.intake.search.CaseSearch;
import dk.ics.intake.search.Opening;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
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
    private static final String REFUSED = "AddressRefused";

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
        return Objects.requireNonNull(transaction.execute(status -> answer(asked)))
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        return Answer.refused(REFUSED, "Forespørgslen kunne ikke læses. Genindlæs siden, og prøv igen.", List.of())
                .response();
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException failure) {
        String number = failures.log("Showing an address failed", failure);
        String sentence =
                "Noget gik galt. Prøv igen, og kontakt driften, hvis det gentager sig (fejl %s).".formatted(number);
        return Answer.saying(FAILURE, "Failure", sentence, Map.of()).response();
    }

    private Answer answer(Asked asked) {
        Opening opening = search.unmask(
                CaseReader.of(identity).searcher(),
                Objects.requireNonNullElse(asked.purpose(), ""),
                Objects.requireNonNullElse(asked.reference(), ""));
        if (opening instanceof Opening.Opened opened) {
            return Answer.of(Map.of("address", address.unmasked(opened.reference())));
        }
        return opening instanceof Opening.Refused refused
                ? Answer.refused(REFUSED, refused.problem().message(), List.of(refused.problem()))
                : Answer.noSuchCase();
    }
}
