package dk.ics.intake.residence;

import com.fasterxml.jackson.databind.JsonNode;
import dk.ics.intake.authority.Authorities;
import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.AuthorityAnswer;
import dk.ics.intake.authority.AuthorityUnavailable;
import dk.ics.intake.authority.Forwarding;
import dk.ics.intake.authority.Forwardings;
import dk.ics.intake.authority.Patience;
import dk.ics.intake.authority.Receipt;
import dk.ics.intake.authority.ReceiptKind;
import dk.ics.intake.authority.Replies;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands the citizen over to SIRI, and takes SIRI's decision about the EU residence document, without which no EU citizen
 * is registered in CPR.
 */
@Service
public class SiriDecisions {

    /** The caseworker asks SIRI's desk and records the decision: there is nothing to wait for. */
    public static final String MANUAL = "manual";

    private static final String STEP = "handOverToSiri";
    private static final Set<String> GROUNDS =
            Set.of("worker", "selfEmployed", "student", "sufficientMeans", "familyMember");
    private static final List<String> HANDED_OVER = List.of(
            "familyName",
            "givenNames",
            "birthDate",
            "citizenship",
            "identityDocumentType",
            "identityDocumentState",
            "identityDocumentNumber",
            "employer",
            "jobStart",
            "weeklyHours",
            "siriSubmittedOn",
            "siriAppointmentAt");

    private final CaseFile caseFile;
    private final Authorities authorities;
    private final Forwardings forwardings;
    private final Replies replies;
    private final Patience patience;

    SiriDecisions(
            CaseFile caseFile, Authorities authorities, Forwardings forwardings, Replies replies, Patience patience) {
        this.caseFile = caseFile;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.replies = replies;
        this.patience = patience;
    }

    /** Tells SIRI that the citizen comes; if SIRI is not connected or stays away, she comes without. */
    @Transactional
    public void handOver(CaseReference reference, String processInstanceId) {
        if (patience.orByHand(reference, Authority.SIRI, STEP, () -> send(reference, processInstanceId))
                .isEmpty()) {
            caseFile.journal(reference, Act.bySystem(STEP), "Borgeren er henvist til SIRI's skranke");
        }
    }

    private boolean send(CaseReference reference, String processInstanceId) {
        if (forwardings.takeOver(reference, STEP, processInstanceId)) {
            return true;
        }
        Forwarding forwarding = forwardings.open(reference, Authority.SIRI, STEP, processInstanceId);
        Map<String, Object> request = new LinkedHashMap<>(caseFile.read(reference, HANDED_OVER));
        request.put("forwardingId", forwarding.id());
        request.put("ground", ground(caseFile.get(reference).category()));
        if (authorities.act(forwarding, "hand-overs", request) instanceof AuthorityAnswer.Refused) {
            throw AuthorityUnavailable.notUnderstood(Authority.SIRI);
        }
        forwardings.reached(forwarding, Forwarding.State.SENT);
        caseFile.journal(reference, Act.bySystem(STEP), "Borgeren er overdraget til SIRI");
        return true;
    }

    /** SIRI's decision if it is there: {@code granted} or {@code refused}; {@code none}; or {@link #MANUAL}. */
    @Transactional
    public String lookFor(CaseReference reference) {
        if (!authorities.isConnected(Authority.SIRI)) {
            return MANUAL;
        }
        String answer = replies.lookFor(reference, STEP, receipt -> take(reference, receipt));
        return answer.equals(Replies.NOT_SENT) ? MANUAL : answer;
    }

    /**
     * Writes the decision to the case file.
     *
     * @return {@code granted} or {@code refused}; empty if the receipt does not say which document was granted, so that
     *     SIRI has to be asked
     */
    @Transactional
    public Optional<String> take(CaseReference reference, Receipt receipt) {
        if (receipt.kind() == ReceiptKind.AFVIST) {
            caseFile.write(reference, Map.of("siriDecision", "refused"), new Act(STEP, Act.SYSTEM, "refused"));
            return Optional.of("refused");
        }
        JsonNode decision = receipt.content();
        Optional<LocalDate> issuedOn = date(decision.path("issuedOn").asText());
        String number = decision.path("documentNumber").asText();
        String ground = decision.path("ground").asText();
        if (receipt.kind() != ReceiptKind.ACCEPTERET
                || issuedOn.isEmpty()
                || !number.matches("[A-Za-z0-9-]{1,30}")
                || !GROUNDS.contains(ground)) {
            caseFile.journal(reference, Act.bySystem(STEP), "SIRI's svar kunne ikke læses. Spørg SIRI");
            return Optional.empty();
        }
        caseFile.write(
                reference,
                Map.of(
                        "siriDecision",
                        "granted",
                        "residenceDocumentNumber",
                        number,
                        "residenceGround",
                        ground,
                        "residenceIssuedOn",
                        issuedOn.get()),
                new Act(STEP, Act.SYSTEM, "granted"));
        return Optional.of("granted");
    }

    /** The ground on which the citizen applies; SIRI decides on which it grants. */
    private static String ground(String category) {
        return switch (category) {
            case "euStudent" -> "student";
            case "euSelfSufficient" -> "sufficientMeans";
            case "euFamily", "euFamilyThirdCountry" -> "familyMember";
            default -> "worker";
        };
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
