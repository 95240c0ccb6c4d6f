package dk.ics.intake.process.rights;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Service;

/**
 * On whose behalf the engine acts in this thread. An engine without an authentication checks nothing, neither rights
 * nor tenants; so it is set for every request that has an account and cleared after every request.
 */
@Service
public class EngineIdentity {

    private final IdentityService identityService;

    EngineIdentity(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** From here on the engine acts for this account and its municipalities. */
    public void actFor(Account account) {
        identityService.setAuthentication(account.userId(), account.groups(), account.tenants());
    }

    public void clear() {
        identityService.clearAuthentication();
    }

    /** Runs a look-up of the application's own without the user's rights; afterwards all is as before. */
    public <T> T asSystem(Supplier<T> lookUp) {
        Authentication before = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return lookUp.get();
        } finally {
            if (before != null) {
                identityService.setAuthentication(before);
            }
        }
    }
}
