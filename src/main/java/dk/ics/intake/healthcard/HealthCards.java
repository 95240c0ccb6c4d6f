package dk.ics.intake.healthcard;

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

/** The order of the health card (sundhedsloven §§ 12, 58 and 59). */
@Service
public class HealthCards {

    /** A caseworker orders it in the health insurance's own system. */
    public static final String BY_HAND = "byHand";

    static final String STEP = "orderHealthCard";

    private static final String ORDERED = "ordered";
    private static final List<String> TOLD = List.of(
            "familyName",
            "givenNames",
            "addressLine",
            "postalCode",
            "city",
            "coName",
            "insuranceCountry",
            "insuranceGroup",
            "doctorNumber");

    private final CaseFile caseFile;
    private final Authorities authorities;
    private final Forwardings forwardings;
    private final Patience patience;
    private final Clock clock;

    HealthCards(CaseFile caseFile, Authorities authorities, Forwardings forwardings, Patience patience, Clock clock) {
        this.caseFile = caseFile;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Orders the card.
     *
     * @param byHandPossible whether a caseworker can do it instead; otherwise silence is an exception however long
     * @return {@code ordered}; {@code doctorClosed} when the chosen doctor takes no more patients; or {@link #BY_HAND}
     */
    @Transactional
    public String order(CaseReference reference, String processInstanceId, boolean byHandPossible) {
        if (caseFile.read(reference, List.of("healthCardOrderedAt")).containsKey("healthCardOrderedAt")) {
            return ORDERED;
        }
        return byHandPossible
                ? patience.orByHand(
                                reference, Authority.HEALTH_INSURANCE, STEP, () -> order(reference, processInstanceId))
                        .orElse(BY_HAND)
                : order(reference, processInstanceId);
    }

    private String order(CaseReference reference, String processInstanceId) {
        Map<String, Object> request = request(reference);
        Forwarding forwarding = forwardings.open(reference, Authority.HEALTH_INSURANCE, STEP, processInstanceId);
        request.put("forwardingId", forwarding.id());
        AuthorityAnswer answer = authorities.act(forwarding, "health-cards", request);
        forwardings.reached(forwarding, Forwarding.State.ANSWERED);
        if (answer instanceof AuthorityAnswer.Answered answered) {
            return ordered(reference, answered.body().path("order").asText());
        }
        if (!answer.equals(new AuthorityAnswer.Refused("DOCTOR_CLOSED"))) {
            throw AuthorityUnavailable.notUnderstood(Authority.HEALTH_INSURANCE);
        }
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("doctorNumber", null);
        changes.put("doctorName", null);
        changes.put("doctorAddress", null);
        caseFile.write(reference, changes, new Act(STEP, Act.SYSTEM, "doctorClosed"));
        return "doctorClosed";
    }

    private Map<String, Object> request(CaseReference reference) {
        Map<String, Object> request = new LinkedHashMap<>(caseFile.read(reference, TOLD));
        Object number = caseFile.read(reference, List.of("cprNumber")).get("cprNumber");
        if (number == null) {
            throw new IllegalStateException("No health card without a personal number: " + reference);
        }
        request.put("personalNumber", number);
        return request;
    }

    private String ordered(CaseReference reference, String order) {
        if (order.isEmpty()) {
            throw AuthorityUnavailable.notUnderstood(Authority.HEALTH_INSURANCE);
        }
        caseFile.write(
                reference,
                Map.of("healthCardOrderNumber", order, "healthCardOrderedAt", OffsetDateTime.now(clock)),
                new Act(STEP, Act.SYSTEM, ORDERED));
        return ORDERED;
    }
}
