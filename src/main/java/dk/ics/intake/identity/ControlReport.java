package dk.ics.intake.identity;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Citizen;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.Facts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A control as it was made, for whoever supervises it: what it followed, each answer, and what came of it. */
@Service
public class ControlReport {

    private static final List<String> KEYS = List.of(
            "controlNo",
            "mrz",
            "mrzMissingReason",
            "doubtReason",
            "controlNote",
            "examinedBy",
            "examinedAt",
            "examinationResult",
            "examinationFindings",
            "hearingAnswer",
            "hearingAnswerText",
            "identityDecision",
            "identityDecidedBy",
            "approvalReason",
            "refusalReason");
    private static final Map<String, String> RESULTS = Map.of(
            "approved", "Godkendt",
            "doubt", "Tvivl – sendt til specialist",
            "askNidc", "NIDC spurgt",
            "refusalConsidered", "Afslag overvejes",
            "refused", "Afslag");
    private static final Map<String, String> ANSWERS =
            Map.of("met", "Opfyldt", "notMet", "Ikke opfyldt", "notRelevant", "Ikke relevant");
    private static final Map<String, String> HEARINGS = Map.of(
            "answered", "Borgeren svarede",
            "waived", "Borgeren havde ikke bemærkninger",
            "noAnswer", "Borgeren svarede ikke");

    private final CaseFile caseFile;
    private final Citizen citizen;
    private final Controls controls;

    ControlReport(CaseFile caseFile, Citizen citizen, Controls controls) {
        this.caseFile = caseFile;
        this.citizen = citizen;
        this.controls = controls;
    }

    /** Who and what was controlled, by whom, with which training, and what came of it. */
    @Transactional(readOnly = true)
    public Facts control(CaseReference reference, int number) {
        Facts facts = citizen.facts(reference);
        controls.find(reference, number).ifPresent(made -> {
            facts.add("Kontrolleret af", made.by())
                    .add("Tidspunkt", made.at())
                    .add("Forretningsgang", made.procedure())
                    .add("Uddannelse", training(reference, number))
                    .add("Dokument", document(made.documentType()))
                    .add("Forevist som", presentation(made))
                    .add("Resultat", RESULTS.get(made.result()));
            Map<String, Object> known = caseFile.read(reference, KEYS);
            if (Objects.equals(known.get("controlNo"), number)) {
                facts.add("Maskinlæsbare linjer", known.get("mrz"))
                        .add("Ingen linjer, fordi", known.get("mrzMissingReason"))
                        .add("Bemærkning", known.get("controlNote"));
            }
        });
        return facts;
    }

    /** Each requirement and its answer. */
    @Transactional(readOnly = true)
    public Facts requirements(CaseReference reference, int number) {
        Facts facts = new Facts();
        controls.answers(reference, number)
                .forEach(answer -> facts.add(
                        answer.requirement().label(),
                        ANSWERS.get(answer.answer()) + (answer.reason() == null ? "" : " – " + answer.reason())));
        return facts;
    }

    /** Where document and application differed, and how that was explained. */
    @Transactional(readOnly = true)
    public Facts differences(CaseReference reference, int number) {
        Facts facts = new Facts();
        List<List<String>> found = controls.differences(reference, number);
        found.forEach(difference -> facts.add(
                FirstControl.fieldName(difference.get(0)),
                "»%s« i dokumentet, »%s« i ansøgningen".formatted(difference.get(1), difference.get(2))));
        if (!found.isEmpty()) {
            facts.add(
                    "Forklaring",
                    controls.find(reference, number)
                            .map(Controls.Made::explanation)
                            .orElse("Ikke forklaret: kontrollen endte i tvivl"));
        }
        return facts;
    }

    /** What followed a doubt, if this control ended in one and it is the case's own. */
    @Transactional(readOnly = true)
    public Facts doubt(CaseReference reference, int number) {
        Facts facts = new Facts();
        Map<String, Object> known = caseFile.read(reference, KEYS);
        boolean ended = controls.find(reference, number)
                .filter(made -> made.result().equals("doubt"))
                .isPresent();
        if (!ended || !Objects.equals(known.get("controlNo"), number)) {
            return facts;
        }
        return facts.add("Tvivlen", known.get("doubtReason"))
                .add("Vurderet af", known.get("examinedBy"))
                .add("Tidspunkt", known.get("examinedAt"))
                .add("Vurdering", word(RESULTS, known.get("examinationResult")))
                .add("Begrundelse", known.get("examinationFindings"))
                .add("Høring", word(HEARINGS, known.get("hearingAnswer")))
                .add("Borgerens svar", known.get("hearingAnswerText"))
                .add("Afgørelse", word(RESULTS, known.get("identityDecision")))
                .add("Afgjort af", known.get("identityDecidedBy"))
                .add("Begrundelse for godkendelse", known.get("approvalReason"))
                .add("Begrundelse for afslag", known.get("refusalReason"));
    }

    private @Nullable String training(CaseReference reference, int number) {
        return controls.training(reference, number).stream()
                .map(held -> "%s (gælder til %s)".formatted(held.course(), Facts.danish(held.until())))
                .reduce((one, other) -> one + ", " + other)
                .orElse(null);
    }

    private static @Nullable String document(@Nullable String type) {
        return type == null
                ? null
                : DocumentType.find(type).map(DocumentType::danishName).orElse(type);
    }

    private static @Nullable String presentation(Controls.Made made) {
        if (made.presentation() == null) {
            return null;
        }
        return "photo".equals(made.presentation()) ? "Foto (undtagelse) – " + made.photoReason() : "Originalt dokument";
    }

    private static @Nullable String word(Map<String, String> words, @Nullable Object code) {
        return code == null ? null : words.getOrDefault(code.toString(), code.toString());
    }
}
