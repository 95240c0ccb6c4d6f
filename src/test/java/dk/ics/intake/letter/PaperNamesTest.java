package dk.ics.intake.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.DocumentType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaperNamesTest {

    @ParameterizedTest
    @EnumSource
    void a_letter_names_every_paper_in_words(DocumentType type) {
        for (Language language : Language.values()) {
            assertThat(language.name(type.code()))
                    .doesNotContainPattern("[a-z][A-Z]")
                    .isNotBlank();
        }
    }
}
