package dk.ics.intake.process.rights;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The accounts one can try everything with: one a role, two where a colleague is needed. Only in the demo. */
@Component
@Profile("demo")
class DemoAccounts implements SmartInitializingSingleton {

    private static final String PASSWORD = "demo";

    private record Person(
            String id,
            String firstName,
            String lastName,
            Role role,
            @Nullable String tenant) {}

    private static final List<Person> PEOPLE = List.of(
            new Person("visitation", "Vibeke", "Holm", Role.VISITATION, null),
            new Person("sagsbehandler", "Søren", "Bech", Role.CASEWORKER, null),
            new Person("sagsbehandler2", "Amina", "Dahl", Role.CASEWORKER, null),
            new Person("idkontrol", "Ida", "Krogh", Role.IDENTITY_CONTROL, null),
            new Person("idkontrol2", "Jonas", "Lund", Role.IDENTITY_CONTROL, null),
            new Person("specialist", "Signe", "Toft", Role.IDENTITY_SPECIALIST, null),
            new Person("bif", "Bjarne", "Friis", Role.EMPLOYMENT, null),
            new Person("tilsyn", "Tove", "Skov", Role.SUPERVISOR, null),
            new Person("partner0147", "Frida", "Berg", Role.PARTNER, "0147"),
            new Person("admin", "Anders", "Dam", Role.ADMIN, null));

    private final IdentityService identityService;
    private final TransactionTemplate transaction;
    private final RolesAtStart roles;

    /** @param roles are there first, for an account becomes a member of its group */
    DemoAccounts(IdentityService identityService, TransactionTemplate transaction, RolesAtStart roles) {
        this.identityService = identityService;
        this.transaction = transaction;
        this.roles = roles;
    }

    @Override
    public void afterSingletonsInstantiated() {
        roles.bringUp();
        transaction.executeWithoutResult(status -> PEOPLE.forEach(this::create));
    }

    private void create(Person person) {
        if (identityService.createUserQuery().userId(person.id()).count() > 0) {
            return;
        }
        User user = identityService.newUser(person.id());
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setPassword(PASSWORD);
        identityService.saveUser(user);
        identityService.createMembership(person.id(), person.role().group());
        if (person.tenant() != null) {
            identityService.createTenantUserMembership(person.tenant(), person.id());
        }
    }
}
