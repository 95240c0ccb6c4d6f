package dk.ics.intake.process.form;

import dk.ics.intake.process.RoutingVariable;
import dk.ics.intake.process.SupervisionStart;
import dk.ics.intake.supervision.SupervisionPeriod;
import dk.ics.intake.time.DanishCalendar;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;

/** Takes the form with which a supervisor starts an extra supervision. It is about no case. */
@Service
class SupervisionForms {

    private final SupervisionStart start;
    private final DanishCalendar calendar;

    SupervisionForms(SupervisionStart start, DanishCalendar calendar) {
        this.start = start;
        this.calendar = calendar;
    }

    static boolean isFor(FormSchema schema) {
        return schema.hasField(RoutingVariable.PERIOD_FROM.key());
    }

    /** @throws FormRefused if the form is not taken */
    ProcessInstance submit(String processDefinitionId, FormSchema schema, Map<String, Object> values) {
        Object seed = values.get(RoutingVariable.SEED.key());
        SupervisionPeriod period = new SupervisionPeriod(
                LocalDate.parse(String.valueOf(values.get(RoutingVariable.PERIOD_FROM.key()))),
                LocalDate.parse(String.valueOf(values.get(RoutingVariable.PERIOD_TO.key()))),
                seed == null ? null : seed.toString());
        Problems problems = new Problems(schema);
        problems.addAll(period.problems(calendar.today()));
        problems.refuse();
        return start.begin(processDefinitionId, period).process();
    }
}
