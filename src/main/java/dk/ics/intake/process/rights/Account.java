package dk.ics.intake.process.rights;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The user behind a request, as the engine knows him at that moment.
 *
 * @param userId the user's id in the engine
 * @param groups ids of his groups
 * @param tenants four-digit codes of the municipalities he may see
 */
public record Account(String userId, List<String> groups, List<String> tenants) {

    public Account {
        groups = List.copyOf(groups);
        tenants = List.copyOf(tenants);
    }

    /** The roles his groups give him. */
    public Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        groups.forEach(group -> Role.ofGroup(group).ifPresent(roles::add));
        return roles;
    }

    public boolean has(Role role) {
        return groups.contains(role.group());
    }
}
