package dk.ics.intake.process;

import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;

/** A supervisor of one municipality, for as long as a test needs one; their group has all of them otherwise. */
final class TestSupervisor implements AutoCloseable {

    private static final String GROUP = "supervisor";

    private final IdentityService accounts;
    private final String userId;
    private final List<String> ofGroup;

    TestSupervisor(IdentityService accounts, String municipality) {
        this.accounts = accounts;
        this.userId = "tilsyn" + municipality;
        this.ofGroup = accounts.createTenantQuery().groupMember(GROUP).list().stream()
                .map(Tenant::getId)
                .toList();
        ofGroup.forEach(tenant -> accounts.deleteTenantGroupMembership(tenant, GROUP));
        User user = accounts.newUser(userId);
        user.setFirstName("Tine");
        user.setLastName("Storm");
        user.setPassword("demo");
        accounts.saveUser(user);
        accounts.createMembership(userId, GROUP);
        accounts.createTenantUserMembership(municipality, userId);
    }

    Http login(int port) {
        return WebappUser.login(port, userId, "demo", "cockpit").http();
    }

    @Override
    public void close() {
        ofGroup.forEach(tenant -> accounts.createTenantGroupMembership(tenant, GROUP));
        accounts.deleteUser(userId);
    }
}
