package dk.ics.intake.complaint;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Deadlines;
import dk.ics.intake.casefile.FormerAnswers;
import dk.ics.intake.letter.Letters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a complaint between its forms. */
@Service
public class Complaints {

    /** How a case ends without a decision of ours. */
    private static final Set<String> NOTHING_DECIDED = Set.of("withdrawn", "duplicate", "deceased");

    static final String COMMENTS = "complaintComments";

    private final CaseFile caseFile;
    private final FormerAnswers formerAnswers;
    private final Deadlines deadlines;
    private final Letters letters;
    private final ComplaintDates dates;
    private final Dossier dossier;

    Complaints(
            CaseFile caseFile,
            FormerAnswers formerAnswers,
            Deadlines deadlines,
            Letters letters,
            ComplaintDates dates,
            Dossier dossier) {
        this.caseFile = caseFile;
        this.formerAnswers = formerAnswers;
        this.deadlines = deadlines;
        this.letters = letters;
        this.dates = dates;
        this.dossier = dossier;
    }

    /** Tells the citizen why the decision stands, and how long there is to comment on it. */
    @Transactional
    public void sendStatement(CaseReference reference) {
        LocalDate due = dates.commentsDue();
        caseFile.write(reference, Map.of("complaintCommentsDue", due), Act.bySystem("sendStatement"));
        deadlines.set(reference, COMMENTS, due);
        letters.send(reference, "sendStatement", Map.of("reasons", text(reference, "complaintReasons"), "due", due));
    }

    /** Puts the documents together that the authority gets. Nobody waits for comments from now on. */
    @Transactional
    public void assembleDossier(CaseReference reference) {
        deadlines.dropOpen(reference, COMMENTS);
        dossier.assemble(reference);
    }

    /** Tells the citizen who has the complaint now. */
    @Transactional
    public void confirmForwarding(CaseReference reference) {
        letters.send(reference, "confirmForwarding", Map.of("authority", text(reference, "complaintSentTo")));
    }

    /** Tells the citizen that the decision is changed. */
    @Transactional
    public void confirmChange(CaseReference reference) {
        Map<String, Object> complaint =
                caseFile.read(reference, List.of("complaintOutcome", "complaintReasons", "complaintAuthorityNote"));
        Object reasons = "changed".equals(complaint.get("complaintOutcome"))
                ? complaint.get("complaintReasons")
                : complaint.get("complaintAuthorityNote");
        letters.send(reference, "confirmChangedDecision", reasons == null ? Map.of() : Map.of("reasons", reasons));
    }

    /**
     * Opens a closed case again for the decision that is changed: what was answered then is put aside. The caller holds
     * the case.
     *
     * @param hasNumber whether a personal number is issued: then nothing before it is begun anew, it is corrected
     * @return what is taken up, or empty if the journal says why nothing is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ComplainedDecision> takeUp(CaseReference reference, boolean hasNumber) {
        ComplainedDecision decision = ComplainedDecision.of(text(reference, "complaintDecision"));
        Act act = new Act("reopenCase", Act.SYSTEM, decision.code());
        Optional<String> hindrance = hindrance(caseFile.get(reference).outcome(), decision, hasNumber);
        if (hindrance.isPresent()) {
            caseFile.journal(reference, act, "Sagen genåbnes ikke: " + hindrance.get());
            return Optional.empty();
        }
        decision.answers().forEach(table -> formerAnswers.putAside(reference, table, act));
        if (caseFile.read(reference, List.of("residenceDocumentNumber")).containsKey("residenceDocumentNumber")) {
            // Granted then and held since: SIRI is not asked again.
            caseFile.write(reference, Map.of("holdsResidenceDocument", true), act);
        }
        caseFile.reopen(reference, act);
        return Optional.of(decision);
    }

    /** Whether the case ended with a decision of ours; null while it is open. */
    static boolean isDecided(@Nullable String outcome) {
        return outcome == null || !NOTHING_DECIDED.contains(outcome);
    }

    private static Optional<String> hindrance(
            @Nullable String outcome, ComplainedDecision decision, boolean hasNumber) {
        if (!isDecided(outcome)) {
            return Optional.of("den er siden afsluttet af en anden grund. Behandl en ny ansøgning");
        }
        if (hasNumber != decision.service().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                hasNumber
                        ? "personnummeret er udstedt. Ret det registrerede med »Rettelse«"
                        : "borgeren har ikke et personnummer. Behandl en ny ansøgning");
    }

    private String text(CaseReference reference, String key) {
        Object text = caseFile.read(reference, List.of(key)).get(key);
        if (text == null) {
            throw new IllegalStateException("No complaint in case " + reference + " has " + key);
        }
        return text.toString();
    }
}
