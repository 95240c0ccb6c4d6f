package dk.ics.intake.process.cases;

import dk.ics.intake.process.rights.Role;
import dk.ics.intake.search.Searcher;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** The user of this request, as the security chain has made known to the engine. */
record CaseReader(String userId, List<String> groups, List<String> municipalities) {

    static CaseReader of(IdentityService identity) {
        Authentication caller =
                Objects.requireNonNull(identity.getCurrentAuthentication(), "The security chain lets in users only");
        return new CaseReader(
                caller.getUserId(),
                Objects.requireNonNullElse(caller.getGroupIds(), List.of()),
                Objects.requireNonNullElse(caller.getTenantIds(), List.of()));
    }

    Searcher searcher() {
        return new Searcher(userId, municipalities);
    }

    boolean sees(String municipality) {
        return municipalities.contains(municipality);
    }

    /** Who works cases writes in them; who watches reads. */
    boolean mayWrite() {
        return groups.stream().map(Role::ofGroup).flatMap(Optional::stream).anyMatch(Role::worksCases);
    }
}
