package dk.ics.intake.visitation;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Kald borgeren op«: the moment at which waiting ends. */
@Component
class CallUpRule implements FormRule {

    private final Citizen citizen;
    private final CaseFile caseFile;
    private final Clock clock;

    CallUpRule(Citizen citizen, CaseFile caseFile, Clock clock) {
        this.citizen = citizen;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @Override
    public String formId() {
        return "callUp";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of("appointmentAt", "checkedInAt"));
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .add("Aftalt tid", known.get("appointmentAt"))
                        .add("Mødt", known.get("checkedInAt"))
                        .rows());
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return Map.of("calledUpAt", OffsetDateTime.now(clock));
    }
}
