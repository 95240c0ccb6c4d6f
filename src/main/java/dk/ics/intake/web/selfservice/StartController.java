package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.ApplicationDrafts;
import dk.ics.intake.selfservice.LostLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where citizens begin, and where they go who have lost their link. */
@Controller
class StartController {

    static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]{2,}");

    private static final String LANGUAGE = "/apply/{language:[a-z][a-z]}";
    private static final int LONGEST = 254;

    private final Pages pages;
    private final Languages languages;
    private final Pace pace;
    private final ApplicationDrafts drafts;
    private final LostLinks links;

    StartController(Pages pages, Languages languages, Pace pace, ApplicationDrafts drafts, LostLinks links) {
        this.pages = pages;
        this.languages = languages;
        this.pace = pace;
        this.drafts = drafts;
        this.links = links;
    }

    @GetMapping("/apply")
    ModelAndView chooseLanguage(HttpServletRequest request) {
        return pages.page("languages", pages.liked(request));
    }

    @GetMapping(LANGUAGE)
    ModelAndView welcome(HttpServletRequest request, @PathVariable String language) {
        return languages
                .find(language)
                .map(texts -> pages.page("welcome", texts).addObject("switching", "/apply/{0}"))
                .orElseGet(() -> pages.unknown(request));
    }

    @PostMapping(LANGUAGE)
    ModelAndView begin(HttpServletRequest request, @PathVariable String language) {
        if (languages.find(language).isEmpty()) {
            return pages.unknown(request);
        }
        return pace.admitsDraft(request)
                ? Pages.seeOther(Pages.DRAFT + drafts.begin(language).value())
                : pages.tooFast(request);
    }

    @GetMapping(LANGUAGE + "/lost-link")
    ModelAndView lostLink(HttpServletRequest request, @PathVariable String language) {
        return languages
                .find(language)
                .map(texts -> lostLink(HttpStatus.OK, texts, "", null))
                .orElseGet(() -> pages.unknown(request));
    }

    /** The answer says nothing of whether there is an application: it is the same for every address. */
    @PostMapping(LANGUAGE + "/lost-link")
    ModelAndView sendLink(
            HttpServletRequest request, @PathVariable String language, @RequestParam(defaultValue = "") String email) {
        if (languages.find(language).isEmpty()) {
            return pages.unknown(request);
        }
        Texts texts = languages.spoken(language);
        String address = email.strip();
        if (!isAddress(address)) {
            return lostLink(HttpStatus.BAD_REQUEST, texts, email, texts.get("e.text.email"));
        }
        if (!pace.admitsOrder(request)) {
            return pages.tooFast(request);
        }
        if (pace.admitsMailTo(address)) {
            links.order(address, language);
        }
        return pages.page("link-sent", texts);
    }

    static boolean isAddress(String text) {
        return text.length() <= LONGEST && EMAIL.matcher(text).matches();
    }

    private ModelAndView lostLink(HttpStatus status, Texts texts, String email, @Nullable String error) {
        return pages.page("lost-link", status, texts)
                .addObject("switching", "/apply/{0}/lost-link")
                .addObject("email", email)
                .addObject("error", error)
                .addObject("errors", Pages.problems("email", error));
    }
}
