package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.Booking;
import dk.ics.intake.selfservice.CaseStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The appointment for the citizen's calendar. */
@Controller
class CalendarController {

    private final OpenedStatus status;
    private final Booking booking;
    private final CalendarFile calendar;

    CalendarController(OpenedStatus status, Booking booking, CalendarFile calendar) {
        this.status = status;
        this.booking = booking;
        this.calendar = calendar;
    }

    @GetMapping("/apply/status/{secret}/{no:[1-9][0-9]?[0-9]?}/appointment.ics")
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
}
