package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.Booking;
import dk.ics.intake.selfservice.Booking.Outcome;
import dk.ics.intake.selfservice.CaseStatus;
import dk.ics.intake.selfservice.Visit;
import dk.ics.intake.web.selfservice.OpenedStatus.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Citizens give their appointment back. */
@Controller
@RequestMapping("/apply/status/{secret}/cancel")
class CancellationController {

    private final OpenedStatus status;
    private final Booking booking;

    CancellationController(OpenedStatus status, Booking booking) {
        this.status = status;
        this.booking = booking;
    }

    @GetMapping
    ModelAndView askToCancel(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "0") String about) {
        return status.with(request, secret, language, shown -> {
            List<CaseStatus> together = Together.of(shown, Together.number(about), Visit.Choice.CHANGE);
            return together.isEmpty()
                    ? Together.overtaken(shown)
                    : askToCancel(shown, together, Together.numbers(together), about, HttpStatus.OK, List.of());
        });
    }

    @PostMapping
    ModelAndView cancel(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "0") String about,
            @RequestParam(defaultValue = "") List<String> person) {
        return status.with(request, secret, language, shown -> {
            List<CaseStatus> together = Together.of(shown, Together.number(about), Visit.Choice.CHANGE);
            if (together.isEmpty()) {
                return Together.overtaken(shown);
            }
            Set<Integer> persons = Together.chosen(person, together);
            if (persons.isEmpty()) {
                return askToCancel(
                        shown,
                        together,
                        persons,
                        about,
                        HttpStatus.BAD_REQUEST,
                        Pages.problems("person-0", shown.texts().get("time.person.missing")));
            }
            return booking.cancel(shown.secret(), persons) instanceof Outcome.Done
                    ? Pages.seeOther(shown.path("", "done=cancelled"))
                    : Together.overtaken(shown);
        });
    }

    private ModelAndView askToCancel(
            Shown shown,
            List<CaseStatus> together,
            Set<Integer> persons,
            String about,
            HttpStatus code,
            List<Problem> errors) {
        OffsetDateTime at = Objects.requireNonNull(together.get(0).appointment());
        return status.page("appointment-cancel", code, shown, "/cancel?about=" + Together.number(about))
                .addObject("about", Together.number(about))
                .addObject("persons", Together.persons(together, persons))
                .addObject("at", shown.texts().moment(at))
                .addObject("errors", errors);
    }
}
