package dk.ics.intake.process;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.registration.CprRegister;
import dk.ics.intake.visitation.VisitationFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Looks for another open case of the same person, and gathers what the decisions need to know. From here on the
 * proposal rests on what stands in the case, so nothing counts as corrected any more.
 */
@Component
class FindDuplicates implements JavaDelegate {

    private final CaseFile caseFile;
    private final VisitationFacts facts;
    private final CprRegister cprRegister;

    FindDuplicates(CaseFile caseFile, VisitationFacts facts, CprRegister cprRegister) {
        this.caseFile = caseFile;
        this.facts = facts;
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
        VisitationFacts.Facts known = facts.of(reference);
        execution.setVariable(RoutingVariable.CATEGORY.key(), known.category());
        execution.setVariable(RoutingVariable.MUNICIPALITY_SERVED.key(), known.municipalityServed());
        execution.setVariable(RoutingVariable.STAY_LENGTH.key(), known.stayLength());
        execution.setVariable(RoutingVariable.AGE_BAND.key(), known.ageBand());
        execution.setVariable(RoutingVariable.HOLDS_RESIDENCE_DOCUMENT.key(), known.holdsResidenceDocument());
        execution.setVariable(RoutingVariable.WANTS_TAX_CARD.key(), known.wantsTaxCard());
        execution.setVariable(RoutingVariable.WANTS_MIT_ID.key(), known.wantsMitId());
    }
}
