package dk.ics.intake.process;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FormerAnswers;
import dk.ics.intake.registration.CprRegister;
import dk.ics.intake.relocation.Relocations;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Ends the intake in the municipality the citizen leaves and begins it in the other where the case stood, so that
 * nothing is done twice. With the case held: a call to an authority that runs is finished first.
 */
@Component
class RelocateCase implements JavaDelegate {

    private final CaseFile caseFile;
    private final CprRegister cprRegister;
    private final FormerAnswers formerAnswers;
    private final Relocations relocations;
    private final CaseStop caseStop;
    private final DeliveryWatch deliveryWatch;
    private final Intake intake;
    private final RuntimeService runtime;

    RelocateCase(
            CaseFile caseFile,
            CprRegister cprRegister,
            FormerAnswers formerAnswers,
            Relocations relocations,
            CaseStop caseStop,
            DeliveryWatch deliveryWatch,
            Intake intake,
            RuntimeService runtime) {
        this.caseFile = caseFile;
        this.cprRegister = cprRegister;
        this.formerAnswers = formerAnswers;
        this.relocations = relocations;
        this.caseStop = caseStop;
        this.deliveryWatch = deliveryWatch;
        this.intake = intake;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseOf.reference(execution);
        caseFile.lock(reference);
        List<ProcessInstance> underWay = caseStop.underWay(reference);
        String stage =
                underWay.isEmpty() || !caseFile.get(reference).isOpen() ? "closed" : move(reference, underWay.get(0));
        execution.setVariable(RoutingVariable.RELOCATION_STAGE.key(), stage);
    }

    private String move(CaseReference reference, ProcessInstance old) {
        boolean hasNumber = cprRegister.hasNumber(reference);
        Map<String, Object> known = runtime.getVariables(old.getId());
        Standing standing = Standing.of(known, hasNumber, caseFile.read(reference, Standing.FACTS));
        caseStop.stop(reference, CaseStop.Reason.MOVED);
        if (standing.activities().contains("identityControl")) {
            // The control begins anew there, so its forms open empty; what was answered is kept.
            formerAnswers.putAside(reference, "identity", Act.bySystem("relocateCase"));
        }
        intake.relocate(reference, relocations.destination(reference), standing);
        deliveryWatch.move(caseFile.get(reference));
        return standing.stage();
    }
}
