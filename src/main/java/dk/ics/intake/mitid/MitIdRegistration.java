package dk.ics.intake.mitid;

import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.AuthorityAnswer;
import dk.ics.intake.authority.AuthorityUnavailable;
import dk.ics.intake.authority.Forwarding;
import dk.ics.intake.authority.Forwardings;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has the registration authority create a MitID for a citizen whose identity a caseworker has verified. */
@Service
public class MitIdRegistration {

    private static final List<String> REQUESTED =
            List.of("familyName", "givenNames", "email", "phone", "mitIdProofing", "mitIdLevel", "authenticator");

    private final CaseFile caseFile;
    private final Authorities authorities;
    private final Forwardings forwardings;
    private final Clock clock;

    MitIdRegistration(CaseFile caseFile, Authorities authorities, Forwardings forwardings, Clock clock) {
        this.caseFile = caseFile;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.clock = clock;
    }

    /** Creates the MitID; whether it was created, else the reason is in the case file. */
    @Transactional
    public boolean create(CaseReference reference, String processInstanceId) {
        if (caseFile.read(reference, List.of("mitIdCreatedAt")).containsKey("mitIdCreatedAt")) {
            return true;
        }
        Forwarding forwarding = forwardings.open(reference, Authority.MITID, "createMitId", processInstanceId);
        AuthorityAnswer answer = authorities.act(forwarding, "identities", request(reference));
        forwardings.reached(forwarding, Forwarding.State.ANSWERED);
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        if (answer instanceof AuthorityAnswer.Refused refused) {
            changes.put("mitIdRejection", "MitID svarede med kode " + refused.code() + ".");
            caseFile.write(reference, changes, new Act("createMitId", Act.SYSTEM, "rejected"));
            return false;
        }
        String identity =
                ((AuthorityAnswer.Answered) answer).body().path("identity").asText();
        if (identity.isEmpty()) {
            throw AuthorityUnavailable.notUnderstood(Authority.MITID);
        }
        changes.put("mitIdNumber", identity);
        changes.put("mitIdRejection", null);
        changes.put("mitIdCreatedAt", OffsetDateTime.now(clock));
        caseFile.write(reference, changes, new Act("createMitId", Act.SYSTEM, "created"));
        return true;
    }

    private Map<String, Object> request(CaseReference reference) {
        Map<String, Object> request = new LinkedHashMap<>(caseFile.read(reference, REQUESTED));
        Object number = caseFile.read(reference, List.of("cprNumber")).get("cprNumber");
        if (number == null) {
            throw new IllegalStateException("No MitID without a personal number: " + reference);
        }
        request.put("personalNumber", number);
        return request;
    }
}
