package dk.ics.intake.process;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.municipality.MunicipalityCode;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the case that an enquiry becomes; who the citizen is, is asked in its first task. */
@Component
class OpenEnquiredCase implements JavaDelegate {

    private final CaseFile caseFile;
    private final Intake intake;
    private final EngineActor actor;

    OpenEnquiredCase(CaseFile caseFile, Intake intake, EngineActor actor) {
        this.caseFile = caseFile;
        this.intake = intake;
        this.actor = actor;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String municipality = CaseOf.text(execution, RoutingVariable.MUNICIPALITY);
        CaseReference reference = caseFile.open(
                municipality.isEmpty() ? MunicipalityCode.UNKNOWN : new MunicipalityCode(municipality),
                CaseOf.text(execution, RoutingVariable.CATEGORY),
                CaseOf.text(execution, RoutingVariable.CHANNEL),
                new Act("enquiryRegistered", taker(), null));
        intake.enquire(reference);
        execution.setVariable(RoutingVariable.CASE_REFERENCE.key(), reference.value());
    }

    private String taker() {
        return Objects.requireNonNull(actor.userId(), "An enquiry is taken by somebody");
    }
}
