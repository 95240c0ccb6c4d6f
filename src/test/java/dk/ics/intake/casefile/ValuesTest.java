package dk.ics.intake.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.ics.intake.municipality.MunicipalityCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values of the case file: what they refuse, and that none of them tells a log about a person. */
class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-000001", "2026-1000000", "2099-999999"})
    void a_case_reference_is_year_and_number(String text) {
        assertThat(CaseReference.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026-00001", "1926-000001", "2026000001", "2026-00000a", "2026-000001 ", "2026-000001\n"})
    void other_texts_are_no_case_reference(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CaseReference.parse(text));
    }

    @Test
    void a_number_above_a_million_gets_a_seventh_digit() {
        assertThat(CaseReference.of(2026, 1_000_000)).hasToString("2026-1000000");
        assertThat(CaseReference.of(2026, 7)).hasToString("2026-000007");
    }

    @ParameterizedTest
    @CsvSource({"DEU, Tyskland", "POL, Polen", "ITA, Italien", "DNK, Danmark", "NLD, Nederlandene"})
    void a_country_has_a_danish_name(String code, String name) {
        assertThat(new CountryCode(code).danishName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D", "DE", "deu", "XXX", "DEUT", "GBD"})
    void other_texts_are_no_country(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CountryCode(text));
    }

    @Test
    void the_list_of_countries_holds_each_once() {
        assertThat(CountryCode.all()).hasSizeGreaterThan(240).doesNotHaveDuplicates();
    }

    @Test
    void a_period_holds_its_first_and_last_day() {
        Period march = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

        assertThat(march.contains(LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(march.contains(LocalDate.of(2026, 3, 1))).isTrue();
        assertThat(march.contains(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(march.contains(LocalDate.of(2026, 4, 1))).isFalse();
        assertThat(new Period(LocalDate.of(2026, 3, 1), null).contains(LocalDate.of(2099, 1, 1)))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 28)));
    }

    @ParameterizedTest
    @CsvSource({
        "identityDocumentNumber, identity_document_number",
        "sex, sex",
        "wantsMitId, wants_mit_id",
        "address2, address2"
    })
    void a_column_is_its_key_in_snake_case(String key, String column) {
        assertThat(FieldSet.of("some_table").text(key).fields())
                .singleElement()
                .returns(column, CaseField::column)
                .returns("some_table", CaseField::table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name", "name; drop table ics.person", "na-me", "na_me"})
    void a_key_that_is_no_name_is_refused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldSet.of("t").text(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Person", "ics.person", "person p"})
    void a_table_that_is_no_name_is_refused(String table) {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldSet.of(table));
    }

    @Test
    void nothing_that_holds_personal_data_prints_it() {
        CaseReference reference = CaseReference.of(2026, 1);
        Map<String, Object> person = Map.of("familyName", "Nadelmann");
        CaseFileEntry entry = new CaseFileEntry(
                reference, MunicipalityCode.UNKNOWN, "euWorker", "phone", "open", Instant.EPOCH, null, null);

        assertThat(List.of(
                        new OpenCase(entry, person),
                        new FormSubmission(reference, "visitation", person, person),
                        new DocumentFile("Nadelmann.pdf", "application/pdf", new byte[3]),
                        new JournalEntry(Instant.EPOCH, "visitation", "task", null, "Nadelmann", List.of()),
                        new Period(LocalDate.of(1990, 1, 7), null)))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain("Nadelmann", "1990"));
    }
}
