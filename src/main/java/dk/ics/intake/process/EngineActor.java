package dk.ics.intake.process;

import dk.ics.intake.evidence.Actor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's authenticated user; nobody in jobs and while the application starts. */
@Component
class EngineActor implements Actor {

    private volatile @Nullable IdentityService identityService;

    /** Told by the engine itself when it stands: asking for it earlier would ask for what is being made. */
    void of(IdentityService service) {
        identityService = service;
    }

    @Override
    public @Nullable String userId() {
        IdentityService service = identityService;
        Authentication authentication = service == null ? null : service.getCurrentAuthentication();
        return authentication == null ? null : authentication.getUserId();
    }
}
