package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.Problems.Refusal;
import dk.ics.intake.selfservice.ApplicationDrafts;
import dk.ics.intake.selfservice.Asked;
import dk.ics.intake.selfservice.Heard;
import dk.ics.intake.selfservice.Interview;
import dk.ics.intake.web.selfservice.Drafting.Open;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One question a page. */
@Controller
@RequestMapping("/apply/draft/{secret}")
class QuestionController {

    private static final String QUESTION = "/{no:[1-9][0-9]?[0-9]?}/{question:[a-zA-Z]+}";

    private final Drafting drafting;
    private final Fields fields;
    private final Interview interview;
    private final ApplicationDrafts drafts;

    QuestionController(Drafting drafting, Fields fields, Interview interview, ApplicationDrafts drafts) {
        this.drafting = drafting;
        this.fields = fields;
        this.interview = interview;
        this.drafts = drafts;
    }

    @GetMapping
    ModelAndView goOn(HttpServletRequest request, @PathVariable String secret) {
        return drafting.with(request, secret, drafting::next);
    }

    @GetMapping(QUESTION)
    ModelAndView ask(
            HttpServletRequest request,
            @PathVariable String secret,
            @PathVariable int no,
            @PathVariable String question,
            @RequestParam(required = false, defaultValue = "false") String check) {
        return drafting.with(
                request,
                secret,
                no,
                (open, heard) -> heard.question(question)
                        .map(asked -> draw(
                                open,
                                heard,
                                asked,
                                HttpStatus.OK,
                                FormAnswers.shown(asked, heard.person().answers()),
                                Map.of(),
                                check.equals("true")))
                        .orElseGet(() -> drafting.next(open)));
    }

    @PostMapping(QUESTION)
    ModelAndView answer(
            HttpServletRequest request,
            @PathVariable String secret,
            @PathVariable int no,
            @PathVariable String question,
            @RequestParam Map<String, String> form) {
        return drafting.with(
                request,
                secret,
                no,
                (open, heard) -> heard.question(question)
                        .map(asked -> take(open, heard, asked, form))
                        .orElseGet(() -> drafting.next(open)));
    }

    private ModelAndView take(Open open, Heard heard, Asked asked, Map<String, String> form) {
        Map<String, Object> values = FormAnswers.read(asked, form);
        Map<String, Refusal> refusals = interview.check(heard, asked, values);
        boolean check = form.getOrDefault("check", "").equals("true");
        if (!refusals.isEmpty()) {
            return draw(open, heard, asked, HttpStatus.BAD_REQUEST, form, refusals, check);
        }
        int no = heard.person().no();
        drafts.change(open.secret(), content -> content.answered(no, asked.id(), values, asked.fields()));
        return form.containsKey("more")
                ? Pages.seeOther(open.path("/" + no + "/" + asked.id()) + (check ? "?check=true" : ""))
                : drafting.nextOf(open.secret());
    }

    private ModelAndView draw(
            Open open,
            Heard heard,
            Asked asked,
            HttpStatus status,
            Map<String, String> inputs,
            Map<String, Refusal> refusals,
            boolean check) {
        Texts texts = open.texts();
        boolean first = heard.first();
        List<Field> drawn = fields.of(asked, texts, first, inputs, refusals);
        List<Problem> errors = drawn.stream()
                .filter(field -> field.error() != null)
                .map(field -> new Problem(field.target(), field.label() + ": " + field.error()))
                .toList();
        String title = title(texts, asked.id(), heard);
        return drafting.page("question", status, open)
                .addObject("title", title)
                .addObject("pageTitle", Pages.title(texts, title, errors))
                .addObject("caption", caption(texts, heard))
                .addObject("lead", lead(texts, asked.id(), heard))
                .addObject("fields", drawn)
                .addObject("errors", errors)
                .addObject("asked", asked)
                .addObject("no", heard.person().no())
                .addObject("check", check)
                .addObject("back", back(open, heard, asked, check));
    }

    private static String title(Texts texts, String question, Heard heard) {
        return heard.first()
                ? texts.get("q." + question)
                : texts.first(List.of("q." + question + ".other", "q." + question), named(texts, heard));
    }

    private static @Nullable String lead(Texts texts, String question, Heard heard) {
        String own = heard.first() ? null : texts.find("q." + question + ".lead.other", named(texts, heard));
        return own != null ? own : texts.find("q." + question + ".lead");
    }

    static String caption(Texts texts, Heard heard) {
        return heard.first() ? texts.get("caption.you") : texts.get("caption.other", named(texts, heard));
    }

    static String named(Texts texts, Heard heard) {
        return heard.name().isEmpty() ? texts.get("this.person") : heard.name();
    }

    /** The question before, or where the person came from. */
    private static String back(Open open, Heard heard, Asked asked, boolean check) {
        if (check) {
            return open.path("/summary");
        }
        int at = heard.asked().indexOf(asked);
        if (at > 0) {
            return open.path(
                    "/" + heard.person().no() + "/" + heard.asked().get(at - 1).id());
        }
        return heard.first() ? "/apply/" + open.texts().code() : open.path("/family");
    }
}
