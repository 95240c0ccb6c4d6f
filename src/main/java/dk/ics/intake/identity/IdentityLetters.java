package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the identity control writes to citizens. */
@Service
public class IdentityLetters {

    private static final String REASON = "refusalReason";

    private final CaseFile caseFile;
    private final Letters letters;

    IdentityLetters(CaseFile caseFile, Letters letters) {
        this.caseFile = caseFile;
        this.letters = letters;
    }

    /** The refusal with its reasons and how to complain (forvaltningsloven §§ 22, 24, 25; CPR-loven § 56). */
    @Transactional
    public void refuse(CaseReference reference) {
        Object reason = caseFile.read(reference, List.of(REASON)).get(REASON);
        if (reason == null) {
            throw new IllegalStateException("A refusal has reasons: " + reference);
        }
        letters.send(reference, "sendIdentityRefusal", Map.of("reason", reason));
    }
}
