package dk.ics.intake.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.municipality.Municipalities;
import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.time.DanishCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntakeTest
class CaseFileTest {

    private static final Act ACT = new Act("registerPerson", "visitation", "registered");

    @Autowired
    CaseFile caseFile;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Test
    void a_case_is_opened_under_the_next_number_of_the_year() {
        CaseReference first = open();
        CaseReference second = open();

        assertThat(first.value()).startsWith("2026-");
        assertThat(second).isGreaterThan(first);
        assertThat(caseFile.get(first))
                .returns(Municipalities.HOST, CaseFileEntry::municipality)
                .returns("euWorker", CaseFileEntry::category)
                .returns("phone", CaseFileEntry::channel)
                .returns(true, CaseFileEntry::isOpen)
                .returns(null, CaseFileEntry::outcome);
        assertThat(caseFile.journalOf(first))
                .singleElement()
                .returns("Sag oprettet", JournalEntry::description)
                .returns("visitation", JournalEntry::userId);
    }

    @Test
    void the_year_is_the_danish_one() {
        clock.set(LocalDateTime.of(2027, 1, 1, 0, 30).atZone(DanishCalendar.COPENHAGEN));
        CaseReference newYear = open();
        clock.set(TestClock.START);

        assertThat(newYear.value()).startsWith("2027-");
    }

    @Test
    void a_case_that_does_not_exist_is_not_found() {
        CaseReference nobodys = CaseReference.parse("2026-999999");

        assertThat(caseFile.find(nobodys)).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> caseFile.get(nobodys));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> caseFile.write(nobodys, Map.of("city", "Roskilde"), ACT));
        assertThat(caseFile.read(nobodys, List.of("city"))).isEmpty();
    }

    @Test
    void each_type_of_field_comes_back_as_it_was_written() {
        CaseReference reference = open();
        Map<String, Object> values = Map.of(
                "familyName",
                "Nadelmann",
                "sex",
                "female",
                "birthDate",
                LocalDate.of(1990, 1, 7),
                "churchMember",
                true,
                "weeklyHours",
                new BigDecimal("37.5"),
                "relatives",
                List.of(Map.of("relation", "child", "name", "Ida", "birthDate", "2020-02-29")));

        caseFile.write(reference, values, ACT);

        assertThat(caseFile.read(reference, values.keySet())).isEqualTo(values);
        assertThat(caseFile.journalOf(reference).get(1))
                .returns(values.keySet().stream().sorted().toList(), JournalEntry::changedKeys)
                .returns("registered", JournalEntry::outcome);
    }

    @Test
    void a_second_write_changes_only_what_it_names() {
        CaseReference reference = open();
        caseFile.write(reference, Map.of("city", "Roskilde", "postalCode", "4000"), ACT);

        caseFile.write(reference, Map.of("city", "Køge"), ACT);

        assertThat(caseFile.read(reference, List.of("city", "postalCode", "email")))
                .isEqualTo(Map.of("city", "Køge", "postalCode", "4000"));
    }

    @Test
    void null_and_blanks_clear_a_field() {
        CaseReference reference = open();
        caseFile.write(reference, Map.of("city", "Roskilde", "coName", "Bo", "birthDate", LocalDate.EPOCH), ACT);
        Map<String, @Nullable Object> cleared = new HashMap<>();
        cleared.put("city", null);
        cleared.put("birthDate", null);
        cleared.put("coName", "  ");

        caseFile.write(reference, cleared, ACT);

        assertThat(caseFile.read(reference, cleared.keySet())).isEmpty();
    }

    @Test
    void texts_are_trimmed_and_composed_also_in_lists() {
        CaseReference reference = open();

        caseFile.write(
                reference, Map.of("city", " A\u030Arhus ", "relatives", List.of(Map.of("name", " Mu\u0308ller"))), ACT);

        assertThat(caseFile.read(reference, List.of("city", "relatives")))
                .isEqualTo(Map.of("city", "Århus", "relatives", List.of(Map.of("name", "Müller"))));
    }

    @Test
    void what_does_not_fit_is_refused_without_repeating_it() {
        CaseReference reference = open();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> caseFile.write(reference, Map.of("birthDate", "1990-01-07"), ACT))
                .withMessage("Field birthDate takes LocalDate, not String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> caseFile.write(reference, Map.of("familyName", "Nadel\u0000mann"), ACT))
                .withMessage("Text holds control characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> caseFile.write(reference, Map.of("noSuchField", "x"), ACT))
                .withMessage("The case file has no field noSuchField");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> caseFile.write(reference, Map.of("municipality", "9999"), ACT));
        assertThat(caseFile.read(reference, List.of("birthDate", "familyName"))).isEmpty();
        assertThat(caseFile.journalOf(reference)).hasSize(1);
    }

    @Test
    void codes_of_the_case_are_fields_too() {
        CaseReference reference = open();

        caseFile.write(reference, Map.of("municipality", "0265", "city", "Roskilde"), ACT);

        assertThat(caseFile.get(reference).municipality()).isEqualTo(new MunicipalityCode("0265"));
        assertThat(caseFile.read(reference, List.of("municipality", "category", "channel", "city")))
                .isEqualTo(
                        Map.of("municipality", "0265", "category", "euWorker", "channel", "phone", "city", "Roskilde"));
    }

    @Test
    void a_case_moves_and_closes_once() {
        CaseReference reference = open();

        caseFile.place(reference, new MunicipalityCode("0147"), ACT);
        caseFile.close(reference, "completed", ACT);
        caseFile.close(reference, "other", ACT);

        CaseFileEntry entry = caseFile.get(reference);
        assertThat(entry.municipality().value()).isEqualTo("0147");
        assertThat(entry.isOpen()).isFalse();
        assertThat(entry.outcome()).isEqualTo("completed");
        assertThat(entry.closedAt()).isBetween(clock.now().minusSeconds(60), clock.now());
        assertThat(caseFile.journalOf(reference))
                .extracting(JournalEntry::description)
                .containsExactly("Sag oprettet", "Sag placeret i Frederiksberg Kommune", "Sag lukket");
    }

    @Test
    void a_lock_makes_other_writers_wait_until_the_transaction_ends() throws Exception {
        CaseReference reference = open();
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            Future<?> holder = people.submit(() -> transaction.executeWithoutResult(status -> {
                caseFile.lock(reference);
                locked.countDown();
                await(go);
                caseFile.write(reference, Map.of("city", "Roskilde"), ACT);
            }));
            await(locked);
            Future<?> other = people.submit(() -> caseFile.write(reference, Map.of("city", "Køge"), ACT));
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> other.get(300, TimeUnit.MILLISECONDS));

            go.countDown();
            holder.get(10, TimeUnit.SECONDS);
            other.get(10, TimeUnit.SECONDS);
        } finally {
            people.shutdownNow();
        }
        assertThat(caseFile.read(reference, List.of("city"))).isEqualTo(Map.of("city", "Køge"));
    }

    @Test
    void a_lock_outside_of_a_transaction_would_protect_nothing() {
        CaseReference reference = open();

        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> caseFile.lock(reference));
    }

    @Test
    void a_refusal_of_the_database_names_no_value() {
        CaseReference reference = open();
        caseFile.write(reference, Map.of("familyName", "Nadelmann", "danishPersonalNumber", "6701901111"), ACT);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("insert into ics.person (case_reference, family_name) values (?, ?)")
                        .params(reference.value(), "Nadelmann")
                        .update())
                .satisfies(CaseFileTest::namesNoValue);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("update ics.case_file set status = :status where reference = :reference")
                        .param("status", "Nadelmann")
                        .param("reference", reference.value())
                        .update())
                .satisfies(CaseFileTest::namesNoValue);
    }

    @Test
    void every_declared_field_has_its_column(@Autowired List<FieldSet> sets) {
        List<CaseField> fields =
                sets.stream().flatMap(set -> set.fields().stream()).toList();

        assertThat(fields)
                .hasSizeGreaterThan(40)
                .allSatisfy(field -> assertThat(jdbc.sql("""
                                select format_type(a.atttypid, null)
                                from pg_attribute a
                                where a.attrelid = to_regclass('ics.' || :table) and a.attname = :column
                                """)
                                .param("table", field.table())
                                .param("column", field.column())
                                .query(String.class)
                                .optional())
                        .as("%s.%s", field.table(), field.column())
                        .hasValue(field.type().sqlType().replace("timestamptz", "timestamp with time zone")));
        assertThat(fields)
                .allSatisfy(field -> assertThat(caseFile.field(field.key())).isEqualTo(field));
    }

    private CaseReference open() {
        return caseFile.open(Municipalities.HOST, "euWorker", "phone", ACT);
    }

    private static void namesNoValue(Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("Nadelmann", "6701901111");
            assertThat(Arrays.toString(cause.getSuppressed())).doesNotContain("Nadelmann");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
