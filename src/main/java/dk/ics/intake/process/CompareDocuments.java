package dk.ics.intake.process;

import dk.ics.intake.visitation.RequiredPapers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compares the papers of the case with those its services require. */
@Component
class CompareDocuments implements JavaDelegate {

    private final RequiredPapers papers;

    CompareDocuments(RequiredPapers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean complete = papers.compare(
                CaseOf.reference(execution), CaseOf.codes(execution, RoutingVariable.REQUIRED_DOCUMENTS));
        execution.setVariable(RoutingVariable.DOCUMENTS_COMPLETE.key(), complete);
    }
}
