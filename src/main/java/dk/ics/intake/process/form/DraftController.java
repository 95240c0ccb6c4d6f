package dk.ics.intake.process.form;

import dk.ics.intake.process.Failures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriTemplate;

/**
 * Keeps what a caseworker has typed without sending it: the Tasklist plugin saves here instead of in the browser. The
 * session's user only, and only for tasks that user works or could take.
 */
@RestController
@RequestMapping(path = DraftController.PATH, produces = "application/json")
class DraftController {

    static final String PATH = "/camunda/api/ics/task/{taskId}/draft";

    private final WorkTasks tasks;
    private final DraftKeeping keeping;
    private final Callers callers;
    private final Failures failures;

    DraftController(WorkTasks tasks, DraftKeeping keeping, Callers callers, Failures failures) {
        this.tasks = tasks;
        this.keeping = keeping;
        this.callers = callers;
        this.failures = failures;
    }

    /** {@code {"variables": {key: {"value": …}}}}, empty if nothing is kept. */
    @GetMapping
    ResponseEntity<Map<String, Object>> get(@PathVariable String taskId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("variables", keeping.get(callers.current(), taskId)));
    }

    /** Takes a body like that of {@code submit-form}; nothing is validated, since nothing is finished. */
    @PutMapping(consumes = "application/json")
    ResponseEntity<Void> put(@PathVariable String taskId, @RequestBody byte[] body, HttpServletRequest request) {
        keeping.put(callers.current(), taskId, FormCall.pageOf(request), SubmittedForm.ofLimited(body));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    ResponseEntity<Void> delete(@PathVariable String taskId) {
        keeping.delete(callers.current(), taskId);
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(FormRefused refused) {
        return ResponseEntity.status(refused.status()).body(refused.body());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
        return refused(FormRefused.unreadable());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> failed(RuntimeException failure, HttpServletRequest request) {
        String taskId = new UriTemplate(PATH).match(request.getServletPath()).getOrDefault("taskId", "");
        return refused(tasks.ended(callers.current(), taskId).orElseGet(() -> Refusals.of(failure, failures)));
    }
}
