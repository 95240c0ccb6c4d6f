package dk.ics.intake.process.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Service;

/** The accounts of the engine's identity service: read anew for each request, so a right taken away is gone at once. */
@Service
public class Accounts {

    private static final int ATTEMPTS = 3;

    private final IdentityService identityService;
    private final EngineIdentity identity;

    Accounts(IdentityService identityService, EngineIdentity identity) {
        this.identityService = identityService;
        this.identity = identity;
    }

    /**
     * The account, if the password is right and the account is not locked. The engine counts wrong passwords, makes
     * the user wait longer after each and locks the account after ten; an administrator unlocks it.
     */
    public Optional<Account> signIn(String userId, String password) {
        return identity.asSystem(() -> passwordIsRight(userId, password) ? read(userId) : Optional.empty());
    }

    /** The account as it stands now, or none if it has been deleted. */
    public Optional<Account> find(String userId) {
        return identity.asSystem(() -> read(userId));
    }

    /** The members of a group: names by user id, in the order of the ids. */
    public Map<String, String> membersOf(String group) {
        return identity.asSystem(() -> identityService.createUserQuery().memberOfGroup(group).list().stream()
                .collect(Collectors.toMap(
                        User::getId,
                        user -> (user.getFirstName() + " " + user.getLastName()).strip(),
                        (one, other) -> one,
                        TreeMap::new)));
    }

    /** Two requests of one user that both reset or raise the counter of wrong passwords collide: try again. */
    private boolean passwordIsRight(String userId, String password) {
        for (int attempt = 1; ; attempt++) {
            try {
                return identityService.checkPassword(userId, password);
            } catch (OptimisticLockingException collision) {
                if (attempt == ATTEMPTS) {
                    throw collision;
                }
            }
        }
    }

    private Optional<Account> read(String userId) {
        if (identityService.createUserQuery().userId(userId).count() == 0) {
            return Optional.empty();
        }
        List<String> groups = identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
        List<String> tenants =
                identityService.createTenantQuery().userMember(userId).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList();
        return Optional.of(new Account(userId, groups, tenants));
    }
}
