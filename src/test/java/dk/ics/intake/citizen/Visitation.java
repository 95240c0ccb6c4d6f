package dk.ics.intake.citizen;

import dk.ics.intake.TestClock;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;

/** What the office does between a citizen's two visits to the pages. */
record Visitation(CaseFile caseFile, RuntimeService runtime) {

    /** The case is accepted, and waits for an appointment. */
    void accepts(CaseReference reference) {
        caseFile.write(
                reference,
                Map.of(
                        "assessment", "accepted",
                        "assessedBy", "visitation",
                        "assessedAt", TestClock.START.toOffsetDateTime()),
                Act.bySystem("test"));
        String intake = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("intake")
                .singleResult()
                .getId();
        runtime.setVariable(intake, "services", "identityControl,cprNumber");
        runtime.createProcessInstanceModification(intake)
                .cancelAllForActivity("assessApplication")
                .startBeforeActivity("bookAppointment")
                .execute();
    }
}
