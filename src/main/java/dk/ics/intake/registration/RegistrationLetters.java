package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the registration writes to citizens. */
@Service
public class RegistrationLetters {

    private static final String REASON = "registrationRefusalReason";

    private final CaseFile caseFile;
    private final Letters letters;

    RegistrationLetters(CaseFile caseFile, Letters letters) {
        this.caseFile = caseFile;
        this.letters = letters;
    }

    /** The refusal with its reasons and how to complain (forvaltningsloven §§ 22, 24; CPR-loven § 56 stk. 1). */
    @Transactional
    public void refuse(CaseReference reference) {
        Object reason = caseFile.read(reference, List.of(REASON)).get(REASON);
        if (reason == null) {
            throw new IllegalStateException("A refusal has reasons: " + reference);
        }
        letters.send(reference, "sendRegistrationRefusal", Map.of("reason", reason));
    }
}
