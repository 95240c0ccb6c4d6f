package dk.ics.intake.process;

import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.process.rights.EngineIdentity;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the supervision that a control was made again, or could not be. */
@Component
class ReportRecontrol implements JavaDelegate {

    private static final String MESSAGE = "recontrolMade";

    private final RuntimeService runtime;
    private final EngineIdentity identity;

    ReportRecontrol(RuntimeService runtime, EngineIdentity identity) {
        this.runtime = runtime;
        this.identity = identity;
    }

    @Override
    public void execute(DelegateExecution recontrol) {
        identity.asSystem(() -> runtime.createMessageCorrelation(MESSAGE)
                .tenantId(MunicipalityCode.UNKNOWN.value())
                .processInstanceVariableEquals(
                        RoutingVariable.SUPERVISION.key(), CaseOf.text(recontrol, RoutingVariable.SUPERVISION))
                .processInstanceVariableEquals(
                        RoutingVariable.SUPERVISION_ITEM.key(),
                        CaseOf.text(recontrol, RoutingVariable.SUPERVISION_ITEM))
                .correlateWithResult());
    }
}
