package dk.ics.intake.web.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.application.ApplicationField;
import dk.ics.intake.application.ValueRule;
import dk.ics.intake.casefile.DocumentType;
import dk.ics.intake.casefile.ServiceCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A further language is a further file: each has every text. */
class TextsTest {

    private static final Path PAGES = Path.of("src/main/resources/templates/apply");
    private static final Pattern KEY = Pattern.compile("[.]get\\('([a-zA-Z0-9.-]+)'");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    /** Codes of the interface only: the pages write the JSON themselves, and have own words for files. */
    private static final Set<String> NOT_FOR_CITIZENS = Set.of("json", "key", "file.name", "file.base64", "file.type");

    static List<Texts> languages() {
        return new Languages().all();
    }

    @Test
    void english_and_danish_are_there_english_first() {
        assertThat(languages()).extracting(Texts::code).containsExactly("en", "da");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void has_the_same_texts_with_the_same_places_as_english(Texts texts) {
        Texts english = languages().get(0);

        assertThat(texts.keys()).containsExactlyInAnyOrderElementsOf(english.keys());
        for (String key : texts.keys()) {
            assertThat(texts.get(key)).as(key).isNotBlank();
            assertThat(places(texts.get(key))).as(key).isEqualTo(places(english.get(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void names_every_field_and_every_option(Texts texts) {
        List<String> wanted = new ArrayList<>();
        for (ApplicationField field : ApplicationField.OF_PERSON) {
            if (field.key().equals("language")) {
                continue; // that of the pages
            }
            wanted.add("f." + field.key());
            if (field.rule() instanceof ValueRule.Code code) {
                code.options().stream()
                        .filter(option -> !option.equals("applicant"))
                        .forEach(option -> wanted.add("o." + field.key() + "." + option));
            }
        }
        Arrays.stream(DocumentType.values())
                .filter(type -> !type.isOurs())
                .forEach(type -> wanted.add("paper." + type.code()));
        Arrays.stream(ServiceCode.values()).forEach(service -> wanted.add("step." + service.code()));
        assertThat(texts.keys()).containsAll(wanted);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void says_of_every_refusal_what_is_wrong(Texts texts) throws IOException {
        Properties refusals = new Properties();
        try (InputStream file =
                Objects.requireNonNull(ApplicationField.class.getResourceAsStream("refusals_en.properties"))) {
            refusals.load(file);
        }
        for (String code : refusals.stringPropertyNames()) {
            if (!code.startsWith("problem.") && !NOT_FOR_CITIZENS.contains(code)) {
                assertThat(texts.find("e." + code)).as(code).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void says_everything_that_stands_on_a_page(Texts texts) throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.toList()) {
                Matcher keys = KEY.matcher(Files.readString(page));
                while (keys.find()) {
                    assertThat(texts.keys()).as(page.toString()).contains(keys.group(1));
                }
            }
        }
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher found = ARGUMENT.matcher(text);
        while (found.find()) {
            places.add(found.group());
        }
        return places;
    }
}
