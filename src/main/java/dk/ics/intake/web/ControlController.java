package dk.ics.intake.web;

import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.oversight.ControlCsv;
import dk.ics.intake.oversight.ControlFilter;
import dk.ics.intake.oversight.ControlLine;
import dk.ics.intake.oversight.ControlList;
import dk.ics.intake.oversight.ControlOutcome;
import dk.ics.intake.oversight.ControlPage;
import dk.ics.intake.oversight.ControlPlace;
import dk.ics.intake.oversight.SupervisionState;
import dk.ics.intake.process.Failures;
import dk.ics.intake.process.rights.Account;
import dk.ics.intake.search.CaseSearch;
import dk.ics.intake.search.Purpose;
import dk.ics.intake.search.Searcher;
import dk.ics.intake.time.DanishCalendar;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The list of controls in Cockpit. What is looked for comes in a body, never in an address. Who may call it stands in the
 * table of rights.
 */
@RestController
@RequestMapping("/camunda/api/ics/controls")
class ControlController {

    private static final Pattern ANYTHING = Pattern.compile(".{1,40}");
    private static final String PURPOSE = "purpose";

    private final ControlList controls;
    private final CaseSearch cases;
    private final DanishCalendar calendar;
    private final Failures failures;

    ControlController(ControlList controls, CaseSearch cases, DanishCalendar calendar, Failures failures) {
        this.controls = controls;
        this.cases = cases;
        this.calendar = calendar;
        this.failures = failures;
    }

    /** What the filters offer, and why a control may be opened. */
    record Choices(
            List<ControlList.Choice> municipalities,
            List<ControlList.Choice> employees,
            List<ControlList.Choice> procedures,
            List<ControlList.Choice> outcomes,
            List<ControlList.Choice> supervision,
            List<Purpose> purposes,
            @Nullable String notice) {}

    /** A code and what it is called. */
    record Called(String code, String label) {}

    record Line(
            String reference,
            int number,
            Instant at,
            Called municipality,
            Called employee,
            Called outcome,
            boolean doubt,
            boolean photo,
            String procedure,
            Called supervision) {

        static Line of(ControlLine line) {
            return new Line(
                    line.reference(),
                    line.number(),
                    line.at(),
                    new Called(line.municipality().value(), line.municipality().name()),
                    new Called(line.employee(), line.employeeName()),
                    new Called(line.outcome().code(), line.outcome().danishName()),
                    line.doubt(),
                    line.photo(),
                    line.procedure(),
                    new Called(line.supervision().code(), line.supervision().danishName()));
        }
    }

    /**
     * A page of the list.
     *
     * @param after what the next page is asked with; null: there is none
     * @param count how many there are, on the first page; {@code atLeast}: that many and more
     */
    record Found(
            List<Line> lines,
            @Nullable String after,
            @Nullable Long count,
            boolean atLeast) {}

    @GetMapping(path = "/choices", produces = "application/json")
    Choices choices(Authentication caller) {
        ControlList.Choices choices = controls.choices(searcher(caller));
        return new Choices(
                choices.municipalities(),
                choices.employees(),
                choices.procedures(),
                Arrays.stream(ControlOutcome.values())
                        .map(one -> new ControlList.Choice(one.code(), one.danishName()))
                        .toList(),
                Arrays.stream(SupervisionState.values())
                        .map(one -> new ControlList.Choice(one.code(), one.danishName()))
                        .toList(),
                cases.purposes(),
                choices.notice());
    }

    /** Takes any of the fields of {@link ControlSearch}; answers a page of {@link Found}. */
    @PostMapping(path = "/search", consumes = "application/json", produces = "application/json")
    ResponseEntity<Object> search(@RequestBody byte[] body, Authentication caller) {
        ControlSearch asked = ControlSearch.of(RegisterReader.of(body, ControlSearch.FIELDS));
        Searcher who = searcher(caller);
        ControlPage page = controls.page(who, asked.filter(), asked.order(), asked.after());
        Long count = asked.after() == null ? controls.count(who, asked.filter()) : null;
        boolean atLeast = count != null && count > ControlList.MOST_COUNTED;
        return json(
                200,
                new Found(
                        page.lines().stream().map(Line::of).toList(),
                        page.end().map(ControlPlace::written).orElse(null),
                        atLeast ? Long.valueOf(ControlList.MOST_COUNTED) : count,
                        atLeast));
    }

    /** Takes the same and a {@code purpose}; answers all controls as CSV. It is logged before the first line goes out. */
    @PostMapping(path = "/export", consumes = "application/json")
    void export(@RequestBody byte[] body, Authentication caller, HttpServletResponse response) throws IOException {
        Set<String> fields = new HashSet<>(ControlSearch.FIELDS);
        fields.remove("after");
        fields.add(PURPOSE);
        RegisterReader read = RegisterReader.of(body, fields);
        String purpose = read.code(PURPOSE, ANYTHING, "Vælg, hvad du skal bruge listen til.");
        ControlSearch asked = ControlSearch.of(read);
        Searcher who = searcher(caller);
        Optional<FieldProblem> problem = controls.taken(who, purpose, asked.filter());
        if (problem.isPresent()) {
            throw RegisterRefused.at(problem.get().key(), problem.get().message());
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"kontroller-%s.csv\"".formatted(calendar.today()));
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        ControlCsv csv = new ControlCsv(out, controls.mark().orElse(null));
        ControlFilter filter = asked.filter();
        controls.each(who, filter, asked.order(), csv::add);
        out.flush();
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(RegisterRefused refused) {
        return json(refused.status().value(), refused.body());
    }

    /** A file that has begun cannot become an answer; breaking off tells its reader that it is not whole. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> failed(RuntimeException failure, HttpServletResponse response) {
        String number = failures.log("Listing controls failed", failure);
        if (response.isCommitted()) {
            throw failure;
        }
        response.resetBuffer();
        return json(
                500,
                Map.of(
                        "type", "Failure",
                        "message",
                                "Noget gik galt. Prøv igen, og kontakt driften, hvis det gentager sig (fejl %s)."
                                        .formatted(number),
                        "fields", Map.of()));
    }

    private static Searcher searcher(Authentication caller) {
        return new Searcher(caller.getName(), ((Account) caller.getPrincipal()).tenants());
    }

    private static ResponseEntity<Object> json(int status, Object body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
