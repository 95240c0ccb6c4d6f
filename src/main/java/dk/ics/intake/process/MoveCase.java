package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the case to the municipality that stands in the case file; this instance ends, another begins there. */
@Component
class MoveCase implements JavaDelegate {

    private final CaseFile caseFile;
    private final Intake intake;

    MoveCase(CaseFile caseFile, Intake intake) {
        this.caseFile = caseFile;
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseOf.reference(execution);
        intake.place(reference, caseFile.get(reference).municipality());
    }
}
