package dk.ics.intake.process.form;

import dk.ics.intake.casefile.CaseReference;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An open user task of a case.
 *
 * @param key id in the process model, which is the id of its form
 * @param municipality code of the municipality whose tenant the task has
 */
record WorkTask(
        String id,
        String key,
        String name,
        String processInstanceId,
        String processDefinitionId,
        CaseReference reference,
        String municipality,
        @Nullable String assignee,
        Set<String> candidateGroups) {

    boolean isAssignedTo(Caller caller) {
        return caller.userId().equals(assignee);
    }

    /** Whether the caller works it or could take it. */
    boolean isOpenTo(Caller caller) {
        return isAssignedTo(caller) || caller.groups().stream().anyMatch(candidateGroups::contains);
    }
}
