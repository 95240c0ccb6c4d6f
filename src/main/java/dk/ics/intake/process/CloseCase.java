package dk.ics.intake.process;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.visitation.CaseOutcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case with what the citizen got; an instance of its own writes to the citizen. */
@Component
class CloseCase implements JavaDelegate {

    private final CaseFile caseFile;
    private final AfterClosing afterClosing;

    CloseCase(CaseFile caseFile, AfterClosing afterClosing) {
        this.caseFile = caseFile;
        this.afterClosing = afterClosing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseOutcome outcome = CaseOutcome.of(GivenServices.started(execution), GivenServices.delivered(execution));
        caseFile.close(CaseOf.reference(execution), outcome.code(), new Act("closeCase", Act.SYSTEM, outcome.code()));
        afterClosing.begin(execution);
    }
}
