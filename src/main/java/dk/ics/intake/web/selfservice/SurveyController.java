package dk.ics.intake.web.selfservice;

import dk.ics.intake.casefile.CaseText;
import dk.ics.intake.selfservice.Opinions;
import dk.ics.intake.survey.SurveyAnswer;
import dk.ics.intake.web.selfservice.OpenedStatus.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two questions and a text, when everything is done. */
@Controller
@RequestMapping("/apply/status/{secret}/survey")
class SurveyController {

    private static final String EASE = "ease";
    private static final String SATISFACTION = "satisfaction";
    private static final String COMMENT = "comment";

    private final OpenedStatus opened;
    private final Opinions opinions;

    SurveyController(OpenedStatus opened, Opinions opinions) {
        this.opened = opened;
        this.opinions = opinions;
    }

    @GetMapping
    ModelAndView ask(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language) {
        return opened.with(
                request,
                secret,
                language,
                shown -> opinions.asks(shown.secret())
                        ? draw(shown, HttpStatus.OK, Map.of(), Map.of())
                        : back(shown, ""));
    }

    @PostMapping
    ModelAndView take(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "") String ease,
            @RequestParam(defaultValue = "") String satisfaction,
            @RequestParam(defaultValue = "") String comment) {
        return opened.with(request, secret, language, shown -> {
            Map<String, String> errors = new LinkedHashMap<>();
            int easy = mark(ease, EASE, shown.texts(), errors);
            int content = mark(satisfaction, SATISFACTION, shown.texts(), errors);
            String text = comment(comment, shown.texts(), errors);
            if (!errors.isEmpty()) {
                Map<String, String> inputs = Map.of(EASE, ease, SATISFACTION, satisfaction, COMMENT, comment);
                return draw(shown, HttpStatus.BAD_REQUEST, inputs, errors);
            }
            boolean taken = opinions.give(shown.secret(), shown.texts().code(), new SurveyAnswer(easy, content, text));
            return back(shown, taken ? "&thanks=survey" : "");
        });
    }

    private static int mark(String input, String field, Texts texts, Map<String, String> errors) {
        if (input.matches("[1-5]")) {
            return Integer.parseInt(input);
        }
        errors.put(field, texts.get("survey." + field + ".missing"));
        return 0;
    }

    private static @Nullable String comment(String input, Texts texts, Map<String, String> errors) {
        if (!CaseText.isClean(input) || CaseText.holdsCode(input)) {
            errors.put(COMMENT, texts.get("survey.comment.code"));
            return null;
        }
        String text = CaseText.normalise(input);
        if (text.length() > SurveyAnswer.LONGEST) {
            errors.put(COMMENT, texts.get("survey.comment.long", SurveyAnswer.LONGEST));
            return null;
        }
        return text.isEmpty() ? null : text;
    }

    private ModelAndView draw(Shown shown, HttpStatus code, Map<String, String> inputs, Map<String, String> errors) {
        Texts texts = shown.texts();
        List<Problem> problems = new ArrayList<>();
        errors.forEach((field, text) -> problems.add(new Problem(field.equals(COMMENT) ? field : field + "-0", text)));
        return opened.page("survey", code, shown, "/survey")
                .addObject("pageTitle", Pages.title(texts, texts.get("survey.title"), problems))
                .addObject("errors", problems)
                .addObject(
                        "fields",
                        List.of(radio(EASE, texts, inputs, errors), radio(SATISFACTION, texts, inputs, errors)))
                .addObject(
                        COMMENT,
                        new Field(
                                COMMENT,
                                "area",
                                texts.get("survey.comment"),
                                texts.get("survey.comment.hint"),
                                true,
                                errors.get(COMMENT),
                                inputs,
                                List.of(),
                                null));
    }

    /** The best mark first, as people read scales of words. */
    private static Field radio(String field, Texts texts, Map<String, String> inputs, Map<String, String> errors) {
        List<Option> options = IntStream.rangeClosed(SurveyAnswer.WORST, SurveyAnswer.BEST)
                .map(mark -> SurveyAnswer.BEST + SurveyAnswer.WORST - mark)
                .mapToObj(mark -> new Option(String.valueOf(mark), texts.get("survey." + field + "." + mark)))
                .toList();
        return new Field(
                field, "radio", texts.get("survey." + field), null, false, errors.get(field), inputs, options, null);
    }

    private static ModelAndView back(Shown shown, String and) {
        return Pages.seeOther(shown.path("?language=" + shown.texts().code() + and));
    }
}
