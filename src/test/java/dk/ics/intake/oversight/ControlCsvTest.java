package dk.ics.intake.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.municipality.MunicipalityCode;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that is opened in a spreadsheet calculates nothing and calls nobody. */
class ControlCsvTest {

    @Test
    void a_danish_spreadsheet_reads_it() {
        StringWriter out = new StringWriter();
        new ControlCsv(out, null).add(line("Ida Krogh"));

        assertThat(out.toString())
                .startsWith("\uFEFFSag;Kontrol nr.;Tidspunkt;")
                .contains(
                        "\r\n2026-000123;2;02-03-2026 11:05;0147;Frederiksberg;idkontrol;Ida Krogh;Ikke afgjort;Ja;Nej;")
                .endsWith("2026-1;Gennemgået\r\n");
    }

    @Test
    void lines_of_multiplied_data_say_so() {
        StringWriter out = new StringWriter();
        new ControlCsv(out, "Tallene er kopier.").add(line("Ida Krogh"));

        assertThat(out.toString()).contains(";Tilsyn;Bemærkning\r\n").endsWith(";Gennemgået;Tallene er kopier.\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+45", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"})
    void nothing_is_a_formula(String name) {
        assertThat(ControlCsv.cell(name)).startsWith("\"'" + name.charAt(0));
    }

    @Test
    void separators_and_quotes_stay_in_their_cell() {
        assertThat(ControlCsv.cell("a;b")).isEqualTo("\"a;b\"");
        assertThat(ControlCsv.cell("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(ControlCsv.cell("a\nb")).isEqualTo("\"a\nb\"");
        assertThat(ControlCsv.cell("Søren Bech")).isEqualTo("Søren Bech");
        assertThat(ControlCsv.cell("")).isEmpty();
    }

    private static ControlLine line(String name) {
        return new ControlLine(
                "2026-000123",
                2,
                Instant.parse("2026-03-02T10:05:00Z"),
                new MunicipalityCode("0147"),
                "idkontrol",
                name,
                ControlOutcome.OPEN,
                true,
                false,
                "2026-1",
                SupervisionState.REVIEWED);
    }
}
