package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Accounts: what an administrator may give, how soon it is gone, and what a wrong password costs. */
@IntakeTest
class AccountsTest {

    private static final String NEW = "nyansat";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    @Autowired
    private AuthorizationService authorizationService;

    @Autowired
    private RolesAtStart roles;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void hire() {
        User user = identityService.newUser(NEW);
        user.setFirstName("Nora");
        user.setLastName("Ny");
        user.setPassword("demo");
        identityService.saveUser(user);
    }

    @AfterEach
    void dismiss() {
        identityService.deleteUser(NEW);
    }

    @Test
    void anAdministratorGivesRolesButNotToHimself() {
        Http admin = admin();

        assertThat(admin.json("PUT", "/engine-rest/group/caseworker/members/" + NEW, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Http.basic(port, NEW, "demo").get("/engine-rest/task").statusCode())
                .isEqualTo(200);
        for (Role role : Role.values()) {
            assertThat(admin.json("PUT", "/engine-rest/group/" + role.group() + "/members/admin", "")
                            .body())
                    .contains("Du kan ikke give dig selv en rolle.");
        }
        assertThat(admin.json("PUT", "/engine-rest/tenant/0147/user-members/admin", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAdministratorHasNoOtherRole() {
        Http admin = admin();
        admin.json("PUT", "/engine-rest/group/caseworker/members/" + NEW, "");

        assertThat(admin.json("PUT", "/engine-rest/group/camunda-admin/members/" + NEW, "")
                        .body())
                .contains("En IT-administrator kan ikke samtidig have en anden rolle.");

        admin.json("DELETE", "/engine-rest/group/caseworker/members/" + NEW, "");
        assertThat(admin.json("PUT", "/engine-rest/group/camunda-admin/members/" + NEW, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(admin.json("PUT", "/engine-rest/group/identityControl/members/" + NEW, "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(admin().json("DELETE", "/engine-rest/user/admin", "").statusCode())
                .isEqualTo(403);
        assertThat(admin().json("DELETE", "/engine-rest/group/camunda-admin/members/admin", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(admin().json("DELETE", "/engine-rest/group/camunda-admin", "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRoleTakenAwayIsGoneWithTheNextCall() {
        identityService.createMembership(NEW, "caseworker");
        WebappUser session = WebappUser.login(port, NEW, "demo", "tasklist");
        String tasks = "/camunda/api/engine/engine/default/task";
        assertThat(session.http().get(tasks).statusCode()).isEqualTo(200);

        identityService.deleteMembership(NEW, "caseworker");

        assertThat(session.http().get(tasks).statusCode()).isEqualTo(403);
        assertThat(Http.basic(port, NEW, "demo").get("/engine-rest/task").statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAccountHasItsGroupsAndTheMunicipalitiesOfItselfAndThem() {
        assertThat(accounts.find(NEW)).contains(new Account(NEW, List.of(), List.of()));
        assertThat(accounts.find("nobody")).isEmpty();

        identityService.createMembership(NEW, "partner");
        identityService.createTenantUserMembership("0147", NEW);
        Account one = accounts.find(NEW).orElseThrow();
        assertThat(one.groups()).containsExactly("partner");
        assertThat(one.tenants()).containsExactly("0147");

        identityService.createMembership(NEW, "caseworker");
        Account both = accounts.find(NEW).orElseThrow();
        assertThat(both.groups()).containsExactly("caseworker", "partner");
        assertThat(both.tenants())
                .hasSizeGreaterThan(30)
                .contains("0101", "0147")
                .doesNotHaveDuplicates();
    }

    @Test
    void aDeletedUserIsLoggedOut() {
        identityService.createMembership(NEW, "caseworker");
        WebappUser session = WebappUser.login(port, NEW, "demo", "tasklist");

        identityService.deleteUser(NEW);

        assertThat(session.http().get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoHasNoRoleHasNothing() {
        Http nobody = Http.basic(port, NEW, "demo");

        for (String path : new String[] {"/task", "/process-definition", "/process-instance", "/user", "/filter"}) {
            assertThat(nobody.get("/engine-rest" + path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void wrongPasswordsMakeTheRightOneWait() {
        identityService.createMembership(NEW, "caseworker");
        assertThat(Http.basic(port, NEW, "demo").get("/engine-rest/task").statusCode())
                .isEqualTo(200);

        for (int i = 0; i < 3; i++) {
            assertThat(Http.basic(port, NEW, "guess" + i)
                            .get("/engine-rest/task")
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(Http.basic(port, NEW, "demo").get("/engine-rest/task").statusCode())
                .as("locked for some seconds, for the right password too")
                .isEqualTo(401);
        assertThat(admin().json("POST", "/engine-rest/user/" + NEW + "/unlock", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Http.basic(port, NEW, "demo").get("/engine-rest/task").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPasswordCannotBeGuessedThroughTheEnginesOwnCheck() {
        assertThat(Http.basic(port, "visitation", "demo")
                        .json("POST", "/engine-rest/identity/verify", "{\"username\":\"admin\",\"password\":\"demo\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aProfileIsWrittenToItsOwnAccountOnly() {
        Http user = Http.basic(port, "visitation", "demo");

        assertThat(user.json(
                                "PUT",
                                "/engine-rest/user/visitation/profile",
                                "{\"id\":\"admin\",\"firstName\":\"A\",\"lastName\":\"B\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(user.get("/engine-rest/user/admin/profile").statusCode()).isEqualTo(403);
        assertThat(user.get("/engine-rest/user/visitation/profile").statusCode())
                .isEqualTo(200);
    }

    @Test
    void onlyAnAdministratorMovesTheDemosClock() {
        String still = "{\"advance\":\"PT0S\"}";

        assertThat(admin().json("POST", "/api/demo/clock", still).statusCode()).isEqualTo(200);
        for (String account : new String[] {"visitation", "tilsyn", "partner0147"}) {
            assertThat(Http.basic(port, account, "demo")
                            .json("POST", "/api/demo/clock", still)
                            .statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(Http.anonymous(port).json("POST", "/api/demo/clock", still).statusCode())
                .isEqualTo(401);
    }

    @Test
    void measurementsNeedAnAccount() {
        assertThat(Http.basic(port, "visitation", "demo")
                        .get("/actuator/prometheus")
                        .statusCode())
                .as("a test exports none, but the chain lets the call through")
                .isEqualTo(404);
        assertThat(Http.anonymous(port).get("/actuator/prometheus").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSecondStartChangesNothing() {
        String before = snapshot();

        roles.bringUp();

        assertThat(snapshot()).isEqualTo(before);
    }

    /** Ids and revisions of all rights and groups. */
    private String snapshot() {
        StringBuilder all = new StringBuilder();
        authorizationService.createAuthorizationQuery().list().stream()
                .map(Object::toString)
                .sorted()
                .forEach(all::append);
        identityService.createTenantQuery().list().stream()
                .map(tenant -> tenant.getId() + tenant.getName())
                .sorted()
                .forEach(all::append);
        return all.toString();
    }

    private Http admin() {
        return Http.basic(port, "admin", "demo");
    }
}
