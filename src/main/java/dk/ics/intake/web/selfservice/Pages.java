package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.SelfServiceProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Draws the pages, with what is on every one of them. */
@Component
class Pages {

    static final String START = "/apply";
    static final String DRAFT = "/apply/draft/";
    static final String STATUS = "/apply/status/";

    private final Languages languages;
    private final Assets assets;
    private final Pace pace;
    private final SelfServiceProperties properties;

    Pages(Languages languages, Assets assets, Pace pace, SelfServiceProperties properties) {
        this.languages = languages;
        this.assets = assets;
        this.pace = pace;
        this.properties = properties;
    }

    /** @param template below {@code templates/apply} */
    ModelAndView page(String template, Texts texts) {
        return page(template, HttpStatus.OK, texts);
    }

    ModelAndView page(String template, HttpStatus status, Texts texts) {
        ModelAndView page = new ModelAndView("apply/" + template, status);
        page.addObject("t", texts);
        page.addObject("assets", assets.path());
        page.addObject("languages", languages.all());
        page.addObject("switching", "");
        page.addObject("privacyNotice", properties.privacyNotice());
        page.addObject("accessibilityStatement", properties.accessibilityStatement());
        return page;
    }

    /** The one answer to a link that never was, was changed, or is over. */
    ModelAndView unknown(HttpServletRequest request) {
        pace.missed(request);
        return page("unknown", HttpStatus.NOT_FOUND, liked(request));
    }

    ModelAndView tooFast(HttpServletRequest request) {
        return page("too-fast", HttpStatus.TOO_MANY_REQUESTS, liked(request));
    }

    Texts liked(HttpServletRequest request) {
        return languages.liked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** What stands in the browser's tab: that something is wrong is heard first. */
    static String title(Texts texts, String title, List<Problem> errors) {
        return errors.isEmpty() ? title : texts.get("error") + ": " + title;
    }

    /** What is wrong with the only field of a page. */
    static List<Problem> problems(String target, @Nullable String error) {
        return error == null ? List.of() : List.of(new Problem(target, error));
    }

    /** After something was sent: the browser asks for the next page, and going back sends nothing again. */
    static ModelAndView seeOther(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
