package dk.ics.intake.healthcard;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Doctors who take patients in, and the order of the health card (sundhedsloven §§ 12, 58 and 59). */
@Service
public class HealthCards {

    private static final List<String> ORDERED = List.of(
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
    private final Clock clock;

    HealthCards(CaseFile caseFile, Authorities authorities, Forwardings forwardings, Clock clock) {
        this.caseFile = caseFile;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.clock = clock;
    }

    /** Fetches the doctors of the municipality that are open for new patients; whether there is one. */
    @Transactional
    public boolean findOpenDoctors(CaseReference reference) {
        Map<String, Object> question = new LinkedHashMap<>(caseFile.read(reference, List.of("postalCode")));
        question.put("municipality", caseFile.get(reference).municipality().value());
        if (!(authorities.ask(Authority.HEALTH_INSURANCE, "doctors", question)
                        instanceof AuthorityAnswer.Answered answer)
                || !answer.body().path("practices").isArray()) {
            throw AuthorityUnavailable.notUnderstood(Authority.HEALTH_INSURANCE);
        }
        List<Map<String, Object>> open = new ArrayList<>();
        for (JsonNode practice : answer.body().path("practices")) {
            if (practice.path("open").asBoolean()) {
                open.add(Map.of(
                        "number", practice.path("code").asText(),
                        "name", practice.path("name").asText(),
                        "address", practice.path("address").asText()));
            }
        }
        caseFile.write(reference, Map.of("offeredDoctors", open), Act.bySystem("findOpenDoctors"));
        return !open.isEmpty();
    }

    /**
     * Orders the card.
     *
     * @return {@code ordered}, or {@code doctorClosed} when the chosen doctor takes no more patients
     */
    @Transactional
    public String order(CaseReference reference, String processInstanceId) {
        if (caseFile.read(reference, List.of("healthCardOrderedAt")).containsKey("healthCardOrderedAt")) {
            return "ordered";
        }
        Forwarding forwarding =
                forwardings.open(reference, Authority.HEALTH_INSURANCE, "orderHealthCard", processInstanceId);
        AuthorityAnswer answer = authorities.act(forwarding, "health-cards", request(reference));
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
        caseFile.write(reference, changes, new Act("orderHealthCard", Act.SYSTEM, "doctorClosed"));
        return "doctorClosed";
    }

    private Map<String, Object> request(CaseReference reference) {
        Map<String, Object> request = new LinkedHashMap<>(caseFile.read(reference, ORDERED));
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
                new Act("orderHealthCard", Act.SYSTEM, "ordered"));
        return "ordered";
    }
}
