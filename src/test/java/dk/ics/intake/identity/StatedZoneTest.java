package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatedZoneTest {

    private static final String LINES =
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    @Test
    void nothing_is_said_of_lines_that_nobody_stated() {
        assertThat(StatedZone.inWords(Map.of())).isNull();
    }

    @Test
    void a_caseworker_is_told_where_they_differ_and_not_what_they_say() {
        Map<String, Object> person = new HashMap<>(Map.of(
                StatedZone.KEY,
                LINES,
                "familyName",
                "Eriksson",
                "givenNames",
                "Anna Maria",
                "identityDocumentNumber",
                "L898902C3",
                "birthDate",
                LocalDate.of(1974, 8, 12)));
        assertThat(StatedZone.inWords(person)).isEqualTo("Passer til ansøgningen");

        person.put("birthDate", LocalDate.of(1975, 8, 12));
        assertThat(StatedZone.inWords(person))
                .isEqualTo("Er forskellige fra ansøgningen: Fødselsdato")
                .doesNotContain("L898902C3", "ERIKSSON");

        person.put(StatedZone.KEY, LINES.replace("ZE184226B", "ZE184226C"));
        assertThat(StatedZone.inWords(person)).isEqualTo("Kontrolcifrene passer ikke");
    }
}
