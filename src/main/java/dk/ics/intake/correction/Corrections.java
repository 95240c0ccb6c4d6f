package dk.ics.intake.correction;

import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries corrections out. What stood before stays in the case file, beside what stands now. */
@Service
public class Corrections {

    private static final String ACT = "applyCorrection";

    private final CaseFile caseFile;
    private final Proposal proposal;
    private final Letters letters;
    private final JdbcClient jdbc;
    private final Clock clock;

    Corrections(CaseFile caseFile, Proposal proposal, Letters letters, JdbcClient jdbc, Clock clock) {
        this.caseFile = caseFile;
        this.proposal = proposal;
        this.letters = letters;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes the proposed values.
     *
     * @return keys of the fields that were changed
     */
    @Transactional
    public List<String> apply(CaseReference reference) {
        caseFile.lock(reference);
        CorrectionKind kind = proposal.kind(reference);
        List<Proposal.Change> changes = proposal.changes(reference);
        Map<String, Object> request =
                caseFile.read(reference, List.of("correctionReason", "correctedBy", "correctionApprovedBy"));
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        for (Proposal.Change change : changes) {
            keep(reference, kind, change, request);
            written.put(change.field(), change.after());
        }
        caseFile.write(reference, written, new Act(ACT, String.valueOf(request.get("correctedBy")), null));
        return List.copyOf(written.keySet());
    }

    /** Tells the citizen that what was registered has been corrected. */
    @Transactional
    public void confirm(CaseReference reference) {
        letters.send(reference, "confirmCorrection", Map.of());
    }

    /** Tells the citizen that nothing was corrected, and why. */
    @Transactional
    public void refuse(CaseReference reference) {
        letters.send(
                reference,
                "refuseCorrection",
                Map.of(
                        "reason",
                        caseFile.read(reference, List.of("correctionRefusalReason"))
                                .getOrDefault("correctionRefusalReason", "")));
    }

    private void keep(
            CaseReference reference, CorrectionKind kind, Proposal.Change change, Map<String, Object> request) {
        jdbc.sql("""
                        insert into ics.correction (case_reference, field, before, after, needs_second, reason,
                          corrected_by, approved_by, corrected_at)
                        values (:reference, :field, :before, :after, :second, :reason, :by, :approvedBy, :at)
                        """)
                .param("reference", reference.value())
                .param("field", change.field())
                .param("before", text(change.before()))
                .param("after", text(change.after()))
                .param("second", kind.needsSecondPerson())
                .param("reason", request.get("correctionReason"))
                .param("by", request.get("correctedBy"))
                .param("approvedBy", kind.needsSecondPerson() ? request.get("correctionApprovedBy") : null)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
