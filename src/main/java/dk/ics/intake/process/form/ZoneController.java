package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ics.intake.identity.ZoneReading;
import dk.ics.intake.process.Failures;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriTemplate;

/**
 * Compares machine readable lines with the application while the form is open. A POST, so that the lines stand in no
 * address and no log; for who works the task or could take it, and only where the task's form asks for the lines.
 */
@RestController
class ZoneController {

    static final String PATH = "/camunda/api/ics/task/{taskId}/zone";

    private static final String FIELD = "mrz";
    private static final int LONGEST = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WorkTasks tasks;
    private final FormSchemas schemas;
    private final ZoneReading zone;
    private final Callers callers;
    private final Failures failures;

    ZoneController(WorkTasks tasks, FormSchemas schemas, ZoneReading zone, Callers callers, Failures failures) {
        this.tasks = tasks;
        this.schemas = schemas;
        this.zone = zone;
        this.callers = callers;
        this.failures = failures;
    }

    /** Takes {@code {"mrz": "…"}}. */
    @PostMapping(path = PATH, consumes = "application/json", produces = "application/json")
    ResponseEntity<Map<String, Object>> compare(@PathVariable String taskId, @RequestBody byte[] body) {
        WorkTask task = tasks.openTo(callers.current(), taskId);
        if (!schemas.ofTask(task).hasField(FIELD)) {
            throw FormRefused.noAccess();
        }
        ZoneReading.Read read = zone.read(task.reference(), lines(body));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("problems", read.problems());
        answer.put("lines", read.lines());
        answer.put("differences", read.differences().size());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private static String lines(byte[] body) {
        try {
            JsonNode text = JSON.readTree(body).path(FIELD);
            if (text.isTextual() && text.textValue().length() <= LONGEST) {
                return text.textValue();
            }
        } catch (IOException notJson) {
            // Without the cause: Jackson repeats the text, and it is a person's.
            throw FormRefused.unreadable();
        }
        throw FormRefused.unreadable();
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
