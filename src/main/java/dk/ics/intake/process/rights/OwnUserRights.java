package dk.ics.intake.process.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everyone looks after his own account only. */
@Component
class OwnUserRights implements Condition {

    private static final Refusal NOT_YOURS = Refusal.forbidden("Du har kun adgang til din egen konto.");

    /**
     * The user of the path, of the query and of the body is the caller. The body counts because the engine writes a
     * profile to the id that stands in it, whatever the path says.
     */
    @Override
    public Optional<Refusal> check(Call call) {
        String own = call.account().userId();
        String ofPath = call.ids().get("user");
        String[] ofQuery = call.parameters().get("userId");
        JsonNode ofBody = call.body().path("id");
        boolean named = ofPath != null || ofQuery != null;
        boolean isOwn = (ofPath == null || ofPath.equals(own))
                && (ofQuery == null || ofQuery.length == 1 && ofQuery[0].equals(own))
                && (ofBody.isMissingNode() || ofBody.asText().equals(own));
        return named && isOwn ? Optional.empty() : Optional.of(NOT_YOURS);
    }
}
