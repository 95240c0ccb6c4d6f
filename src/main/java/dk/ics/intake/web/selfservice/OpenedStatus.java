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

/** Opens a status page by its link, with one answer for every link that opens nothing, whatever the reason. */
@Component
class OpenedStatus {

    private final Pages pages;
    private final Pace pace;
    private final Languages languages;
    private final StatusPages status;

    OpenedStatus(Pages pages, Pace pace, Languages languages, StatusPages status) {
        this.pages = pages;
        this.pace = pace;
        this.languages = languages;
        this.status = status;
    }

    /** @param chosen the language asked for in the address, not only that of the link */
    record Shown(Secret secret, ApplicationStatus application, Texts texts, boolean chosen) {

        /** An address of this application's pages. */
        String path(String below) {
            return Pages.STATUS + secret.value() + below;
        }

        /** The same in the language that was chosen. */
        String path(String below, String query) {
            String language = chosen ? "language=" + texts.code() : "";
            String and = query.isEmpty() || language.isEmpty() ? "" : "&";
            String all = query + and + language;
            return path(below) + (all.isEmpty() ? "" : "?" + all);
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
        Optional<Texts> wanted = Optional.ofNullable(language).flatMap(languages::find);
        Texts texts = wanted.orElseGet(() -> languages.spoken(found.get().language()));
        return answer.apply(new Shown(secret.get(), found.get(), texts, wanted.isPresent()));
    }

    ModelAndView page(String template, HttpStatus code, Shown shown, String below) {
        return pages.page(template, code, shown.texts())
                .addObject("switching", shown.path(below + (below.contains("?") ? "&" : "?") + "language={0}"))
                .addObject("root", shown.path(""));
    }
}
