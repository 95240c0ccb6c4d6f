package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.ApplicationDrafts;
import dk.ics.intake.selfservice.Course;
import dk.ics.intake.selfservice.Draft;
import dk.ics.intake.selfservice.Heard;
import dk.ics.intake.selfservice.Interview;
import dk.ics.intake.selfservice.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Opens the draft that a link names, and leads from one of its pages to the next. */
@Component
class Drafting {

    private final Pages pages;
    private final Pace pace;
    private final Languages languages;
    private final ApplicationDrafts drafts;
    private final Interview interview;

    Drafting(Pages pages, Pace pace, Languages languages, ApplicationDrafts drafts, Interview interview) {
        this.pages = pages;
        this.pace = pace;
        this.languages = languages;
        this.drafts = drafts;
        this.interview = interview;
    }

    /** A draft that is open. */
    record Open(Secret secret, Draft draft, Course course, Texts texts) {

        String path(String page) {
            return Pages.DRAFT + secret.value() + page;
        }
    }

    /** The answer for the draft of the link; who has sent it already meets the receipt. */
    ModelAndView with(HttpServletRequest request, String link, Function<Open, ModelAndView> answer) {
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!pace.admitsLook(request) || !reading && !pace.admitsChange(request, link)) {
            return pages.tooFast(request);
        }
        Optional<Secret> secret = Secret.parse(link);
        if (secret.isEmpty()) {
            return pages.unknown(request);
        }
        Optional<Open> open = secret.flatMap(drafts::find)
                .map(draft ->
                        new Open(secret.get(), draft, interview.course(draft), languages.spoken(draft.language())));
        if (open.isPresent()) {
            return answer.apply(open.get());
        }
        return drafts.sent(secret.get())
                .map(status -> Pages.seeOther(Pages.STATUS + status.value() + "/receipt"))
                .orElseGet(() -> pages.unknown(request));
    }

    /** The same for a page about one person. */
    ModelAndView with(HttpServletRequest request, String link, int no, BiFunction<Open, Heard, ModelAndView> answer) {
        return with(
                request,
                link,
                open -> open.course()
                        .person(no)
                        .map(heard -> answer.apply(open, heard))
                        .orElseGet(() -> next(open)));
    }

    /** The draft as it is after a change. */
    Optional<Open> anew(Open open) {
        return drafts.find(open.secret())
                .map(draft -> new Open(open.secret(), draft, interview.course(draft), open.texts()));
    }

    ModelAndView page(String template, HttpStatus status, Open open) {
        return pages.page(template, status, open.texts())
                .addObject("switching", open.path("/language"))
                .addObject("root", open.path(""));
    }

    /** To what has to be done next. */
    ModelAndView next(Open open) {
        return Pages.seeOther(open.path(pathOf(open.course().next())));
    }

    /** To what has to be done next after a change. */
    ModelAndView nextOf(Secret secret) {
        return drafts.find(secret)
                .map(draft -> Pages.seeOther(Pages.DRAFT
                        + secret.value()
                        + pathOf(interview.course(draft).next())))
                .orElseGet(() -> Pages.seeOther(Pages.DRAFT + secret.value()));
    }

    private static String pathOf(Course.Next next) {
        if (next instanceof Course.Next.Answer answer) {
            return "/" + answer.no() + "/" + answer.question();
        }
        if (next instanceof Course.Next.AddPapers papers) {
            return "/" + papers.no() + "/" + Course.PAPERS;
        }
        return next instanceof Course.Next.NameFamily ? "/family" : "/summary";
    }
}
