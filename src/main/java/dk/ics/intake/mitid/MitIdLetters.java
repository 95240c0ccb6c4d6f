package dk.ics.intake.mitid;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What MitID writes to citizens. */
@Service
public class MitIdLetters {

    private static final String REASON = "mitIdRefusalReason";

    private final CaseFile caseFile;
    private final Letters letters;

    MitIdLetters(CaseFile caseFile, Letters letters) {
        this.caseFile = caseFile;
        this.letters = letters;
    }

    /** The refusal, which is a decision: with its reasons and how to complain (forvaltningsloven §§ 22, 24, 25). */
    @Transactional
    public void refuse(CaseReference reference) {
        Object reason = caseFile.read(reference, List.of(REASON)).get(REASON);
        if (reason == null) {
            throw new IllegalStateException("A refusal has reasons: " + reference);
        }
        letters.send(reference, "sendMitIdRefusal", Map.of("reason", reason));
    }
}
