package dk.ics.intake.process;

import dk.ics.intake.healthcard.OpenDoctors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fetches the doctors that are open for new patients. */
@Component
class FindOpenDoctors implements JavaDelegate {

    private final OpenDoctors doctors;

    FindOpenDoctors(OpenDoctors doctors) {
        this.doctors = doctors;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OpenDoctors.Search search = doctors.find(CaseOf.reference(execution), ManualWay.isDrawn(execution));
        execution.setVariable(RoutingVariable.BY_HAND.key(), search == OpenDoctors.Search.BY_HAND);
        execution.setVariable(RoutingVariable.DOCTOR_AVAILABLE.key(), search == OpenDoctors.Search.FOUND);
    }
}
