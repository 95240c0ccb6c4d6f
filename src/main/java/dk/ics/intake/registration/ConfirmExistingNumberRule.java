package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.ShownAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** »Bekræft eksisterende nummer«: a person must never be registered under somebody else's number, nor get a second. */
@Component
class ConfirmExistingNumberRule implements FormRule {

    private final CaseFile caseFile;
    private final ToRegister toRegister;
    private final ShownAddress address;

    ConfirmExistingNumberRule(CaseFile caseFile, ToRegister toRegister, ShownAddress address) {
        this.caseFile = caseFile;
        this.address = address;
        this.toRegister = toRegister;
    }

    @Override
    public String formId() {
        return "confirmExistingNumber";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> found =
                caseFile.read(reference, List.of("existingNumber", "existingNumberName", "existingNumberAddress"));
        return Map.of(
                "facts",
                toRegister
                        .facts(reference)
                        .addNumber("Fundet nummer", found.get("existingNumber"))
                        .add("Bemærk", ExistingNumber.hint((String) found.get("existingNumber")))
                        .add("Navn i CPR", found.get("existingNumberName"))
                        .add("Adresse i CPR", inCpr(reference, found.get("existingNumberAddress")))
                        .rows());
    }

    /** It may be where the citizen lives now. */
    private @Nullable Object inCpr(CaseReference reference, @Nullable Object found) {
        return found == null ? null : address.other(reference, found);
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        return Map.of("existingNumberDecision", submission.values().get("existingNumberOutcome"));
    }
}
