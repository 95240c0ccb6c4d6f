package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.Booking;
import dk.ics.intake.selfservice.Booking.Outcome;
import dk.ics.intake.selfservice.CaseStatus;
import dk.ics.intake.selfservice.Visit;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.web.selfservice.OpenedStatus.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Citizens choose a day and a time of it, for all who come together, or another one. */
@Controller
@RequestMapping("/apply/status/{secret}")
class AppointmentController {

    private static final String TIME = "/time";

    private final OpenedStatus status;
    private final Booking booking;

    AppointmentController(OpenedStatus status, Booking booking) {
        this.status = status;
        this.booking = booking;
    }

    /** A day on which there are places. */
    record Day(String value, String label, String count) {}

    /** A time of a day. */
    record Time(String value, String label, boolean chosen) {}

    /**
     * The days on which there are places, or the times of one.
     *
     * @param about number of the person whose link was followed
     * @param sent whether the page itself was sent
     */
    @GetMapping(TIME)
    ModelAndView choose(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "0") String about,
            @RequestParam(defaultValue = "") List<String> person,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String sent) {
        return status.with(request, secret, language, shown -> {
            List<CaseStatus> together =
                    Together.of(shown, Together.number(about), Visit.Choice.CHOOSE, Visit.Choice.CHANGE);
            if (together.isEmpty()) {
                return Together.overtaken(shown);
            }
            Set<Integer> persons = sent.isEmpty() ? Together.numbers(together) : Together.chosen(person, together);
            if (persons.isEmpty()) {
                return days(
                        shown,
                        together,
                        persons,
                        about,
                        HttpStatus.BAD_REQUEST,
                        Pages.problems("person-0", shown.texts().get("time.person.missing")));
            }
            Optional<LocalDate> wanted = day(day);
            if (wanted.isEmpty()) {
                return sent.isEmpty()
                        ? days(shown, together, persons, about, HttpStatus.OK, List.of())
                        : days(
                                shown,
                                together,
                                persons,
                                about,
                                HttpStatus.BAD_REQUEST,
                                Pages.problems("day-0", shown.texts().get("time.day.missing")));
            }
            return times(shown, together, persons, about, wanted.get(), null, HttpStatus.OK, null);
        });
    }

    @PostMapping(TIME)
    ModelAndView book(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "0") String about,
            @RequestParam(defaultValue = "") List<String> person,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String at) {
        return status.with(request, secret, language, shown -> {
            List<CaseStatus> all = shown.application().cases();
            Set<Integer> persons = Together.chosen(person, all);
            Optional<OffsetDateTime> time = time(at);
            if (persons.isEmpty()) {
                return Together.overtaken(shown);
            }
            List<CaseStatus> together =
                    all.stream().filter(one -> persons.contains(one.no())).toList();
            LocalDate shownDay =
                    time.map(OffsetDateTime::toLocalDate).or(() -> day(day)).orElse(LocalDate.MIN);
            if (time.isEmpty()) {
                return times(shown, together, persons, about, shownDay, null, HttpStatus.BAD_REQUEST, "time.missing");
            }
            Outcome outcome = booking.book(shown.secret(), persons, time.get());
            if (outcome instanceof Outcome.Done) {
                return Pages.seeOther(shown.path("", "done=booked"));
            }
            if (outcome instanceof Outcome.Full) {
                return times(shown, together, persons, about, shownDay, time.get(), HttpStatus.CONFLICT, "time.full");
            }
            return outcome instanceof Outcome.Refused refused
                    ? times(
                            shown,
                            together,
                            persons,
                            about,
                            shownDay,
                            time.get(),
                            HttpStatus.BAD_REQUEST,
                            "time." + refused.why().code())
                    : Together.overtaken(shown);
        });
    }

    private ModelAndView days(
            Shown shown,
            List<CaseStatus> together,
            Set<Integer> persons,
            String about,
            HttpStatus code,
            List<Problem> errors) {
        Texts texts = shown.texts();
        Map<LocalDate, Long> free =
                booking.free(shown.secret(), persons.isEmpty() ? Together.numbers(together) : persons).stream()
                        .collect(Collectors.groupingBy(
                                AppointmentController::dayOf, LinkedHashMap::new, Collectors.counting()));
        return status.page("appointment-day", code, shown, TIME + "?about=" + Together.number(about))
                .addObject("about", Together.number(about))
                .addObject("persons", Together.persons(together, persons))
                .addObject(
                        "days",
                        free.entrySet().stream()
                                .map(day -> new Day(
                                        day.getKey().toString(),
                                        texts.weekday(day.getKey()),
                                        texts.get(day.getValue() == 1 ? "time.free.one" : "time.free", day.getValue())))
                                .toList())
                .addObject("errors", errors);
    }

    private ModelAndView times(
            Shown shown,
            List<CaseStatus> together,
            Set<Integer> persons,
            String about,
            LocalDate day,
            @Nullable OffsetDateTime chosen,
            HttpStatus code,
            @Nullable String problem) {
        Texts texts = shown.texts();
        List<Time> times = booking.free(shown.secret(), persons).stream()
                .filter(time -> dayOf(time).equals(day))
                .map(time -> new Time(local(time).toString(), texts.time(time), chosen != null && chosen.isEqual(time)))
                .toList();
        @Nullable
        String error =
                problem == null ? null : chosen == null ? texts.get(problem) : texts.get(problem, texts.moment(chosen));
        if (times.isEmpty()) {
            return days(
                    shown,
                    together,
                    persons,
                    about,
                    code == HttpStatus.OK ? HttpStatus.CONFLICT : code,
                    Pages.problems("day-0", error == null ? texts.get("time.day.full") : error));
        }
        return status.page("appointment-time", code, shown, TIME + "?about=" + Together.number(about))
                .addObject("about", Together.number(about))
                .addObject("persons", Together.persons(together, persons))
                .addObject("day", day.toString())
                .addObject("dayName", texts.weekday(day))
                .addObject("times", times)
                .addObject("error", error)
                .addObject("errors", Pages.problems("at-0", error));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(
                    LocalDateTime.parse(text).atZone(DanishCalendar.COPENHAGEN).toOffsetDateTime());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static LocalDateTime local(OffsetDateTime time) {
        return time.atZoneSameInstant(DanishCalendar.COPENHAGEN).toLocalDateTime();
    }

    private static LocalDate dayOf(OffsetDateTime time) {
        return local(time).toLocalDate();
    }
}
