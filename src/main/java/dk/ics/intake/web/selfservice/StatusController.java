package dk.ics.intake.web.selfservice;

import dk.ics.intake.application.Problems.Refusal;
import dk.ics.intake.application.Uploads;
import dk.ics.intake.application.Uploads.Upload;
import dk.ics.intake.casefile.Quarantine;
import dk.ics.intake.selfservice.CaseStatus;
import dk.ics.intake.selfservice.Opinions;
import dk.ics.intake.selfservice.StatusPages;
import dk.ics.intake.web.selfservice.OpenedStatus.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where the cases of an application stand. */
@Controller
@RequestMapping("/apply/status/{secret}")
class StatusController {

    private static final String WITHDRAW = "/{no:[1-9][0-9]?[0-9]?}/withdraw";

    /** Why a photo may be hard to read. */
    private static final List<String> HINTS = List.of("small", "blurred");

    private final OpenedStatus opened;
    private final StatusPages status;
    private final Uploads uploads;
    private final Steps steps;
    private final Opinions opinions;

    StatusController(OpenedStatus opened, StatusPages status, Uploads uploads, Steps steps, Opinions opinions) {
        this.opened = opened;
        this.status = status;
        this.uploads = uploads;
        this.steps = steps;
        this.opinions = opinions;
    }

    /** What is wrong with a paper that was sent: whose and which. */
    record Wrong(int no, String type, String text) {}

    @GetMapping
    ModelAndView status(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "") List<String> hint) {
        return opened.with(
                request,
                secret,
                language,
                shown -> draw(shown, HttpStatus.OK, null)
                        .addObject(
                                "hints",
                                HINTS.stream()
                                        .filter(hint::contains)
                                        .map(code -> shown.texts().get("status.hint." + code))
                                        .toList()));
    }

    @GetMapping("/receipt")
    ModelAndView receipt(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language) {
        return opened.with(
                request,
                secret,
                language,
                shown -> opened.page("receipt", HttpStatus.OK, shown, "/receipt")
                        .addObject("cases", shown.application().cases())
                        .addObject("address", status.address(shown.secret())));
    }

    @PostMapping("/{no:[1-9][0-9]?[0-9]?}/papers")
    ModelAndView sendPaper(
            HttpServletRequest request,
            @PathVariable String secret,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") List<MultipartFile> file) {
        return opened.with(request, secret, language, shown -> {
            List<Upload> looked = PapersController.look(uploads, file);
            Optional<Refusal> refused = looked.stream()
                    .filter(Upload.Refused.class::isInstance)
                    .map(upload -> ((Upload.Refused) upload).why())
                    .findFirst();
            if (refused.isPresent()) {
                return wrong(shown, no, type, refused.get());
            }
            List<Upload.Taken> taken =
                    looked.stream().map(Upload.Taken.class::cast).toList();
            return switch (status.send(shown.secret(), no, type, taken)) {
                case KEPT -> Pages.seeOther(shown.path("", "thanks=paper" + hints(taken)));
                case HELD, NOT_WANTED -> Pages.seeOther(shown.path("", ""));
                case TOO_MANY -> wrong(shown, no, type, new Refusal("file.many", List.of()));
            };
        });
    }

    private static String hints(List<Upload.Taken> taken) {
        return taken.stream()
                .flatMap(file -> file.hints().stream())
                .distinct()
                .map(code -> "&hint=" + code)
                .collect(Collectors.joining());
    }

    @GetMapping(WITHDRAW)
    ModelAndView askToWithdraw(
            HttpServletRequest request,
            @PathVariable String secret,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable String language) {
        return opened.with(
                request,
                secret,
                language,
                shown -> shown.application()
                        .person(no)
                        .filter(CaseStatus::isWithdrawable)
                        .map(one -> opened.page("withdraw", HttpStatus.OK, shown, "/" + no + "/withdraw")
                                .addObject("one", one))
                        .orElseGet(() -> Pages.seeOther(shown.path("", ""))));
    }

    @PostMapping(WITHDRAW)
    ModelAndView withdraw(
            HttpServletRequest request,
            @PathVariable String secret,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable String language) {
        return opened.with(request, secret, language, shown -> {
            status.withdraw(shown.secret(), no);
            return Pages.seeOther(shown.path("", ""));
        });
    }

    private ModelAndView wrong(Shown shown, int no, String type, Refusal refusal) {
        String text = Fields.error(shown.texts(), "file", refusal);
        return draw(shown, HttpStatus.BAD_REQUEST, new Wrong(no, type, String.valueOf(text)));
    }

    private ModelAndView draw(Shown shown, HttpStatus code, @Nullable Wrong wrong) {
        return opened.page("status", code, shown, "")
                .addObject(
                        "cases",
                        shown.application().cases().stream()
                                .map(one -> steps.of(one, shown.texts()))
                                .toList())
                .addObject(
                        "receivedAt", shown.texts().moment(shown.application().receivedAt()))
                .addObject("survey", shown.application().isClosed() && opinions.asks(shown.secret()))
                .addObject("wrong", wrong)
                .addObject("held", held(shown))
                .addObject(
                        "errors",
                        wrong == null
                                ? List.of()
                                : Pages.problems("file-" + wrong.no() + "-" + wrong.type(), wrong.text()));
    }

    /** A file that was sent and is no document of the case; its text says why. */
    record HeldPaper(int no, String type, String kind, String text) {}

    private List<HeldPaper> held(Shown shown) {
        List<HeldPaper> all = new ArrayList<>();
        for (CaseStatus one : shown.application().cases()) {
            for (Quarantine.Held file : one.open() ? status.held(one.reference()) : List.<Quarantine.Held>of()) {
                all.add(new HeldPaper(
                        one.no(),
                        file.typeCode(),
                        file.isRefused() ? "error" : "info",
                        shown.texts()
                                .get(
                                        file.isRefused() ? "status.refused" : "status.waiting",
                                        shown.texts().get("paper." + file.typeCode()))));
            }
        }
        return List.copyOf(all);
    }
}
