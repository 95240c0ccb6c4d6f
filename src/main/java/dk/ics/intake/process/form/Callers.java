package dk.ics.intake.process.form;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who calls, and looking up what the form needs where the caller's own rights do not reach. */
@Component
class Callers {

    private final IdentityService identityService;

    Callers(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** @throws FormRefused if nobody is authenticated */
    Caller current() {
        Authentication authentication = identityService.getCurrentAuthentication();
        if (authentication == null || authentication.getUserId() == null) {
            throw FormRefused.of(FormRefused.UNAUTHORIZED, "NotLoggedIn", "Log ind, og prøv igen.");
        }
        List<String> groups = authentication.getGroupIds();
        return new Caller(authentication.getUserId(), groups == null ? List.of() : List.copyOf(groups));
    }

    /** Whether the caller's municipalities are those of the tenant; nobody logged in sees none. */
    boolean sees(String tenant) {
        Authentication authentication = identityService.getCurrentAuthentication();
        return authentication != null
                && authentication.getTenantIds() != null
                && authentication.getTenantIds().contains(tenant);
    }

    /** Looks something up that the application needs to know, whoever calls; the caller stays who he is. */
    <T> T asApplication(Supplier<T> lookUp) {
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
