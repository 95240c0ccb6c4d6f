package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedScannerTest {

    private static final LocalDate BORN = LocalDate.of(1990, 4, 3);
    private static final LocalDate EXPIRY = LocalDate.of(2031, 1, 31);

    private final SimulatedScanner scanner = new SimulatedScanner(true);

    @ParameterizedTest
    @CsvSource({
        "passport, DEU, Müller-Lüdenscheidt, Änne Sofie",
        "passport, ESP, Núñez García, José María de los Ángeles Francisco Javier Ignacio Xavier",
        "passport, POL, Wałęsa, Żaneta",
        "identityCard, DEU, Strauß, Jörg",
        "identityCard, ROU, Țîrnovan, Ștefania",
        "passport, IDN, Suharto, ''"
    })
    void writesAZoneThatAgreesWithTheApplication(String type, String state, String family, String given) {
        Mrz mrz = Mrz.parse(scanner.read(person(type, state, family, given)).orElseThrow());

        assertThat(mrz.hasNumber("C01X00T47")).isTrue();
        assertThat(mrz.issuingState()).isEqualTo(state);
        assertThat(mrz.hasBirthDate(BORN)).isTrue();
        assertThat(mrz.hasExpiry(EXPIRY)).isTrue();
    }

    @Test
    void transliteratesAsIcaoRecommends() {
        String lines = scanner.read(person("passport", "DEU", "Größe-Æbelø", "O'Neil Åse"))
                .orElseThrow();

        assertThat(lines).startsWith("P<D<<GROESSE<AEBELOE<<ONEIL<AASE<<<");
    }

    @Test
    void readsNothingWhenOffOrWhenTheDocumentIsNotKnown() {
        Map<String, Object> person = person("passport", "DEU", "Müller", "Anna");
        assertThat(new SimulatedScanner(false).read(person)).isEmpty();
        person.remove("identityDocumentExpiry");
        assertThat(scanner.read(person)).isEmpty();
    }

    private static Map<String, Object> person(String type, String state, String family, String given) {
        Map<String, Object> person = new HashMap<>();
        person.put("identityDocumentType", type);
        person.put("identityDocumentState", state);
        person.put("identityDocumentNumber", "C01X-00T47");
        person.put("identityDocumentExpiry", EXPIRY);
        person.put("birthDate", BORN);
        person.put("sex", "female");
        person.put("familyName", family);
        person.put("givenNames", given);
        return person;
    }
}
