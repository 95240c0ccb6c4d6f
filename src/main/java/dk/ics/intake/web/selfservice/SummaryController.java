package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.Problems.Refusal;
import dk.ics.intake.selfservice.Asked;
import dk.ics.intake.selfservice.Course;
import dk.ics.intake.selfservice.DraftFile;
import dk.ics.intake.selfservice.Heard;
import dk.ics.intake.selfservice.Sending;
import dk.ics.intake.selfservice.Sending.Outcome;
import dk.ics.intake.visitation.RequiredPapers;
import dk.ics.intake.web.selfservice.Drafting.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Everything on one page before it is sent, each answer with a way to change it. */
@Controller
@RequestMapping("/apply/draft/{secret}/summary")
class SummaryController {

    private final Drafting drafting;
    private final Sending sending;
    private final Pages pages;
    private final Answers answers;

    SummaryController(Drafting drafting, Sending sending, Pages pages, Answers answers) {
        this.drafting = drafting;
        this.sending = sending;
        this.pages = pages;
        this.answers = answers;
    }

    /**
     * What one person has said.
     *
     * @param missing names of the papers that have not been added
     */
    record Person(
            String caption, List<Row> rows, List<String> papers, List<String> missing, int no, boolean elsewhere) {}

    /**
     * One answer.
     *
     * @param id of the row on the page
     * @param change where it is changed
     */
    record Row(
            String id,
            String label,
            String value,
            String change,
            @Nullable String error) {}

    @GetMapping
    ModelAndView summary(HttpServletRequest request, @PathVariable String secret) {
        return drafting.with(
                request,
                secret,
                open -> open.course().next() instanceof Course.Next.Check
                        ? draw(open, HttpStatus.OK, sending.problems(open.course()))
                        : drafting.next(open));
    }

    @PostMapping
    ModelAndView send(HttpServletRequest request, @PathVariable String secret) {
        return drafting.with(request, secret, open -> {
            Outcome outcome = sending.send(open.secret());
            if (outcome instanceof Outcome.Sent sent) {
                return Pages.seeOther(Pages.STATUS + sent.status().value() + "/receipt");
            }
            if (outcome instanceof Outcome.Incomplete incomplete) {
                return incomplete.refusals().isEmpty()
                        ? drafting.next(open)
                        : draw(open, HttpStatus.BAD_REQUEST, incomplete.refusals());
            }
            return pages.unknown(request);
        });
    }

    private ModelAndView draw(Open open, HttpStatus status, Map<Integer, Map<String, Refusal>> refusals) {
        List<Person> persons = open.course().persons().stream()
                .map(heard ->
                        person(open, heard, refusals.getOrDefault(heard.person().no(), Map.of())))
                .toList();
        return drafting.page("summary", status, open)
                .addObject("persons", persons)
                .addObject(
                        "errors",
                        persons.stream()
                                .flatMap(person -> person.rows().stream())
                                .filter(row -> row.error() != null)
                                .map(row -> new Problem(row.id(), row.label() + ": " + row.error()))
                                .toList());
    }

    private Person person(Open open, Heard heard, Map<String, Refusal> refusals) {
        Texts texts = open.texts();
        int no = heard.person().no();
        List<Row> rows = new ArrayList<>();
        for (Asked asked : heard.asked()) {
            for (String field : shown(asked, heard, refusals)) {
                rows.add(new Row(
                        "p" + no + "-" + field,
                        texts.first(
                                heard.first() ? List.of("f." + field) : List.of("f." + field + ".other", "f." + field)),
                        answers.shown(field, heard.person().answers().get(field), texts),
                        open.path("/" + no + "/" + asked.id()) + "?check=true",
                        Fields.error(texts, field, refusals.get(field))));
            }
        }
        Set<String> there = open.draft().filesOf(no).stream()
                .filter(file -> file.scan() != DraftFile.Scan.REFUSED)
                .map(file -> file.type().code())
                .collect(Collectors.toSet());
        return new Person(
                QuestionController.caption(texts, heard),
                rows,
                open.draft().filesOf(no).stream()
                        .filter(file -> file.scan() != DraftFile.Scan.REFUSED)
                        .map(file -> texts.get("paper." + file.type().code()) + ": " + file.fileName())
                        .toList(),
                RequiredPapers.missing(there, heard.papers(), heard.category()).stream()
                        .map(paper -> texts.get("paper." + paper))
                        .toList(),
                no,
                heard.elsewhere());
    }

    /** What was answered or is wrong; of a page that was left empty the first field, so that it can be changed. */
    private static List<String> shown(Asked asked, Heard heard, Map<String, Refusal> refusals) {
        List<String> answered = asked.fields().stream()
                .filter(field -> heard.person().answers().containsKey(field) || refusals.containsKey(field))
                .toList();
        return answered.isEmpty() ? asked.fields().subList(0, 1) : answered;
    }
}
