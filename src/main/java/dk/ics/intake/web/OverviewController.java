package dk.ics.intake.web;

import dk.ics.intake.oversight.Overview;
import dk.ics.intake.oversight.OverviewFigures;
import dk.ics.intake.process.Failures;
import dk.ics.intake.process.rights.Account;
import dk.ics.intake.search.Searcher;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures of the supervisor's front page. Who may call it stands in the table of rights. */
@RestController
class OverviewController {

    private final Overview overview;
    private final Failures failures;

    OverviewController(Overview overview, Failures failures) {
        this.overview = overview;
        this.failures = failures;
    }

    @GetMapping(path = "/camunda/api/ics/overview", produces = "application/json")
    ResponseEntity<OverviewFigures> overview(Authentication caller) {
        Account account = (Account) caller.getPrincipal();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(overview.of(new Searcher(account.userId(), account.tenants())));
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException failure) {
        String number = failures.log("Counting for the overview failed", failure);
        return ResponseEntity.internalServerError()
                .body(Map.of(
                        "type",
                        "Failure",
                        "message",
                        "Overblikket kunne ikke opgøres. Prøv igen, og kontakt driften, hvis det gentager sig (fejl %s)."
                                .formatted(number)));
    }
}
