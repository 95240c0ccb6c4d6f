package dk.ics.intake.process;

import dk.ics.intake.supervision.Samples;
import dk.ics.intake.supervision.SupervisionPeriod;
import dk.ics.intake.supervision.Supervisions;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws the controls to be supervised; a supervision with none is over. */
@Component
class DrawSample implements JavaDelegate {

    private final Samples samples;
    private final Supervisions supervisions;
    private final EngineActor actor;

    DrawSample(Samples samples, Supervisions supervisions, EngineActor actor) {
        this.samples = samples;
        this.supervisions = supervisions;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Samples.Drawn drawn = samples.draw(period(execution), actor.userId());
        if (drawn.items() == 0) {
            supervisions.end(drawn.supervision());
        }
        execution.setVariable(RoutingVariable.SUPERVISION.key(), Long.toString(drawn.supervision()));
        execution.setVariable(RoutingVariable.CONTROLS_DRAWN.key(), drawn.items() > 0);
    }

    private static SupervisionPeriod period(DelegateExecution execution) {
        String seed = CaseOf.text(execution, RoutingVariable.SEED);
        return new SupervisionPeriod(
                LocalDate.parse(CaseOf.text(execution, RoutingVariable.PERIOD_FROM)),
                LocalDate.parse(CaseOf.text(execution, RoutingVariable.PERIOD_TO)),
                seed.isEmpty() ? null : seed);
    }
}
