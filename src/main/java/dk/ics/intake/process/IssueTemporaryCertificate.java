package dk.ics.intake.process;

import dk.ics.intake.healthcard.TemporaryCertificates;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the certificate that stands in for the health card until it comes. */
@Component
class IssueTemporaryCertificate implements JavaDelegate {

    private final TemporaryCertificates certificates;

    IssueTemporaryCertificate(TemporaryCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        certificates.issue(CaseOf.reference(execution));
    }
}
