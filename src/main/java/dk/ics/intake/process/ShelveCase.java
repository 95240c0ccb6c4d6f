package dk.ics.intake.process;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes a case whose papers did not come. */
@Component
class ShelveCase implements JavaDelegate {

    private final CaseFile caseFile;

    ShelveCase(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    @Override
    public void execute(DelegateExecution execution) {
        caseFile.close(CaseOf.reference(execution), "documentsNotReceived", Act.bySystem("shelveCase"));
    }
}
