package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NidcStatementTest {

    private static final String WHOLE = """
            {"result": "forged", "caseNumber": "NIDC-2026/17", "journalNumber": "J17", "issuedOn": "2026-03-02",
             "finding": "Siden er udskiftet."}
            """;

    @Test
    void says_what_was_found_when_and_under_which_numbers() throws IOException {
        assertThat(NidcStatement.read(new ObjectMapper().readTree(WHOLE)).orElseThrow())
                .isEqualTo(new NidcStatement(
                        "forged", "NIDC-2026/17", "J17", LocalDate.of(2026, 3, 2), "Siden er udskiftet."))
                .hasToString("NidcStatement[masked]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"result\": \"probably\", \"caseNumber\": \"N1\", \"issuedOn\": \"2026-03-02\"}",
                "{\"result\": \"declined\", \"caseNumber\": \"N1\", \"issuedOn\": \"2026-03-02\"}",
                "{\"result\": \"forged\", \"caseNumber\": \"om borgeren\", \"issuedOn\": \"2026-03-02\"}",
                "{\"result\": \"forged\", \"issuedOn\": \"2026-03-02\"}",
                "{\"result\": \"forged\", \"caseNumber\": \"N1\", \"issuedOn\": \"2026-02-30\"}"
            })
    void what_does_not_is_no_statement(String content) throws IOException {
        assertThat(NidcStatement.read(new ObjectMapper().readTree(content))).isEmpty();
    }

    @Test
    void words_and_a_journal_number_may_be_missing() throws IOException {
        NidcStatement bare = NidcStatement.read(new ObjectMapper()
                        .readTree("{\"result\": \"authentic\", \"caseNumber\": \"N1\", \"issuedOn\": \"2026-03-02\"}"))
                .orElseThrow();
        assertThat(bare.fields()).containsOnlyKeys("nidcResult", "nidcReference", "nidcAnsweredOn");
    }
}
