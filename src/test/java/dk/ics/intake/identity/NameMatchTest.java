package dk.ics.intake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of applications beside names of zones, with the examples of ICAO Doc 9303 part 3. */
class NameMatchTest {

    @ParameterizedTest
    @CsvSource({
        "Sørensen, Åse, SOERENSEN<<AASE<<<<<<<<<",
        "Sørensen, Åse, SORENSEN<<ASE<<<<<<<<<<<",
        "Müller, Jörg, MUELLER<<JOERG<<<<<<<<<<<",
        "Müller, Jörg, MULLER<<JORG<<<<<<<<<<<<<",
        "Müller, Jörg, MUXXLLER<<JORG<<<<<<<<<<<",
        "Strauß, Änne, STRAUSS<<AENNE<<<<<<<<<<<",
        "Æbelø, Þór, AEBELOE<<THOR<<<<<<<<<<<<<<",
        "Wałęsa, Żaneta, WALESA<<ZANETA<<<<<<<<<",
        "Núñez, José, NUNEZ<<JOSE<<<<<<<<<<<<<<<",
        "O'Connor, Seán, OCONNOR<<SEAN<<<<<<<<<<",
        "O'Connor, Seán, O<CONNOR<<SEAN<<<<<<<<<",
        "Lund-Holm, Anna Maria, LUND<HOLM<<ANNA<MARIA<<",
        "Lund Holm, Annamaria, LUNDHOLM<<ANNA<MARIA<<<",
        "van der Berg, Jan, VAN<DER<BERG<<JAN<<<",
        "Suharto, '', SUHARTO<<<<<<<<<<<<<<<<<<<",
        "Țîrnovan, Ștefania, TIRNOVAN<<STEFANIA<<"
    })
    void agrees(String family, String given, String zone) {
        NameMatch match = NameMatch.of(zone);
        assertThat(match.family(family)).isEqualTo(new NameMatch.Result(true, null));
        assertThat(match.given(given)).isEqualTo(new NameMatch.Result(true, null));
    }

    @ParameterizedTest
    @CsvSource({
        "Nilavadhanananda, Chayapa Dejthamrong Krasuang, NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K",
        "Nilavadhanananda, Arnpol Petch Charonguang, NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU",
        "Bennelong Wooloomooloo Warrandyte Warnambool, Dingo Potoroo, BENNELONG<WOOLOOMOOLOO<WARRANDYTE<WARNA"
    })
    void agreesAsFarAsAFullZoneGoes(String family, String given, String zone) {
        NameMatch match = NameMatch.of(zone);
        assertThat(match.family(family).agrees()).isTrue();
        assertThat(match.given(given).agrees()).isTrue();
        assertThat(match.given("Somebody Else").agrees())
                .isEqualTo(match.given().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Hansen, HANSON<<ANNA<<<, -",
                "Joel, JOL<<ANNA<<<<<<<, -",
                "Moeller, MOLLER<<ANNA<<<, -",
                "Hansen, HANSEN<LUND<<ANNA<<<, Dokumentet har flere navne end ansøgningen.",
                "Hansen Lund, HANSEN<<ANNA<<<, Dokumentet har færre navne end ansøgningen.",
                "Lund Hansen, HANSEN<LUND<<ANNA<<<, Samme navne i en anden rækkefølge.",
                "Anna, HANSEN<<ANNA<<<, Navnene står fordelt på en anden måde på fornavn og efternavn."
            })
    void tellsHowTheyDiffer(String family, String zone, @Nullable String note) {
        assertThat(NameMatch.of(zone).family(family)).isEqualTo(new NameMatch.Result(false, note));
    }
}
