package dk.ics.intake.mitid;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.FormRule;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** »Genoptag MitID«: the citizen has come again, or is guided to get MitID another way. */
@Component
class ResumeMitIdRule implements FormRule {

    private final CaseFile caseFile;
    private final Citizen citizen;

    ResumeMitIdRule(CaseFile caseFile, Citizen citizen) {
        this.caseFile = caseFile;
        this.citizen = citizen;
    }

    @Override
    public String formId() {
        return "resumeMitId";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known =
                caseFile.read(reference, List.of("mitIdPostponeReason", "mitIdReturnOn", "email", "phone"));
        return Map.of(
                "facts",
                citizen.facts(reference)
                        .add("Manglede sidst", known.get("mitIdPostponeReason"))
                        .add("Kommer igen", known.get("mitIdReturnOn"))
                        .add("E-mail", known.get("email"))
                        .add("Telefon", known.get("phone"))
                        .rows());
    }
}
