package dk.ics.intake.identity;

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
import dk.ics.intake.time.DanishCalendar;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks Nationalt ID-center about a document and takes its statement, which decides nothing but informs the one who does
 * (nidc.dk, »Dokumentundersøgelser«).
 */
@Service
public class NidcReferrals {

    static final String TABLE = "nidc";
    static final String STEP = "referToNidc";
    private static final List<String> HOLDER_AND_DOCUMENT = List.of(
            "familyName",
            "givenNames",
            "identityDocumentType",
            "identityDocumentState",
            "identityDocumentNumber",
            "nidcQuestion",
            "nidcMaterial");

    private final CaseFile caseFile;
    private final NidcPapers papers;
    private final Authorities authorities;
    private final Forwardings forwardings;
    private final Replies replies;
    private final Patience patience;
    private final DanishCalendar calendar;
    private final Clock clock;

    NidcReferrals(
            CaseFile caseFile,
            NidcPapers papers,
            Authorities authorities,
            Forwardings forwardings,
            Replies replies,
            Patience patience,
            DanishCalendar calendar,
            Clock clock) {
        this.caseFile = caseFile;
        this.papers = papers;
        this.authorities = authorities;
        this.forwardings = forwardings;
        this.replies = replies;
        this.patience = patience;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @return whether NIDC has the question; if not, a specialist sends it */
    @Transactional
    public boolean refer(CaseReference reference, String processInstanceId) {
        return patience.orByHand(reference, Authority.NIDC, STEP, () -> send(reference, processInstanceId))
                .orElse(false);
    }

    private boolean send(CaseReference reference, String processInstanceId) {
        if (forwardings.takeOver(reference, STEP, processInstanceId)) {
            return true;
        }
        Forwarding forwarding = forwardings.open(reference, Authority.NIDC, STEP, processInstanceId);
        Map<String, Object> request = new LinkedHashMap<>(caseFile.read(reference, HOLDER_AND_DOCUMENT));
        request.put("question", request.remove("nidcQuestion"));
        request.put("material", request.remove("nidcMaterial"));
        request.put("requesterCaseNumber", reference.value());
        request.put("forwardingId", forwarding.id());
        request.put("documents", papers.files(reference));
        if (authorities.act(forwarding, "referrals", request) instanceof AuthorityAnswer.Refused) {
            throw AuthorityUnavailable.notUnderstood(Authority.NIDC);
        }
        forwardings.reached(forwarding, Forwarding.State.SENT);
        caseFile.write(reference, sent(reference), Act.bySystem(STEP));
        caseFile.journal(reference, Act.bySystem(STEP), papers.sent(reference));
        return true;
    }

    /** What is known of a question from the moment NIDC has it: when, and about which document. */
    Map<String, Object> sent(CaseReference reference) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("nidcForwardedAt", OffsetDateTime.now(clock));
        Object number =
                caseFile.read(reference, List.of("identityDocumentNumber")).get("identityDocumentNumber");
        if (number != null) {
            sent.put("nidcDocumentNumber", number);
        }
        return sent;
    }

    /** NIDC's answer if it is there: {@code answered} or {@code declined}; otherwise as {@link Replies} says. */
    @Transactional
    public String lookFor(CaseReference reference) {
        return replies.lookFor(reference, STEP, receipt -> take(reference, receipt));
    }

    /**
     * Writes the statement to the case file.
     *
     * @return {@code answered}, or {@code declined} if NIDC has not examined the document; empty if the receipt says
     *     neither, so that NIDC has to be asked
     */
    @Transactional
    public Optional<String> take(CaseReference reference, Receipt receipt) {
        if (receipt.kind() != ReceiptKind.ACCEPTERET) {
            return Optional.of(write(
                    reference,
                    "declined",
                    Map.of(
                            "nidcResult", "declined",
                            "nidcAnsweredOn", calendar.today(),
                            "nidcFinding", refusal(receipt))));
        }
        JsonNode content = receipt.content();
        Optional<NidcStatement> statement = NidcStatement.read(content);
        if (statement.isEmpty()) {
            caseFile.journal(reference, Act.bySystem(STEP), "NIDC's svar kunne ikke læses. Spørg NIDC");
            return Optional.empty();
        }
        return Optional.of(write(reference, "answered", statement.get().fields()));
    }

    private String write(CaseReference reference, String answer, Map<String, Object> fields) {
        Map<String, Object> changes = new HashMap<>(fields);
        changes.put("nidcRecordedBy", Act.SYSTEM);
        caseFile.write(reference, changes, new Act(STEP, Act.SYSTEM, answer));
        return answer;
    }

    private static String refusal(Receipt receipt) {
        if (receipt.kind() == ReceiptKind.FEJLET) {
            return "Spørgsmålet nåede ikke frem til NIDC.";
        }
        String code = receipt.content().path("code").asText();
        return "NIDC har ikke taget imod spørgsmålet"
                + (code.matches("[A-Za-z0-9_.-]{1,40}") ? " (kode " + code + ")." : ".");
    }
}
