package dk.ics.intake.process.cases;

import dk.ics.intake.process.Failures;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** »Fremmøde i dag« of the Tasklist plugin; it acts by the tasks' own forms. */
@RestController
class DeskController {

    private final DeskOfToday desk;
    private final Failures failures;

    DeskController(DeskOfToday desk, Failures failures) {
        this.desk = desk;
        this.failures = failures;
    }

    /**
     * {@code visits}: those expected or come today; {@code missed}: those expected earlier who have not come;
     * {@code waits}: how long those waited who were called up today, in minutes.
     */
    @GetMapping(path = "/camunda/api/ics/desk", produces = "application/json")
    ResponseEntity<Object> desk() {
        return Answer.of(desk.read()).response();
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException failure) {
        return Answer.failed(failures.log("Reading the desk's day failed", failure))
                .response();
    }
}
