package dk.ics.intake.registration;

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
import dk.ics.intake.casefile.CprNumber;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The CPR register: whether the citizen has a number already, and the registration of the move (CPR-loven § 16). */
@Service
public class CprRegister {

    private static final List<String> SEARCHED = List.of(
            "familyName",
            "givenNames",
            "sex",
            "birthDate",
            "citizenship",
            "identityDocumentState",
            "identityDocumentNumber",
            "danishPersonalNumber");

    /** CPR-loven § 20. */
    private static final List<String> REGISTERED = List.of(
            "familyName",
            "givenNames",
            "sex",
            "birthDate",
            "birthPlace",
            "birthCountry",
            "citizenship",
            "identityDocumentType",
            "identityDocumentState",
            "identityDocumentNumber",
            "foreignPersonalNumber",
            "previousAddress",
            "previousCountry",
            "addressLine",
            "postalCode",
            "city",
            "coName",
            "maritalStatus",
            "maritalStatusDate",
            "maritalStatusAuthority",
            "churchMember",
            "relatives",
            "registrationDate",
            "residenceDocumentNumber");

    private final CaseFile caseFile;
    private final Authorities authorities;
    private final Forwardings forwardings;
    private final Clock clock;

    CprRegister(CaseFile caseFile, Authorities authorities, Forwardings forwardings, Clock clock) {
        this.caseFile = caseFile;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.clock = clock;
    }

    /** Whether the application itself speaks with CPR; otherwise a caseworker does, in CPR Web. */
    public boolean isConnected() {
        return authorities.isConnected(Authority.CPR);
    }

    /**
     * Searches for a number the citizen already has, also under earlier numbers. What is found stands in the case file
     * as the number a person must confirm.
     */
    @Transactional
    public boolean search(CaseReference reference) {
        Optional<JsonNode> found = findNumber("search", caseFile.read(reference, SEARCHED));
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("existingNumber", found.map(this::number).orElse(null));
        changes.put(
                "existingNumberName",
                found.map(answer -> answer.path("name").asText(null)).orElse(null));
        caseFile.write(
                reference,
                changes,
                new Act("searchExistingNumber", Act.SYSTEM, found.isPresent() ? "found" : "notFound"));
        return found.isPresent();
    }

    /**
     * Registers the citizen, under the confirmed existing number if there is one. A number that was issued before, in a
     * try whose answer got lost, is found and taken; a case that has a number gets no second one.
     *
     * @return whether CPR accepted; its reason not to is in the case file
     */
    @Transactional
    public boolean register(CaseReference reference, String processInstanceId) {
        if (caseFile.read(reference, List.of("cprNumber")).containsKey("cprNumber")) {
            return true;
        }
        Forwarding forwarding = forwardings.open(reference, Authority.CPR, "registerInCpr", processInstanceId);
        Optional<JsonNode> issued = findNumber("lookup", Map.of("key", forwarding.idempotencyKey()));
        AuthorityAnswer answer = issued.isPresent()
                ? new AuthorityAnswer.Answered(issued.get())
                : authorities.act(forwarding, "registrations", request(reference));
        forwardings.reached(forwarding, Forwarding.State.ANSWERED);
        if (answer instanceof AuthorityAnswer.Answered answered) {
            accepted(reference, number(answered.body()));
            return true;
        }
        rejected(reference, ((AuthorityAnswer.Refused) answer).code());
        return false;
    }

    private Map<String, Object> request(CaseReference reference) {
        Map<String, Object> request = new LinkedHashMap<>(caseFile.read(reference, REGISTERED));
        request.put("municipality", caseFile.get(reference).municipality().value());
        confirmedNumber(reference).ifPresent(number -> request.put("personalNumber", number));
        return request;
    }

    private Optional<Object> confirmedNumber(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, List.of("existingNumber", "existingNumberDecision"));
        return "samePerson".equals(known.get("existingNumberDecision"))
                ? Optional.ofNullable(known.get("existingNumber"))
                : Optional.empty();
    }

    private void accepted(CaseReference reference, String number) {
        Optional<Object> confirmed = confirmedNumber(reference);
        if (confirmed.isPresent() && !confirmed.get().equals(number)) {
            throw AuthorityUnavailable.notUnderstood(Authority.CPR);
        }
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("cprNumber", number);
        changes.put("cprRejection", null);
        changes.put("registeredAt", OffsetDateTime.now(clock));
        caseFile.write(reference, changes, new Act("registerInCpr", Act.SYSTEM, "accepted"));
    }

    private void rejected(CaseReference reference, String code) {
        String reason = switch (code) {
            case "5404" -> "Kode 5404: Nøgleoplysningerne er ændret i CPR, siden der blev søgt. Søg igen.";
            case "5" -> "Kode 5: Myndigheden må ikke foretage hændelsen.";
            case "184" -> "Kode 184: Myndigheden har ikke adgang til personen.";
            default -> "CPR svarede med kode " + code + ".";
        };
        caseFile.write(reference, Map.of("cprRejection", reason), new Act("registerInCpr", Act.SYSTEM, "rejected"));
    }

    private Optional<JsonNode> findNumber(String operation, Map<String, Object> question) {
        if (authorities.ask(Authority.CPR, operation, question) instanceof AuthorityAnswer.Answered answered
                && answered.body().path("found").isBoolean()) {
            return answered.body().path("found").asBoolean() ? Optional.of(answered.body()) : Optional.empty();
        }
        throw AuthorityUnavailable.notUnderstood(Authority.CPR);
    }

    private String number(JsonNode answer) {
        try {
            return new CprNumber(answer.path("personalNumber").asText()).value();
        } catch (IllegalArgumentException notANumber) {
            throw AuthorityUnavailable.notUnderstood(Authority.CPR);
        }
    }
}
