package dk.ics.intake.registration;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.ByHand;
import dk.ics.intake.casefile.Act;
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
    private final RegisteredPersons persons;
    private final ByHand byHand;
    private final Clock clock;
    private final boolean scanner;

    RecordCprNumberRule(
            CaseFile caseFile,
            ToRegister toRegister,
            RegisteredPersons persons,
            ByHand byHand,
            Clock clock,
            @Value("${ics.demo.scanner:false}") boolean scanner) {
        this.caseFile = caseFile;
        this.toRegister = toRegister;
        this.persons = persons;
        this.byHand = byHand;
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
                        .add("Bemærk", byHand.warning(reference, Authority.CPR, CprRegister.STEP))
                        .add("Registreres fra", known.get("registrationDate"))
                        .addNumber("Eksisterende nummer", reused(known).orElse(null))
                        .addNumber(
                                "Nummer i en anden sag her",
                                persons.numberInAnotherCase(reference).orElse(null))
                        .rows());
        reused(known)
                .or(() -> scanner ? replacement(known) : Optional.empty())
                .ifPresent(number -> shown.put("cprNumber", number));
        return shown;
    }

    @Override
    public List<FieldProblem> check(FormSubmission submission) {
        Map<String, Object> known = caseFile.read(submission.reference(), KEYS);
        List<FieldProblem> problems = problems(submission.values(), known);
        return problems.isEmpty() ? secondNumber(submission, known) : problems;
    }

    /** Nobody gets two numbers: not even when two caseworkers type at the same time. */
    private List<FieldProblem> secondNumber(FormSubmission submission, Map<String, Object> known) {
        String typed = submission.text("cprNumber");
        if (typed == null || reused(known).isPresent() || !(known.get("birthDate") instanceof LocalDate born)) {
            return List.of();
        }
        persons.waitForOthersBornOn(born);
        return persons.numberInAnotherCase(submission.reference())
                .filter(other -> !other.equals(CprNumber.parse(typed).value()))
                .filter(other -> !ExistingNumber.of(known).isDecided(other))
                .map(other -> List.of(new FieldProblem(
                        "cprNumber", "Borgeren har et nummer i en anden sag her, og det skal bruges igen.")))
                .orElse(List.of());
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
        byHand.done(submission.reference(), CprRegister.STEP);
        Map<String, Object> effects = new HashMap<>(Map.of("byHand", false));
        String number = submission.text("cprNumber");
        if (number != null) {
            effects.put("cprNumber", CprNumber.parse(number).value());
            effects.put("registeredAt", OffsetDateTime.now(clock));
            if (ExistingNumber.hint(number) != null) {
                caseFile.journal(
                        submission.reference(),
                        new Act(formId(), submission.userId(), "withoutModulus11"),
                        "Nummeret opfylder ikke modulus 11. Det er gyldigt alligevel");
            }
        }
        return effects;
    }

    private static Optional<String> reused(Map<String, Object> known) {
        return ExistingNumber.of(known).kept();
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
