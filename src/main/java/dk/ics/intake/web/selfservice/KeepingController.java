package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.ApplicationDrafts;
import dk.ics.intake.selfservice.DraftLinks;
import dk.ics.intake.time.DanishCalendar;
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

/** Save and continue later, by the draft's link; change the language; throw it away. */
@Controller
@RequestMapping("/apply/draft/{secret}")
class KeepingController {

    private final Drafting drafting;
    private final Pages pages;
    private final Languages languages;
    private final ApplicationDrafts drafts;
    private final DraftLinks links;

    KeepingController(Drafting drafting, Pages pages, Languages languages, ApplicationDrafts drafts, DraftLinks links) {
        this.drafting = drafting;
        this.pages = pages;
        this.languages = languages;
        this.drafts = drafts;
        this.links = links;
    }

    @GetMapping("/save")
    ModelAndView save(HttpServletRequest request, @PathVariable String secret) {
        return drafting.with(request, secret, open -> draw(open, HttpStatus.OK, "", null, null));
    }

    @PostMapping("/save")
    ModelAndView mail(
            HttpServletRequest request, @PathVariable String secret, @RequestParam(defaultValue = "") String email) {
        return drafting.with(request, secret, open -> {
            Texts texts = open.texts();
            if (!StartController.isAddress(email.strip())) {
                return draw(open, HttpStatus.BAD_REQUEST, email, texts.get("e.text.email"), null);
            }
            return links.send(open.secret(), email.strip(), texts.code())
                    ? draw(open, HttpStatus.OK, "", null, texts.get("save.sent"))
                    : draw(open, HttpStatus.OK, email, texts.get("save.notSent"), null);
        });
    }

    @PostMapping("/language")
    ModelAndView speak(
            HttpServletRequest request, @PathVariable String secret, @RequestParam(defaultValue = "") String language) {
        return drafting.with(request, secret, open -> {
            languages.find(language).ifPresent(texts -> drafts.speak(open.secret(), texts.code()));
            return drafting.next(open);
        });
    }

    @PostMapping("/discard")
    ModelAndView discard(HttpServletRequest request, @PathVariable String secret) {
        return drafting.with(request, secret, open -> {
            drafts.discard(open.secret());
            return pages.page("discarded", open.texts());
        });
    }

    private ModelAndView draw(
            Open open, HttpStatus status, String email, @Nullable String error, @Nullable String sent) {
        return drafting.page("save", status, open)
                .addObject("address", links.address(open.secret()))
                .addObject(
                        "until",
                        open.texts()
                                .day(open.draft()
                                        .expiresAt()
                                        .atZone(DanishCalendar.COPENHAGEN)
                                        .toLocalDate()))
                .addObject("email", email)
                .addObject("error", error)
                .addObject("errors", Pages.problems("email", error))
                .addObject("sent", sent)
                .addObject("back", open.path(""));
    }
}
