package dk.ics.intake.process;

import java.io.Console;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code --ics.first-admin=<user id>}: gives a new installation its first administrator. The password comes from the
 * prompt or from {@code ICS_FIRST_ADMIN_PASSWORD}, never from an argument, which every user of the machine can read.
 */
@Component
class FirstAdmin implements ApplicationRunner {

    static final String OPTION = "ics.first-admin";
    static final String PASSWORD = "ICS_FIRST_ADMIN_PASSWORD";

    private static final int SHORTEST_PASSWORD = 12;

    private final IdentityService identityService;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Environment environment;

    FirstAdmin(
            IdentityService identityService,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Environment environment) {
        this.identityService = identityService;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.containsOption(OPTION)) {
            return;
        }
        List<String> userIds = arguments.getOptionValues(OPTION);
        if (userIds.size() != 1 || !userIds.get(0).matches("[A-Za-z0-9]{2,64}")) {
            throw new FirstAdminRefused("A user id is 2 to 64 letters and digits: --" + OPTION + "=<user id>");
        }
        refuseIfThereIsOne();
        String password = password();
        if (password == null || password.length() < SHORTEST_PASSWORD) {
            throw new FirstAdminRefused("The password needs at least " + SHORTEST_PASSWORD
                    + " characters; it is asked for at the prompt or taken from " + PASSWORD);
        }
        transaction.executeWithoutResult(status -> create(userIds.get(0), password));
    }

    private void create(String userId, String password) {
        // Two nodes may be told to do this at the same time.
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('first admin'))")
                .query(Integer.class)
                .single();
        refuseIfThereIsOne();
        if (identityService.createUserQuery().userId(userId).count() > 0) {
            throw new FirstAdminRefused("There is already a user with this id");
        }
        if (identityService.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            Group group = identityService.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("IT-administration");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identityService.saveGroup(group);
        }
        User user = identityService.newUser(userId);
        user.setPassword(password);
        identityService.saveUser(user);
        identityService.createMembership(userId, Groups.CAMUNDA_ADMIN);
    }

    private void refuseIfThereIsOne() {
        if (identityService
                        .createUserQuery()
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count()
                > 0) {
            throw new FirstAdminRefused("There is an administrator already; let that one make further accounts");
        }
    }

    private @Nullable String password() {
        String given = environment.getProperty(PASSWORD);
        Console console = System.console();
        if (given != null || console == null) {
            return given;
        }
        char[] typed = console.readPassword("Password of the first administrator: ");
        return typed == null ? null : new String(typed);
    }
}
