package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseReference;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * Four eyes: what follows a doubt belongs to another person than the one who did the first control, from the second look
 * to the decision.
 */
@Service
public class SecondLook {

    private static final Set<String> TASKS = Set.of(
            "examineDoubt",
            "sendToNidc",
            "recordNidcAnswer",
            "followUpNidc",
            "hearParty",
            "recordHearingAnswer",
            "decideRefusal");

    private final FirstControl firstControl;

    SecondLook(FirstControl firstControl) {
        this.firstControl = firstControl;
    }

    /** Whether the user task of that id is kept from whoever did the first control. */
    public static boolean isPartOf(String task) {
        return TASKS.contains(task);
    }

    /** Whether the user did the first control of the case, so that others work what follows. */
    public boolean isKeptFrom(CaseReference reference, String userId) {
        return firstControl.wasDoneBy(reference, userId);
    }
}
