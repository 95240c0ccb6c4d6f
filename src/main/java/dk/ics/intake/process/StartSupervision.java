package dk.ics.intake.process;

import dk.ics.intake.supervision.SupervisionPeriod;
import dk.ics.intake.time.DanishCalendar;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the supervision of the month before. */
@Component
class StartSupervision implements JavaDelegate {

    private final SupervisionStart start;
    private final DanishCalendar calendar;

    StartSupervision(SupervisionStart start, DanishCalendar calendar) {
        this.start = start;
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        start.begin(null, SupervisionPeriod.monthBefore(calendar.today()));
    }
}
