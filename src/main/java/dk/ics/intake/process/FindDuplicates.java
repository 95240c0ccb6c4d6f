package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.registration.CprRegister;
import dk.ics.intake.terms.CaseTerms;
import dk.ics.intake.visitation.VisitationFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Looks for another open case of the same person, gathers what the decisions need to know, and notes the deadlines. From here on the
 * proposal rests on what stands in the case, so nothing counts as corrected any more.
 */
@Component
class FindDuplicates implements JavaDelegate {

    private final CaseFile caseFile;
    private final VisitationFacts facts;
    private final CaseTerms terms;
    private final CprRegister cprRegister;

    FindDuplicates(CaseFile caseFile, VisitationFacts facts, CaseTerms terms, CprRegister cprRegister) {
        this.caseFile = caseFile;
        this.facts = facts;
        this.terms = terms;
        this.cprRegister = cprRegister;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseOf.reference(execution);
        boolean duplicate =
                !caseFile.otherOpenCasesWithSameIdentityDocument(reference).isEmpty();
        execution.setVariable(RoutingVariable.DUPLICATE_FOUND.key(), duplicate);
        execution.setVariable(RoutingVariable.FACTS_CHANGED.key(), false);
        execution.setVariable(RoutingVariable.CPR_MODE.key(), cprRegister.isConnected() ? "connected" : "manual");
        facts.of(reference).byName().forEach(execution::setVariable);
        terms.noteDeadlines(reference);
    }
}
