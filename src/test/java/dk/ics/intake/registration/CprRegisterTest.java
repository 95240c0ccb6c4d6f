package dk.ics.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.AuthorityUnavailable;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.CprNumber;
import dk.ics.intake.simulator.Arrival;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import dk.ics.intake.simulator.Books;
import dk.ics.intake.simulator.Population;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class CprRegisterTest {

    @Autowired
    CprRegister cprRegister;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Behaviours behaviours;

    @Autowired
    Books books;

    @Autowired
    Population population;

    private CaseReference reference;

    @BeforeEach
    void openCase() {
        reference = TestCases.euWorker(caseFile);
        TestCases.decideRegistration(caseFile, reference);
    }

    @AfterEach
    void allGoesWell() {
        behaviours.clear();
    }

    @Test
    void a_new_citizen_gets_one_number_that_fits() {
        assertThat(cprRegister.search(reference, true)).isEqualTo(CprRegister.Search.NOTHING);
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");

        CprNumber number = new CprNumber((String) read("cprNumber"));
        assertThat(number.isReplacement()).as("no plausible real number").isTrue();
        assertThat(number.born()).isEqualTo(LocalDate.of(1991, 5, 17));
        assertThat(number.isFemale()).isTrue();
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");
        assertThat(registrations()).hasSize(1);
    }

    @Test
    void a_number_stated_under_an_earlier_one_is_found_and_used_again() {
        addToRegister("7705919998", List.of("7705919996"));
        caseFile.write(reference, Map.of("danishPersonalNumber", "7705919996"), Act.bySystem("test"));

        assertThat(cprRegister.search(reference, true)).isEqualTo(CprRegister.Search.FOUND);
        assertThat(read("existingNumber")).isEqualTo("7705919998");
        assertThat(read("existingNumberName")).isEqualTo("Bożena " + read("familyName"));

        caseFile.write(reference, Map.of("existingNumberDecision", "samePerson"), Act.bySystem("test"));
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");
        assertThat(read("cprNumber")).isEqualTo("7705919998");
    }

    @Test
    void a_number_that_was_given_in_an_earlier_case_is_the_same_in_the_next() {
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");
        String first = (String) read("cprNumber");
        long issued = books.issuedOf("personalNumber");

        reference = TestCases.euWorker(caseFile);
        TestCases.decideRegistration(caseFile, reference);
        caseFile.write(reference, Map.of("danishPersonalNumber", first), Act.bySystem("test"));
        assertThat(cprRegister.search(reference, true)).isEqualTo(CprRegister.Search.FOUND);
        caseFile.write(reference, Map.of("existingNumberDecision", "samePerson"), Act.bySystem("test"));
        behaviours.next("cpr", "registrations", Behaviour.of(Behaviour.Kind.DROP_AFTER_ACTING));
        assertThatThrownBy(() -> cprRegister.register(reference, "instance", true))
                .isInstanceOf(AuthorityUnavailable.class);
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");

        assertThat(read("cprNumber")).isEqualTo(first);
        assertThat(registrations()).as("the lost answer was looked up").hasSize(1);
        assertThat(books.issuedOf("personalNumber")).isEqualTo(issued);
    }

    @Test
    void a_search_that_finds_nothing_clears_what_an_earlier_one_found() {
        caseFile.write(reference, Map.of("existingNumber", "7705919994"), Act.bySystem("test"));
        assertThat(cprRegister.search(reference, true)).isEqualTo(CprRegister.Search.NOTHING);
        assertThat(caseFile.read(reference, List.of("existingNumber"))).isEmpty();
    }

    @Test
    void when_the_answer_is_lost_the_next_try_finds_the_number() {
        behaviours.next("cpr", "registrations", Behaviour.of(Behaviour.Kind.DROP_AFTER_ACTING));

        assertThatThrownBy(() -> cprRegister.register(reference, "instance", true))
                .isInstanceOf(AuthorityUnavailable.class);
        assertThat(caseFile.read(reference, List.of("cprNumber"))).isEmpty();
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");

        assertThat(read("cprNumber"))
                .isEqualTo(books.issued("personalNumber", reference.value() + "/registerInCpr/1")
                        .orElseThrow());
        assertThat(registrations()).hasSize(1);
        assertThat(population.withDocument("POL", (String) read("identityDocumentNumber")))
                .isEqualTo(1);
    }

    @Test
    void a_try_that_never_arrived_is_repeated_under_the_same_key() {
        behaviours.next("cpr", "registrations", Behaviour.of(Behaviour.Kind.DROP));

        assertThatThrownBy(() -> cprRegister.register(reference, "instance", true))
                .isInstanceOf(AuthorityUnavailable.class);
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");

        assertThat(registrations())
                .extracting(Arrival::idempotencyKey)
                .containsExactly(reference.value() + "/registerInCpr/1", reference.value() + "/registerInCpr/1");
    }

    @Test
    void a_rejection_is_an_outcome_with_a_reason_and_the_next_decision_a_new_attempt() {
        behaviours.next("cpr", "registrations", Behaviour.refuse("5404"));

        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("rejected");
        assertThat((String) read("cprRejection")).startsWith("Kode 5404:");
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");

        assertThat(caseFile.read(reference, List.of("cprRejection"))).isEmpty();
        assertThat(registrations())
                .extracting(Arrival::idempotencyKey)
                .containsExactly(reference.value() + "/registerInCpr/1", reference.value() + "/registerInCpr/2");
    }

    @Test
    void a_person_the_register_knows_gets_no_second_number() {
        addToRegister("7705919990", List.of());
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("numberFound");
        assertThat(population.withDocument("POL", (String) read("identityDocumentNumber")))
                .isEqualTo(1);
    }

    @Test
    void what_a_person_has_said_belongs_to_somebody_else_is_not_asked_again() {
        addToRegister("7705919988", List.of());
        caseFile.write(
                reference,
                Map.of(
                        "existingNumber", "7705919988",
                        "existingNumberDecision", "otherPerson",
                        "identityDocumentNumber", "OTHER" + reference.value()),
                Act.bySystem("test"));

        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");
        assertThat(read("cprNumber")).isNotEqualTo("7705919988");
    }

    /** A renewed passport: no document tells that it is the same person. */
    @Test
    void the_same_person_in_two_cases_at_once_gets_one_number() throws Exception {
        CaseReference first = reference;
        CaseReference second = TestCases.euWorker(caseFile);
        TestCases.decideRegistration(caseFile, second);
        caseFile.write(second, Map.of("familyName", read("familyName")), Act.bySystem("test"));
        behaviours.next("cpr", "registrations", Behaviour.delay(700));
        long issued = books.issuedOf("personalNumber");

        List<String> answers;
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> registrations = List.of(
                    () -> cprRegister.register(first, "one", true), () -> cprRegister.register(second, "other", true));
            answers = both.invokeAll(registrations).stream()
                    .map(CprRegisterTest::result)
                    .sorted()
                    .toList();
        } finally {
            both.shutdown();
        }

        assertThat(answers).containsExactly("accepted", "numberFound");
        assertThat(books.issuedOf("personalNumber")).isEqualTo(issued + 1);
        CaseReference later = caseFile.read(first, List.of("cprNumber")).isEmpty() ? first : second;
        caseFile.write(later, Map.of("existingNumberDecision", "samePerson"), Act.bySystem("test"));
        assertThat(cprRegister.register(later, "later", true)).isEqualTo("accepted");
        assertThat(caseFile.read(first, List.of("cprNumber"))).isEqualTo(caseFile.read(second, List.of("cprNumber")));
        assertThat(books.issuedOf("personalNumber")).isEqualTo(issued + 1);
    }

    /** CPR answers late, but the first case already knows. */
    @Test
    void a_number_of_one_of_our_own_cases_is_found_although_cpr_does_not() {
        assertThat(cprRegister.register(reference, "instance", true)).isEqualTo("accepted");
        String number = (String) read("cprNumber");
        CaseReference second = TestCases.euWorker(caseFile);
        caseFile.write(
                second,
                Map.of(
                        "familyName",
                        read("familyName").toString().toUpperCase(Locale.ROOT),
                        "givenNames",
                        "Bożena Elżbieta"),
                Act.bySystem("test"));

        assertThat(cprRegister.search(second, true)).isEqualTo(CprRegister.Search.FOUND);
        assertThat(caseFile.read(second, List.of("existingNumber"))).containsEntry("existingNumber", number);
    }

    @Test
    void an_error_that_repeats_the_person_leaves_no_trace_of_it() {
        behaviours.next("cpr", "search", Behaviour.of(Behaviour.Kind.FAIL));
        assertThatThrownBy(() -> cprRegister.search(reference, true))
                .isInstanceOf(AuthorityUnavailable.class)
                .hasMessage("cpr: status 500")
                .hasNoCause();
    }

    private void addToRegister(String number, List<String> previousNumbers) {
        population.add(
                new Population.Resident(
                        number, (String) read("familyName"), "Bożena", LocalDate.of(1991, 5, 17), "POL", (String)
                                read("identityDocumentNumber")),
                previousNumbers);
    }

    private List<Arrival> registrations() {
        return books.arrivals("cpr").stream()
                .filter(arrival -> arrival.operation().equals("registrations"))
                .filter(arrival -> String.valueOf(arrival.idempotencyKey()).startsWith(reference.value()))
                .toList();
    }

    private static String result(Future<String> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Object read(String key) {
        return Objects.requireNonNull(caseFile.read(reference, List.of(key)).get(key));
    }
}
