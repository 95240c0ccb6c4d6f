package dk.ics.intake.process.rights;

import static dk.ics.intake.process.rights.Role.CASEWORKER;
import static dk.ics.intake.process.rights.Role.VISITATION;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A turn of life: a process that a caseworker starts on a case that is there, by its start form in Tasklist. */
public enum Turn {
    WITHDRAWAL("withdrawal", "Tilbagetrækning", VISITATION, CASEWORKER),
    /** A turn under way belongs to the municipality it began in, so a case moves only when there is none. */
    RELOCATION("relocation", "Flytning til anden kommune", VISITATION, CASEWORKER),
    CORRECTION("correction", "Rettelse", CASEWORKER),
    DEPARTURE("departure", "Dødsfald eller udrejse", VISITATION, CASEWORKER),
    COMPLAINT("complaint", "Klage", VISITATION, CASEWORKER);

    private final String process;
    private final String danishName;
    private final Set<Role> startedBy;

    Turn(String process, String danishName, Role first, Role... others) {
        this.process = process;
        this.danishName = danishName;
        this.startedBy = EnumSet.of(first, others);
    }

    /** The turns that a member of these groups may start. */
    public static List<Turn> startedBy(Collection<String> groups) {
        return Arrays.stream(values())
                .filter(turn -> turn.startedBy.stream().map(Role::group).anyMatch(groups::contains))
                .toList();
    }

    /** Key of the process, whose newest version {@code POST …/process-definition/key/{key}/submit-form} starts. */
    public String process() {
        return process;
    }

    /** What caseworkers call it. */
    public String danishName() {
        return danishName;
    }

    Set<Role> startedBy() {
        return startedBy;
    }
}
