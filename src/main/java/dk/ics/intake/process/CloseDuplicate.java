package dk.ics.intake.process;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a case whose citizen has another one. */
@Component
class CloseDuplicate implements JavaDelegate {

    private final CaseFile caseFile;

    CloseDuplicate(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        caseFile.close(CaseOf.reference(execution), "duplicate", Act.bySystem("closeDuplicate"));
    }
}
