package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.ApplicationStatus;
import dk.ics.intake.selfservice.Secret;
import dk.ics.intake.selfservice.StatusPages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Opens the pages of an application by its link: one answer for every link that opens nothing, whatever the reason. */
@Component
class StatusDoor {

    private final Pages pages;
    private final Pace pace;
    private final Languages languages;
    private final StatusPages status;

    StatusDoor(Pages pages, Pace pace, Languages languages, StatusPages status) {
        this.pages = pages;
        this.pace = pace;
        this.languages = languages;
        this.status = status;
    }

    /** What the link opens, in the language it is read in. */
    record Shown(Secret secret, ApplicationStatus application, Texts texts) {

        String path(String below) {
            return Pages.STATUS + secret.value() + below;
        }
    }

    ModelAndView with(
            HttpServletRequest request, String link, @Nullable String language, Function<Shown, ModelAndView> answer) {
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!pace.admitsLook(request) || !reading && !pace.admitsChange(request, link)) {
            return pages.tooFast(request);
        }
        Optional<Secret> secret = Secret.parse(link);
        Optional<ApplicationStatus> found = secret.flatMap(status::find);
        if (found.isEmpty()) {
            return pages.unknown(request);
        }
        Texts texts = Optional.ofNullable(language)
                .flatMap(languages::find)
                .orElseGet(() -> languages.spoken(found.get().language()));
        return answer.apply(new Shown(secret.get(), found.get(), texts));
    }

    /** @param below the page's own address, after the link's */
    ModelAndView page(String template, HttpStatus code, Shown shown, String below) {
        return pages.page(template, code, shown.texts())
                .addObject("switching", shown.path(below + "?language={0}"))
                .addObject("root", shown.path(""));
    }
}
