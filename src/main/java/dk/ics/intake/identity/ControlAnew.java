package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormSubmission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * A control of an identity that was controlled before, by the same rules and with a record of its own. It changes nothing
 * in the case: the outcome of the first one stands until somebody decides otherwise.
 */
@Service
public class ControlAnew {

    private static final List<String> SUGGESTED = List.of(
            "identityDocumentType", "identityDocumentState", "identityDocumentNumber", "identityDocumentExpiry");

    private final CaseFile caseFile;
    private final ControlIdentityRule rule;

    ControlAnew(CaseFile caseFile, ControlIdentityRule rule) {
        this.caseFile = caseFile;
        this.rule = rule;
    }

    /** A control that was made: its number in the case, and {@code approved} or {@code doubt}. */
    public record Made(int number, String result) {}

    /** What the form of the first control shows, with the document of the case as a suggestion. */
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> shown = new HashMap<>(rule.prefill(reference));
        caseFile.read(reference, SUGGESTED).forEach(shown::put);
        return shown;
    }

    public List<FieldProblem> check(FormSubmission submission) {
        return rule.check(submission);
    }

    /** Keeps the control under the next number of the case. */
    public Made keep(String formId, FormSubmission submission) {
        Map<String, Object> kept = rule.accept(formId, submission);
        return new Made(
                (Integer) Objects.requireNonNull(kept.get("controlNo")),
                Objects.requireNonNull(kept.get("controlResult")).toString());
    }
}
