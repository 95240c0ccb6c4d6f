package dk.ics.intake.mitid;

import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.AuthorityAnswer;
import dk.ics.intake.authority.AuthorityUnavailable;
import dk.ics.intake.authority.Forwarding;
import dk.ics.intake.authority.Forwardings;
import dk.ics.intake.authority.Patience;
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

    /** A caseworker creates it in MitID's own system. */
    public static final String BY_HAND = "byHand";

    static final String STEP = "createMitId";

    private static final List<String> REQUESTED = List.of(
            "familyName",
            "givenNames",
            "email",
            "phone",
            "mitIdProofing",
            "mitIdDocument",
            "mitIdSupportingDocument",
            "mitIdLevel",
            "authenticator");

    private final CaseFile caseFile;
    private final Authorities authorities;
    private final Forwardings forwardings;
    private final Patience patience;
    private final Clock clock;

    MitIdRegistration(
            CaseFile caseFile, Authorities authorities, Forwardings forwardings, Patience patience, Clock clock) {
        this.caseFile = caseFile;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Creates the MitID.
     *
     * @param byHandPossible whether a caseworker can do it instead; otherwise silence is an exception however long
     * @return {@code created}; {@code rejected}, with the reason in the case file; or {@link #BY_HAND}
     */
    @Transactional
    public String create(CaseReference reference, String processInstanceId, boolean byHandPossible) {
        if (caseFile.read(reference, List.of("mitIdCreatedAt")).containsKey("mitIdCreatedAt")) {
            return "created";
        }
        return byHandPossible
                ? patience.orByHand(reference, Authority.MITID, STEP, () -> create(reference, processInstanceId))
                        .orElse(BY_HAND)
                : create(reference, processInstanceId);
    }

    private String create(CaseReference reference, String processInstanceId) {
        Forwarding forwarding = forwardings.open(reference, Authority.MITID, STEP, processInstanceId);
        AuthorityAnswer answer = authorities.act(forwarding, "identities", request(reference));
        forwardings.reached(forwarding, Forwarding.State.ANSWERED);
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        if (answer instanceof AuthorityAnswer.Refused refused) {
            changes.put("mitIdRejection", inWords(refused.code()));
            caseFile.write(reference, changes, new Act(STEP, Act.SYSTEM, "rejected"));
            return "rejected";
        }
        String identity =
                ((AuthorityAnswer.Answered) answer).body().path("identity").asText();
        if (identity.isEmpty()) {
            throw AuthorityUnavailable.notUnderstood(Authority.MITID);
        }
        changes.put("mitIdNumber", identity);
        changes.put("mitIdRejection", null);
        changes.put("mitIdCreatedAt", OffsetDateTime.now(clock));
        caseFile.write(reference, changes, new Act(STEP, Act.SYSTEM, "created"));
        return "created";
    }

    private static String inWords(String code) {
        return code.equals("PROOF_INCOMPLETE")
                ? "Dokumentationen er ikke fyldestgørende."
                : "MitID svarede med kode " + code + ".";
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
