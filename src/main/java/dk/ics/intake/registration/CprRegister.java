package dk.ics.intake.registration;

import com.fasterxml.jackson.databind.JsonNode;
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
import dk.ics.intake.casefile.CprNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The CPR register: whether the citizen has a number already, and the registration of the move (CPR-loven § 16). */
@Service
public class CprRegister {

    /** A caseworker does it in CPR Web. */
    public static final String BY_HAND = "byHand";

    /** What a search has come to. */
    public enum Search {
        FOUND,
        NOTHING,
        /** A caseworker searches in CPR Web. */
        BY_HAND
    }

    static final String STEP = "registerInCpr";

    private static final String SEARCH_STEP = "searchExistingNumber";
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
    private final Patience patience;
    private final RegisteredPersons persons;
    private final Clock clock;

    CprRegister(
            CaseFile caseFile,
            Authorities authorities,
            Forwardings forwardings,
            Patience patience,
            RegisteredPersons persons,
            Clock clock) {
        this.caseFile = caseFile;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.patience = patience;
        this.persons = persons;
        this.clock = clock;
    }

    /** Whether the application itself speaks with CPR; otherwise a caseworker does, in CPR Web. */
    public boolean isConnected() {
        return authorities.isConnected(Authority.CPR);
    }

    /**
     * Searches for a number the citizen already has: the stated one, also if it is an earlier or an administrative one,
     * then by identity document, name and birth date, and in our own cases. What is found stands in the case file as the
     * number a person must confirm.
     *
     * @param byHandPossible whether a caseworker can search instead; otherwise silence is an exception however long
     */
    @Transactional
    public Search search(CaseReference reference, boolean byHandPossible) {
        return byHandPossible
                ? patience.orByHand(reference, Authority.CPR, SEARCH_STEP, () -> search(reference))
                        .orElse(Search.BY_HAND)
                : search(reference);
    }

    private Search search(CaseReference reference) {
        Optional<Known> found = known(reference).findFirst();
        found(reference, found.orElse(null), SEARCH_STEP);
        return found.isPresent() ? Search.FOUND : Search.NOTHING;
    }

    /** A number and the name that goes with it, if the register says one. */
    private record Known(String number, @Nullable String name) {}

    private Stream<Known> known(CaseReference reference) {
        Optional<Known> inCpr = findNumber(reference, "search", caseFile.read(reference, SEARCHED))
                .map(answer -> new Known(number(answer), answer.path("name").asText(null)));
        Optional<Known> inOurCases = persons.numberInAnotherCase(reference).map(number -> new Known(number, null));
        return Stream.of(inCpr, inOurCases).flatMap(Optional::stream);
    }

    private void found(CaseReference reference, @Nullable Known found, String step) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("existingNumber", found == null ? null : found.number());
        changes.put("existingNumberName", found == null ? null : found.name());
        changes.put("existingNumberDecision", null);
        caseFile.write(reference, changes, new Act(step, Act.SYSTEM, found == null ? "notFound" : "found"));
    }

    /**
     * Registers the citizen, under the confirmed existing number if there is one. A number that was issued before, in a
     * try whose answer got lost, is found and taken; a case that has a number gets no second one, and neither does a
     * person who has one in another case.
     *
     * @param byHandPossible whether the case knows what to do with a number found now, and a caseworker can register
     *     instead; otherwise silence is an exception however long
     * @return {@code accepted}; {@code rejected}, with CPR's reason in the case file; {@code numberFound}, to be
     *     confirmed by a person; or {@link #BY_HAND}
     */
    @Transactional
    public String register(CaseReference reference, String processInstanceId, boolean byHandPossible) {
        if (caseFile.read(reference, List.of("cprNumber")).containsKey("cprNumber")) {
            return "accepted";
        }
        return byHandPossible
                ? patience.orByHand(reference, Authority.CPR, STEP, () -> registerPerson(reference, processInstanceId))
                        .orElse(BY_HAND)
                : registerCase(reference, processInstanceId);
    }

    private String registerCase(CaseReference reference, String processInstanceId) {
        Forwarding forwarding = forwardings.open(reference, Authority.CPR, STEP, processInstanceId);
        return register(reference, forwarding, issued(forwarding));
    }

    private String registerPerson(CaseReference reference, String processInstanceId) {
        Forwarding forwarding = forwardings.open(reference, Authority.CPR, STEP, processInstanceId);
        if (caseFile.read(reference, List.of("birthDate")).get("birthDate") instanceof LocalDate born) {
            persons.waitForOthersBornOn(born);
        }
        Optional<JsonNode> issued = issued(forwarding);
        Optional<Known> undecided = issued.isPresent() ? Optional.empty() : undecided(reference);
        if (undecided.isPresent()) {
            forwardings.reached(forwarding, Forwarding.State.ANSWERED);
            found(reference, undecided.get(), STEP);
            return "numberFound";
        }
        return register(reference, forwarding, issued);
    }

    /** A number that nobody has said yet whose it is; none if the citizen keeps one. */
    private Optional<Known> undecided(CaseReference reference) {
        ExistingNumber decided = ExistingNumber.of(caseFile.read(reference, ExistingNumber.KEYS));
        return decided.kept().isPresent()
                ? Optional.empty()
                : known(reference)
                        .filter(known -> !decided.isDecided(known.number()))
                        .findFirst();
    }

    private Optional<JsonNode> issued(Forwarding forwarding) {
        return findNumber(forwarding.reference(), "lookup", Map.of("key", forwarding.idempotencyKey()));
    }

    private String register(CaseReference reference, Forwarding forwarding, Optional<JsonNode> issued) {
        AuthorityAnswer answer = issued.isPresent()
                ? new AuthorityAnswer.Answered(issued.get())
                : authorities.act(forwarding, "registrations", request(reference));
        forwardings.reached(forwarding, Forwarding.State.ANSWERED);
        if (answer instanceof AuthorityAnswer.Answered answered) {
            accepted(reference, number(answered.body()));
            return "accepted";
        }
        rejected(reference, ((AuthorityAnswer.Refused) answer).code());
        return "rejected";
    }

    /**
     * Whether the citizen has a number, also one whose answer got lost: CPR is asked what became of the attempt. The
     * caller holds the case, so that no attempt runs meanwhile.
     */
    @Transactional
    public boolean hasNumber(CaseReference reference) {
        if (caseFile.read(reference, List.of("cprNumber")).containsKey("cprNumber")) {
            return true;
        }
        Optional<Forwarding> lost = forwardings
                .lockLatest(reference, STEP)
                .filter(attempt -> attempt.state() == Forwarding.State.PREPARED && attempt.mayHaveArrived());
        if (lost.isEmpty()) {
            return false;
        }
        Optional<JsonNode> issued =
                findNumber(reference, "lookup", Map.of("key", lost.get().idempotencyKey()));
        issued.ifPresent(answer -> {
            forwardings.reached(lost.get(), Forwarding.State.ANSWERED);
            accepted(reference, number(answer));
        });
        return issued.isPresent();
    }

    private Map<String, Object> request(CaseReference reference) {
        Map<String, Object> request = new LinkedHashMap<>(caseFile.read(reference, REGISTERED));
        request.put("municipality", caseFile.get(reference).municipality().value());
        confirmedNumber(reference).ifPresent(number -> request.put("personalNumber", number));
        return request;
    }

    private Optional<String> confirmedNumber(CaseReference reference) {
        return ExistingNumber.of(caseFile.read(reference, ExistingNumber.KEYS)).kept();
    }

    private void accepted(CaseReference reference, String number) {
        Optional<String> confirmed = confirmedNumber(reference);
        if (confirmed.isPresent() && !confirmed.get().equals(number)) {
            throw AuthorityUnavailable.notUnderstood(Authority.CPR);
        }
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("cprNumber", number);
        changes.put("cprRejection", null);
        changes.put("registeredAt", OffsetDateTime.now(clock));
        caseFile.write(reference, changes, new Act(STEP, Act.SYSTEM, "accepted"));
    }

    private void rejected(CaseReference reference, String code) {
        String reason = switch (code) {
            case "5404" -> "Kode 5404: Nøgleoplysningerne er ændret i CPR, siden der blev søgt. Søg igen.";
            case "5" -> "Kode 5: Myndigheden må ikke foretage hændelsen.";
            case "184" -> "Kode 184: Myndigheden har ikke adgang til personen.";
            default -> "CPR svarede med kode " + code + ".";
        };
        caseFile.write(reference, Map.of("cprRejection", reason), new Act(STEP, Act.SYSTEM, "rejected"));
    }

    private Optional<JsonNode> findNumber(CaseReference reference, String operation, Map<String, Object> question) {
        if (authorities.ask(reference, Authority.CPR, operation, question) instanceof AuthorityAnswer.Answered answered
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
