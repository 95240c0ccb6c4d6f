package dk.ics.intake.process.rights;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an account is there for. A role is a group of the engine; there are no other groups that give rights. */
public enum Role {
    VISITATION("visitation", "Visitation"),
    CASEWORKER("caseworker", "Sagsbehandling"),
    IDENTITY_CONTROL("identityControl", "Identitetskontrol"),
    IDENTITY_SPECIALIST("identitySpecialist", "Identitetsspecialister"),
    EMPLOYMENT("employment", "Beskæftigelsesindsats"),
    SUPERVISOR("supervisor", "Tilsyn"),
    PARTNER("partner", "Partnerkommune"),
    ADMIN("camunda-admin", "IT-administration");

    /** The roles that work cases. */
    static final Set<Role> WORKERS =
            EnumSet.of(VISITATION, CASEWORKER, IDENTITY_CONTROL, IDENTITY_SPECIALIST, EMPLOYMENT);

    private final String group;
    private final String danishName;

    Role(String group, String danishName) {
        this.group = group;
        this.danishName = danishName;
    }

    /** Id of the engine's group, as it stands as candidate group in the models. */
    public String group() {
        return group;
    }

    /** The group's name as users see it. */
    public String danishName() {
        return danishName;
    }

    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }

    /** Whether it is among those who work cases, not those who watch them. */
    public boolean worksCases() {
        return WORKERS.contains(this);
    }

    /** What to call a candidate group in a sentence; a group without a role is named by its id. */
    static String nameOf(String group) {
        return ofGroup(group).map(Role::danishName).orElse(group);
    }
}
