package dk.ics.intake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DanishNamesTest {

    @Test
    void every_code_of_a_report_has_a_danish_name() {
        assertThat(ReportWords.known())
                .hasSizeGreaterThan(20)
                .allSatisfy(code -> assertThat(DanishNames.has(
                                code.substring(0, code.indexOf('.')), code.substring(code.indexOf('.') + 1)))
                        .as(code)
                        .isTrue());
    }

    @Test
    void no_name_is_a_code() {
        assertThat(ReportWords.labels())
                .allSatisfy(
                        label -> assertThat(ReportWords.codes(label)).as(label).isEmpty());
        assertThat(ReportWords.codes("Kontrollen er approved af controlIdentity"))
                .containsExactly("approved", "controlIdentity");
    }

    @Test
    void a_code_without_a_name_is_not_shown() {
        assertThat(DanishNames.of("finding", "somethingNew")).isEqualTo(new Named("somethingNew", "Ukendt"));
    }

    /** Each sentence is written for every kind, whatever the statement brings along. */
    @ParameterizedTest
    @EnumSource(Gap.class)
    void what_is_missing_is_a_danish_sentence(Gap gap) {
        String text = GapTexts.of(
                gap,
                gap == Gap.LEDGER_FINDING ? "TAIL_CUT" : "2",
                gap == Gap.REVIEW_MISSING ? "2026-03-02" : gap == Gap.FOLLOW_UP_OVERDUE ? "training" : "3",
                LocalDate.of(2026, 3, 1));

        assertThat(ReportWords.codes(text)).as(text).isEmpty();
        assertThat(text).doesNotContain("null").endsWith(gap == Gap.LEDGER_FINDING ? ")" : ".");
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 33 %", "0, 5, 0 %", "199, 200, 99 %", "5, 5, 100 %", "0, 0, –"})
    void a_share_is_never_rounded_up(long part, long of, String written) {
        assertThat(Danish.share(part, of)).isEqualTo(written);
    }
}
