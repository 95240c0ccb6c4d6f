package dk.ics.intake.process;

import dk.ics.intake.visitation.VisitationLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the citizen for the missing papers. */
@Component
class RequestDocuments implements JavaDelegate {

    private final VisitationLetters letters;
    private final Deadlines deadlines;

    RequestDocuments(VisitationLetters letters, Deadlines deadlines) {
        this.letters = letters;
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.requestPapers(CaseOf.reference(execution), deadlines.documentsDue());
    }
}
