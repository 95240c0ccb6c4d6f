package dk.ics.intake.correction;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the correction under way would change. */
@Component
class Proposal {

    /** One field, before and after; null is empty. */
    record Change(
            String field, @Nullable Object before, @Nullable Object after) {

        /** Masked: the values are a person's. */
        @Override
        public String toString() {
            return "Change[" + field + "]";
        }
    }

    private final CaseFile caseFile;

    Proposal(CaseFile caseFile) {
        this.caseFile = caseFile;
    }

    CorrectionKind kind(CaseReference reference) {
        return CorrectionKind.of(
                caseFile.read(reference, List.of("correctionKind")).getOrDefault("correctionKind", ""));
    }

    /** The changes as they stand in the case file. */
    List<Change> changes(CaseReference reference) {
        CorrectionKind kind = kind(reference);
        List<String> keys = kind.fields().stream().map(CorrectionKind::proposed).toList();
        return changes(reference, kind, caseFile.read(reference, keys));
    }

    /** The changes that these proposed values would make. */
    List<Change> changes(CaseReference reference, CorrectionKind kind, Map<String, Object> proposed) {
        Map<String, Object> registered = caseFile.read(reference, kind.fields());
        return kind.fields().stream()
                .map(field -> new Change(field, registered.get(field), proposed.get(CorrectionKind.proposed(field))))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /** Clears what an earlier correction proposed. */
    static Map<String, @Nullable Object> nothing() {
        Map<String, @Nullable Object> cleared = new LinkedHashMap<>();
        for (CorrectionKind kind : CorrectionKind.values()) {
            kind.fields().forEach(field -> cleared.put(CorrectionKind.proposed(field), null));
        }
        List.of(
                        "correctionEvidence",
                        "correctionRefusalReason",
                        "correctedBy",
                        "correctionApprovalNote",
                        "correctionApprovedBy")
                .forEach(key -> cleared.put(key, null));
        return cleared;
    }
}
