package dk.ics.intake.registration;

import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.CprNumber;
import dk.ics.intake.casefile.FieldProblem;
import dk.ics.intake.casefile.FormRule;
import dk.ics.intake.casefile.FormSubmission;
import dk.ics.intake.casefile.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** »Registrér personnummer«: the number that the caseworker got in CPR Web, typed by hand and therefore checked. */
@Component
class RecordCprNumberRule implements FormRule {

    private static final List<String> KEYS =
            List.of("birthDate", "sex", "existingNumber", "existingNumberDecision", "registrationDate", "cprNumber");

    private final CaseFile caseFile;
    private final ToRegister toRegister;
    private final Clock clock;
    private final boolean scanner;

    RecordCprNumberRule(
            CaseFile caseFile,
            ToRegister toRegister,
            Clock clock,
            @Value("${ics.demo.scanner:false}") boolean scanner) {
        this.caseFile = caseFile;
        this.toRegister = toRegister;
        this.clock = clock;
        this.scanner = scanner;
    }

    @Override
    public String formId() {
        return "recordCprNumber";
    }

    @Override
    public Map<String, Object> prefill(CaseReference reference) {
        Map<String, Object> known = caseFile.read(reference, KEYS);
        Map<String, Object> shown = new HashMap<>();
        shown.put(
                "facts",
                toRegister
                        .facts(reference)
                        .add("Registreres fra", known.get("registrationDate"))
                        .add("Eksisterende nummer", reused(known).orElse(null))
                        .rows());
        reused(known)
                .or(() -> scanner ? replacement(known) : Optional.empty())
                .ifPresent(number -> shown.put("cprNumber", number));
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        return problems(submission.values(), caseFile.read(submission.reference(), KEYS));
    }

    static List<FieldProblem> problems(Map<String, Object> values, Map<String, Object> known) {
        Problems problems = new Problems(values);
        if (values.get("cprNumber") instanceof String text) {
            Optional<CprNumber> number = Numbers.parse(text);
            problems.when(number.isEmpty(), "cprNumber", Numbers.NO_NUMBER);
            number.ifPresent(read -> problems.when(
                            !read.born().equals(known.get("birthDate")),
                            "cprNumber",
                            "De første seks cifre svarer ikke til borgerens fødselsdato.")
                    .when(
                            known.containsKey("sex") && read.isFemale() != "female".equals(known.get("sex")),
                            "cprNumber",
                            "Sidste ciffer svarer ikke til borgerens køn: lige for kvinder, ulige for mænd.")
                    .when(
                            reused(known)
                                    .filter(existing -> !existing.equals(read.value()))
                                    .isPresent(),
                            "cprNumber",
                            "Borgeren har et nummer i forvejen, og det skal bruges igen."));
        }
        return problems.found();
    }

    @Override
    public Map<String, Object> accept(FormSubmission submission) {
        String number = submission.text("cprNumber");
        return number == null
                ? Map.of()
                : Map.of(
                        "cprNumber", CprNumber.parse(number).value(),
                        "registeredAt", OffsetDateTime.now(clock));
    }

    private static Optional<String> reused(Map<String, Object> known) {
        return "samePerson".equals(known.get("existingNumberDecision"))
                ? Optional.ofNullable((String) known.get("existingNumber"))
                : Optional.empty();
    }

    /** A replacement number (day + 60) with the person's birth date and sex, so that no real number is shown in a demo. */
    private static Optional<String> replacement(Map<String, Object> known) {
        if (!(known.get("birthDate") instanceof LocalDate born)) {
            return Optional.empty();
        }
        String century = born.getYear() < 2000 ? "1" : "4";
        String last = "male".equals(known.get("sex")) ? "1" : "0";
        return Optional.of("%02d%02d%02d%s00%s"
                .formatted(born.getDayOfMonth() + 60, born.getMonthValue(), born.getYear() % 100, century, last));
    }
}
