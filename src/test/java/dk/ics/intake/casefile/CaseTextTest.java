package dk.ics.intake.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseTextTest {

    @Test
    void accents_are_composed_and_edges_trimmed() {
        assertThat(CaseText.normalise("\u00A0 Mu\u0308ller \n")).isEqualTo("\u00A0 Müller");
        assertThat(CaseText.normalise("  A\u030Arhus\t")).isEqualTo("Århus");
        assertThat(CaseText.normalise("  ")).isEmpty();
    }

    @Test
    void line_ends_are_plain() {
        assertThat(CaseText.normalise("første\r\nanden\rtredje")).isEqualTo("første\nanden\ntredje");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Łukasz Żółć", "Þórður Ægisson", "Νίκος", "Иван", "王小明", "O'Brien-Nuñez", "علي", "😀"})
    void names_of_the_world_stay_as_they_are(String name) {
        assertThat(CaseText.isClean(name)).isTrue();
        assertThat(CaseText.normalise(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007b",
                "a\u001Bb",
                "a\u007Fb",
                "a\u0085b",
                "a\uD800b",
                "a\uFFFFb",
                "a\u202Eb",
                "a\u2066b",
                "a\uFEFFb"
            })
    void characters_that_no_text_has_are_refused_without_repeating_it(String text) {
        assertThat(CaseText.isClean(text)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaseText.normalise(text))
                .withMessage("Text holds control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "x</p>", "<!-- -->", "<?xml", "${7*7}", "#{7*7}", "<img src=x onerror=alert(1)>"})
    void markup_and_expressions_are_code(String text) {
        assertThat(CaseText.holdsCode(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 < 4", "a <- b", "<3", "100 $", "# 4", "{x}", "Løn > 30.000 kr."})
    void ordinary_text_is_not(String text) {
        assertThat(CaseText.holdsCode(text)).isFalse();
    }
}
