package dk.ics.intake.tax;

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
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forwards form 04.063 to Skattestyrelsen and takes its receipt. */
@Service
public class TaxApplications {

    static final String STEP = "forwardTaxApplication";
    private static final List<String> FORWARDED = List.of(
            "familyName",
            "givenNames",
            "sex",
            "birthDate",
            "birthPlace",
            "citizenship",
            "identityDocumentType",
            "identityDocumentState",
            "identityDocumentNumber",
            "identityDocumentExpiry",
            "maritalStatus",
            "addressLine",
            "postalCode",
            "city",
            "coName",
            "employer",
            "jobStart",
            "weeklyHours");

    private final CaseFile caseFile;
    private final TaxPapers papers;
    private final Authorities authorities;
    private final Forwardings forwardings;
    private final Replies replies;
    private final Patience patience;
    private final Clock clock;

    TaxApplications(
            CaseFile caseFile,
            TaxPapers papers,
            Authorities authorities,
            Forwardings forwardings,
            Replies replies,
            Patience patience,
            Clock clock) {
        this.caseFile = caseFile;
        this.papers = papers;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.replies = replies;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Sends the application with its papers; it is forwarded only when Skattestyrelsen's receipt says so.
     *
     * @param byHandPossible whether a caseworker can send it instead; otherwise silence is an exception however long
     * @return whether it was sent; if not, a caseworker sends it
     */
    @Transactional
    public boolean forward(CaseReference reference, String processInstanceId, boolean byHandPossible) {
        return byHandPossible
                ? patience.orByHand(
                                reference, Authority.SKATTESTYRELSEN, STEP, () -> forward(reference, processInstanceId))
                        .orElse(false)
                : forward(reference, processInstanceId);
    }

    private boolean forward(CaseReference reference, String processInstanceId) {
        if (isAccepted(reference) || forwardings.takeOver(reference, STEP, processInstanceId)) {
            return true;
        }
        Forwarding forwarding = forwardings.open(reference, Authority.SKATTESTYRELSEN, STEP, processInstanceId);
        Map<String, Object> request = new LinkedHashMap<>(caseFile.read(reference, FORWARDED));
        request.put("forwardingId", forwarding.id());
        List<Map<String, Object>> files = papers.files(reference);
        request.put("documents", files);
        if (authorities.act(forwarding, "applications", request) instanceof AuthorityAnswer.Refused) {
            throw AuthorityUnavailable.notUnderstood(Authority.SKATTESTYRELSEN);
        }
        forwardings.reached(forwarding, Forwarding.State.SENT);
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        changes.put("taxForwardedAt", OffsetDateTime.now(clock));
        changes.put("taxReceiptNumber", null);
        changes.put("taxRejection", null);
        caseFile.write(reference, changes, Act.bySystem(STEP));
        caseFile.journal(
                reference,
                Act.bySystem(STEP),
                TaxPapers.sent(files.stream()
                        .map(file -> String.valueOf(file.get("type")))
                        .toList()));
        return true;
    }

    /** The receipt if it is there: {@code accepted}, {@code rejected}, or {@code none}. */
    @Transactional
    public String lookFor(CaseReference reference) {
        return isAccepted(reference)
                ? "accepted"
                : replies.lookFor(reference, STEP, receipt -> take(reference, receipt));
    }

    /** Skattestyrelsen has it already, forwarded from the municipality the case came from. */
    private boolean isAccepted(CaseReference reference) {
        return caseFile.read(reference, List.of("taxReceiptNumber")).containsKey("taxReceiptNumber");
    }

    /** Writes the receipt to the case file: {@code accepted} or {@code rejected}. */
    @Transactional
    public Optional<String> take(CaseReference reference, Receipt receipt) {
        String code = receipt.content().path("code").asText();
        if (receipt.kind() == ReceiptKind.ACCEPTERET) {
            String number = receipt.content().path("number").asText();
            caseFile.write(
                    reference,
                    Map.of("taxReceiptNumber", number.matches("[A-Za-z0-9.-]{1,40}") ? number : receipt.receiptId()),
                    new Act(STEP, Act.SYSTEM, "accepted"));
            return Optional.of("accepted");
        }
        caseFile.write(
                reference,
                Map.of("taxRejection", rejection(receipt.kind(), code)),
                new Act(STEP, Act.SYSTEM, "rejected"));
        return Optional.of("rejected");
    }

    private static String rejection(ReceiptKind kind, String code) {
        if (kind == ReceiptKind.FEJLET) {
            return "Ansøgningen nåede ikke frem til Skattestyrelsen.";
        }
        return code.equals("ATTACHMENT_MISSING")
                ? "Et bilag mangler eller kan ikke læses."
                : "Skattestyrelsen har afvist ansøgningen"
                        + (code.matches("[A-Za-z0-9_.-]{1,40}") ? " med kode " + code + "." : ".");
    }
}
