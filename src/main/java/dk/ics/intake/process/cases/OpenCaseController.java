package dk.ics.intake.process.cases;

import dk.ics.intake.casefile.DocumentFile;
import dk.ics.intake.pageimage.PageImage;
import dk.ics.intake.pageimage.PageImages;
import dk.ics.intake.process.Failures;
import dk.ics.intake.process.cases.CaseBody.Unreadable;
import dk.ics.intake.process.cases.OpenCase.Sought;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The whole case, its papers and notes: of the task somebody works, and of a case that was found for a purpose. All are
 * {@code POST}: each is logged, and no address names a case or a document.
 */
@RestController
@RequestMapping(path = "/camunda/api/ics", consumes = MediaType.APPLICATION_JSON_VALUE)
class OpenCaseController {

    /** Says how many pages the document has of which one is answered. */
    static final String PAGES = "ICS-Pages";

    private static final String DOCUMENT = "document";
    private static final String PAGE = "page";
    private static final String PURPOSE = "purpose";
    private static final String REFERENCE = "reference";
    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final int UNPROCESSABLE = 422;

    private final OpenCase open;
    private final PageImages images;
    private final Failures failures;

    OpenCaseController(OpenCase open, PageImages images, Failures failures) {
        this.open = open;
        this.images = images;
        this.failures = failures;
    }

    /** Takes {@code {}}; answers the {@link WholeCase} of the task. */
    @PostMapping("/task/{taskId}/case")
    ResponseEntity<Object> ofTask(@PathVariable String taskId, @RequestBody Map<String, @Nullable Object> body) {
        CaseBody.of(body, Set.of());
        return open.whole(new Door.OfTask(taskId)).response();
    }

    /** Takes {@code purpose} and {@code reference}; answers the {@link WholeCase}. */
    @PostMapping("/cases/open")
    ResponseEntity<Object> found(@RequestBody Map<String, @Nullable Object> body) {
        return open.whole(door(CaseBody.of(body, Set.of(PURPOSE, REFERENCE)))).response();
    }

    /** Takes {@code document} and {@code page} from 1; answers a JPEG, or a sentence why there is none. */
    @PostMapping("/task/{taskId}/case/page")
    ResponseEntity<Object> pageOfTask(@PathVariable String taskId, @RequestBody Map<String, @Nullable Object> body) {
        return page(new Door.OfTask(taskId), CaseBody.of(body, Set.of(DOCUMENT, PAGE)));
    }

    /** The same with {@code purpose} and {@code reference}. */
    @PostMapping("/cases/page")
    ResponseEntity<Object> pageOfFound(@RequestBody Map<String, @Nullable Object> body) {
        CaseBody read = CaseBody.of(body, Set.of(PURPOSE, REFERENCE, DOCUMENT, PAGE));
        return page(door(read), read);
    }

    /** Takes {@code document}; answers the file as it came, to be saved and not shown. */
    @PostMapping("/task/{taskId}/case/original")
    ResponseEntity<Object> originalOfTask(
            @PathVariable String taskId, @RequestBody Map<String, @Nullable Object> body) {
        return original(new Door.OfTask(taskId), CaseBody.of(body, Set.of(DOCUMENT)));
    }

    /** The same with {@code purpose} and {@code reference}. */
    @PostMapping("/cases/original")
    ResponseEntity<Object> originalOfFound(@RequestBody Map<String, @Nullable Object> body) {
        CaseBody read = CaseBody.of(body, Set.of(PURPOSE, REFERENCE, DOCUMENT));
        return original(door(read), read);
    }

    /** Takes {@code purpose} and {@code reference}; answers the lines of the {@code address} also when it is protected. */
    @PostMapping("/cases/address")
    ResponseEntity<Object> address(@RequestBody Map<String, @Nullable Object> body) {
        return open.address(door(CaseBody.of(body, Set.of(PURPOSE, REFERENCE)))).response();
    }

    /** Takes {@code text} and an {@code id} that the page has made; answers the {@code journal} with the note. */
    @PostMapping("/task/{taskId}/case/note")
    ResponseEntity<Object> noteOfTask(@PathVariable String taskId, @RequestBody Map<String, @Nullable Object> body) {
        CaseBody read = CaseBody.of(body, Set.of(ID, TEXT));
        return open.note(new Door.OfTask(taskId), read.id(ID), read.text(TEXT)).response();
    }

    /** The same with {@code purpose} and {@code reference}. */
    @PostMapping("/cases/note")
    ResponseEntity<Object> noteOfFound(@RequestBody Map<String, @Nullable Object> body) {
        CaseBody read = CaseBody.of(body, Set.of(PURPOSE, REFERENCE, ID, TEXT));
        return open.note(door(read), read.id(ID), read.text(TEXT)).response();
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
        return Answer.failed(failures.log("Showing a case failed", failure)).response();
    }

    private ResponseEntity<Object> page(Door door, CaseBody body) {
        int page = body.number(PAGE);
        Sought sought = open.forPage(door, body.id(DOCUMENT), page);
        if (sought.file().isEmpty()) {
            return sought.otherwise().response();
        }
        PageImage image = images.of(sought.file().get(), page);
        if (image instanceof PageImage.NotShown none) {
            return Answer.saying(UNPROCESSABLE, "PageNotShown", none.reason().sentence(), Map.of())
                    .response();
        }
        PageImage.Shown shown = (PageImage.Shown) image;
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_JPEG)
                .header(PAGES, Integer.toString(shown.pages()))
                .body(shown.jpeg());
    }

    private ResponseEntity<Object> original(Door door, CaseBody body) {
        Sought sought = open.original(door, body.id(DOCUMENT));
        if (sought.file().isEmpty()) {
            return sought.otherwise().response();
        }
        DocumentFile file = sought.file().get();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(file.contentType()))
                .header("Content-Disposition", "attachment")
                .body(file.content());
    }

    private static Door door(CaseBody body) {
        return new Door.OfPurpose(body.text(PURPOSE), body.text(REFERENCE));
    }
}
