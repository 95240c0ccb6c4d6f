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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** Citizens choose a day and a time of it, for all who come together, change it, or cancel. */
@Controller
@RequestMapping("/apply/status/{secret}")
class AppointmentController {

    private static final String TIME = "/time";
    private static final String CANCEL = "/cancel";

    private final OpenedStatus status;
    private final Booking booking;
    private final CalendarFile calendar;

    AppointmentController(OpenedStatus status, Booking booking, CalendarFile calendar) {
        this.status = status;
        this.booking = booking;
        this.calendar = calendar;
    }

    /** Somebody who may come, and whether it is said that this person comes. */
    record Person(int no, String name, boolean chosen) {}

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
            List<CaseStatus> together = together(shown, number(about), Visit.Choice.CHOOSE, Visit.Choice.CHANGE);
            if (together.isEmpty()) {
                return overtaken(shown);
            }
            Set<Integer> persons = sent.isEmpty() ? numbers(together) : chosen(person, together);
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
            Set<Integer> persons = chosen(person, all);
            Optional<OffsetDateTime> time = time(at);
            if (persons.isEmpty()) {
                return overtaken(shown);
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
                    : overtaken(shown);
        });
    }

    @GetMapping(CANCEL)
    ModelAndView askToCancel(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "0") String about) {
        return status.with(request, secret, language, shown -> {
            List<CaseStatus> together = together(shown, number(about), Visit.Choice.CHANGE);
            return together.isEmpty()
                    ? overtaken(shown)
                    : askToCancel(shown, together, numbers(together), about, HttpStatus.OK, List.of());
        });
    }

    @PostMapping(CANCEL)
    ModelAndView cancel(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "0") String about,
            @RequestParam(defaultValue = "") List<String> person) {
        return status.with(request, secret, language, shown -> {
            List<CaseStatus> together = together(shown, number(about), Visit.Choice.CHANGE);
            if (together.isEmpty()) {
                return overtaken(shown);
            }
            Set<Integer> persons = chosen(person, together);
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
                    : overtaken(shown);
        });
    }

    /** The appointment for the citizen's calendar. */
    @GetMapping("/{no:[1-9][0-9]?[0-9]?}/appointment.ics")
    ModelAndView calendar(
            HttpServletRequest request,
            @PathVariable String secret,
            @PathVariable int no,
            @RequestParam(required = false) @Nullable String language) {
        return status.with(request, secret, language, shown -> {
            Optional<CaseStatus> one = shown.application().person(no);
            @Nullable OffsetDateTime at = one.map(CaseStatus::appointment).orElse(null);
            if (one.isEmpty() || at == null) {
                return Pages.seeOther(shown.path("", ""));
            }
            byte[] file = calendar.of(
                    booking.uid(shown.secret(), no), one.get().visit().sequence(), at, booking.length(), shown.texts());
            View view = (model, asked, response) -> {
                response.setContentType("text/calendar;charset=UTF-8");
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"appointment.ics\"");
                response.setContentLength(file.length);
                response.getOutputStream().write(file);
            };
            return new ModelAndView(view);
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
                booking.free(shown.secret(), persons.isEmpty() ? numbers(together) : persons).stream()
                        .collect(Collectors.groupingBy(
                                AppointmentController::dayOf, LinkedHashMap::new, Collectors.counting()));
        return status.page("appointment-day", code, shown, TIME + "?about=" + number(about))
                .addObject("about", number(about))
                .addObject("persons", persons(together, persons))
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
        return status.page("appointment-time", code, shown, TIME + "?about=" + number(about))
                .addObject("about", number(about))
                .addObject("persons", persons(together, persons))
                .addObject("day", day.toString())
                .addObject("dayName", texts.weekday(day))
                .addObject("times", times)
                .addObject("error", error)
                .addObject("errors", Pages.problems("at-0", error));
    }

    private ModelAndView askToCancel(
            Shown shown,
            List<CaseStatus> together,
            Set<Integer> persons,
            String about,
            HttpStatus code,
            List<Problem> errors) {
        OffsetDateTime at = Objects.requireNonNull(together.get(0).appointment());
        return status.page("appointment-cancel", code, shown, CANCEL + "?about=" + number(about))
                .addObject("about", number(about))
                .addObject("persons", persons(together, persons))
                .addObject("at", shown.texts().moment(at))
                .addObject("errors", errors);
    }

    /** What was asked for is not possible any more, for example since a caseworker has done it: the page says what is now. */
    private ModelAndView overtaken(Shown shown) {
        return Pages.seeOther(shown.path("", "done=overtaken"));
    }

    /**
     * Who comes together with the person: all who wait for an appointment, or all who have the same one.
     *
     * @param choices what the person may do
     */
    private static List<CaseStatus> together(Shown shown, int about, Visit.Choice... choices) {
        List<CaseStatus> all = shown.application().cases();
        Optional<CaseStatus> one = all.stream()
                .filter(person -> about == 0 || person.no() == about)
                .filter(person -> Set.of(choices).contains(person.visit().choice()))
                .findFirst();
        return one.map(person -> all.stream()
                        .filter(other ->
                                other.visit().choice() == person.visit().choice())
                        .filter(other -> Objects.equals(other.appointment(), person.appointment()))
                        .toList())
                .orElse(List.of());
    }

    private static List<Person> persons(List<CaseStatus> together, Set<Integer> chosen) {
        return together.stream()
                .map(one -> new Person(one.no(), one.name(), chosen.contains(one.no())))
                .toList();
    }

    private static Set<Integer> numbers(List<CaseStatus> persons) {
        return persons.stream().map(CaseStatus::no).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The persons that were named, if all of them may be. */
    private static Set<Integer> chosen(List<String> named, List<CaseStatus> may) {
        Set<Integer> numbers =
                named.stream().map(AppointmentController::number).collect(Collectors.toCollection(TreeSet::new));
        return numbers(may).containsAll(numbers) ? numbers : Set.of();
    }

    private static int number(String text) {
        return text.matches("[1-9]\\d?\\d?") ? Integer.parseInt(text) : 0;
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
