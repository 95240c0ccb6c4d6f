package dk.ics.intake.search;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How names are compared: in the database, because there it is generated for every row. */
@IntakeTest
class NearWordsTest {

    @Autowired
    TestDatabase database;

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            Sørensen,          sorensen
            Soerensen,         sorensen
            SÖRENSEN,          sorensen
            Åse,               ase
            Aase,              ase
            Kjær,              kjar
            Kjaer,             kjar
            Jäger,             jager
            Jaeger,            jager
            Müller,            muller
            Mueller,           muller
            Großmann-Weiß,     grossmann weiss
            GROSSMANN WEISS,   grossmann weiss
            Łukasz,            lukasz
            Đorđević,          dordevic
            Þórsdóttir,        thorsdottir
            İnönü,             inonu
            Işık,              isik
            Ñúñez,             nunez
            O’Brien,           obrien
            O'Brien,           obrien
            D´Angelo,          dangelo
            "  van   der  Berg ", van der berg
            Zoë,               zo
            Œuvrard,           ouvrard
            Ｗａｎｇ,           wang
            ﬁscher,            fischer
            Иванов,            иванов
            Ελένη,             ελενη
            محمد,              محمد
            """)
    void writtenInManyWays(String name, String words) {
        assertThat(text("select ics.plain_words(:text)", name)).isEqualTo(words);
        String decomposed = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD);
        assertThat(text("select ics.plain_words(:text)", decomposed)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            grossmann,  grosman
            grossmann,  grosmann
            grossmann,  grosamnn
            grossmann,  rossmann
            grossmann,  grossmanns
            grossmann,  krossmann
            schmidt,    schmitt
            schmidt,    schmid
            meyer,      maier
            meyer,      meier
            christian,  kristian
            mohammed,   muhamad
            joanna,     johanna
            sofie,      sophie
            thomas,     tomas
            kowalski,   kovalsky
            felix,      feliks
            zoltan,     soltan
            jens,       jns
            lars,       lasr
            """)
    void soundsLikeIt(String stored, String heard) {
        assertThat(near(stored)).containsAnyElementsOf(near(heard));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            jensen,     hansen
            schmidt,    schulz
            anna,       emma
            li,         lu
            kim,        tim
            nowak,      kowalski
            martin,     maria
            """)
    void soundsOtherwise(String one, String other) {
        assertThat(near(one)).doesNotContainAnyElementsOf(near(other));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            De Luca,     José María, de luca deluca jose maria josemaria
            Großmann,    -,          grossmann
            -,           Ana,        ana
            -,           -,          ''
            """)
    void aPersonsWords(String family, String given, String words) {
        Object found = JdbcClient.create(database.as("app"))
                .sql("select array_to_string(ics.words_of(:family, :given), ' ')")
                .param("family", family)
                .param("given", given)
                .query(String.class)
                .single();
        assertThat(found.toString().split(" ")).containsExactlyInAnyOrder(words.split(" "));
    }

    private List<String> near(String word) {
        return Arrays.asList(text("select array_to_string(ics.near(array[ics.plain_words(:text)]), ' ')", word)
                .split(" "));
    }

    private String text(String sql, String text) {
        return JdbcClient.create(database.as("app"))
                .sql(sql)
                .param("text", text)
                .query(String.class)
                .single();
    }
}
