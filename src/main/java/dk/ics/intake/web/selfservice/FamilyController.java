package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.ApplicationLimits;
import dk.ics.intake.selfservice.ApplicationDrafts;
import dk.ics.intake.selfservice.DraftContent;
import dk.ics.intake.web.selfservice.Drafting.Open;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who comes along: each person gets a case, and the application ties them. */
@Controller
@RequestMapping("/apply/draft/{secret}/family")
class FamilyController {

    private final Drafting drafting;
    private final ApplicationDrafts drafts;
    private final ApplicationLimits limits;

    FamilyController(Drafting drafting, ApplicationDrafts drafts, ApplicationLimits limits) {
        this.drafting = drafting;
        this.drafts = drafts;
        this.limits = limits;
    }

    @GetMapping
    ModelAndView family(HttpServletRequest request, @PathVariable String secret) {
        return drafting.with(
                request,
                secret,
                open -> open.course().applicant().isComplete() ? draw(open, HttpStatus.OK, null) : drafting.next(open));
    }

    /** @param more {@code yes}: somebody else comes along; {@code no}: that is all */
    @PostMapping
    ModelAndView answer(
            HttpServletRequest request, @PathVariable String secret, @RequestParam(defaultValue = "") String more) {
        return drafting.with(request, secret, open -> {
            if (!open.course().applicant().isComplete()) {
                return drafting.next(open);
            }
            if (more.equals("no")) {
                drafts.change(open.secret(), DraftContent::withFamilyNamed);
                return drafting.nextOf(open.secret());
            }
            if (!more.equals("yes")) {
                return draw(open, HttpStatus.BAD_REQUEST, open.texts().get("e.required"));
            }
            if (open.course().persons().size() >= limits.maxPersons()) {
                return draw(open, HttpStatus.BAD_REQUEST, open.texts().get("e.persons", limits.maxPersons()));
            }
            int no = open.draft().content().nextNo();
            drafts.change(
                    open.secret(),
                    content -> content.nextNo() == no ? content.withPerson().withFamilyNamed() : content);
            return Pages.seeOther(open.path("/" + no + "/relation"));
        });
    }

    @PostMapping("/{no:[1-9][0-9]?[0-9]?}/remove")
    ModelAndView remove(HttpServletRequest request, @PathVariable String secret, @PathVariable int no) {
        return drafting.with(request, secret, open -> {
            drafts.change(open.secret(), content -> content.without(no));
            return Pages.seeOther(open.path("/family"));
        });
    }

    private ModelAndView draw(Open open, HttpStatus status, @Nullable String error) {
        String last = open.course()
                .applicant()
                .asked()
                .get(open.course().applicant().asked().size() - 1)
                .id();
        return drafting.page("family", status, open)
                .addObject("persons", open.course().persons())
                .addObject("error", error)
                .addObject("errors", Pages.problems("more-0", error))
                .addObject("back", open.path("/1/" + last));
    }
}
