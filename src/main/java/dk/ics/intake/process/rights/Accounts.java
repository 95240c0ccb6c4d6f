package dk.ics.intake.process.rights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The accounts of the engine's identity service: read anew for each request, so a right taken away is gone at once. */
@Service
public class Accounts {

    private static final int ATTEMPTS = 3;

    private final IdentityService identityService;
    private final EngineIdentity identity;
    private final JdbcClient jdbc;

    Accounts(IdentityService identityService, EngineIdentity identity, JdbcClient jdbc) {
        this.identityService = identityService;
        this.identity = identity;
        this.jdbc = jdbc;
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
        return read(userId);
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

    /** By one statement: every request waits for it. */
    private Optional<Account> read(String userId) {
        return jdbc.sql("""
                        select array(select m.group_id_ from act_id_membership m where m.user_id_ = u.id_ order by 1)
                            as groups,
                          array(select distinct t.tenant_id_ from act_id_tenant_member t
                            where t.user_id_ = u.id_ or t.group_id_ in (
                              select m.group_id_ from act_id_membership m where m.user_id_ = u.id_) order by 1)
                            as tenants
                        from act_id_user u where u.id_ = :user
                        """)
                .param("user", userId)
                .query((row, number) -> new Account(userId, texts(row, "groups"), texts(row, "tenants")))
                .optional();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
