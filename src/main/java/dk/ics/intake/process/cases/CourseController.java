package dk.ics.intake.process.cases;

import dk.ics.intake.process.Failures;
import dk.ics.intake.process.cases.CaseBody.Unreadable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** »Sagens forløb« of the Cockpit plugin. {@code POST}: each look is logged, and no address names a case. */
@RestController
@RequestMapping(path = "/camunda/api/ics/cases/course", consumes = MediaType.APPLICATION_JSON_VALUE)
class CourseController {

    private static final String PURPOSE = "purpose";
    private static final String REFERENCE = "reference";
    private static final String INSTANCE = "instance";

    private final CaseCourse course;
    private final Failures failures;

    CourseController(CaseCourse course, Failures failures) {
        this.course = course;
        this.failures = failures;
    }

    /** Takes {@code purpose} and {@code reference}; answers the {@link Course}. */
    @PostMapping
    ResponseEntity<Object> course(@RequestBody Map<String, @Nullable Object> body) {
        return course.of(door(CaseBody.of(body, Set.of(PURPOSE, REFERENCE)))).response();
    }

    /** Takes also {@code instance}, an id of the course; answers its {@link CourseDiagram}. */
    @PostMapping("/diagram")
    ResponseEntity<Object> diagram(@RequestBody Map<String, @Nullable Object> body) {
        CaseBody read = CaseBody.of(body, Set.of(PURPOSE, REFERENCE, INSTANCE));
        return course.diagram(door(read), read.text(INSTANCE)).response();
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(HttpMessageNotReadableException unreadable) {
        return unknown(new Unreadable());
    }

    @ExceptionHandler
    ResponseEntity<Object> unknown(Unreadable unknown) {
        return Answer.unreadable().response();
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException failure) {
        return Answer.failed(failures.log("Showing the course of a case failed", failure))
                .response();
    }

    private static Door door(CaseBody body) {
        return new Door.OfPurpose(body.text(PURPOSE), body.text(REFERENCE));
    }
}
