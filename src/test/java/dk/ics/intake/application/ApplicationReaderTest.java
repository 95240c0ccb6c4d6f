package dk.ics.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dk.ics.intake.application.ApplicationReader.Reading;
import dk.ics.intake.time.DanishCalendar;
import dk.ics.intake.upload.Scanner;
import dk.ics.intake.upload.TestExaminer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ApplicationReaderTest {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    private static final TestExaminer FILES = new TestExaminer();
    private static final ApplicationLimits LIMITS =
            new ApplicationLimits(DataSize.ofMegabytes(2), DataSize.ofMegabytes(1), 3, 4, 100);

    private final ApplicationReader reader = new ApplicationReader(
            LIMITS,
            new DanishCalendar(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), DanishCalendar.COPENHAGEN), Set.of()),
            new Uploads(LIMITS, FILES.examiner(), content -> Scanner.Verdict.CLEAN));

    @AfterAll
    static void end() {
        FILES.close();
    }

    @Test
    void a_person_is_read_with_the_types_of_the_case_file() {
        SubmittedPerson person = accepted(ApplicationJson.valid()
                        .with("familyName", "\"  Mu\\u0308ller \"")
                        .with("previousAddress", "\"Musterstr. 1\\r\\n10115 Berlin\"")
                        .with("danishPersonalNumber", "\"670190-1112\"")
                        .with("weeklyHours", "18.5")
                        .with("wantsMitId", "true")
                        .with("coName", "null")
                        .with("city", "\"  \"")
                        .with(
                                "relatives",
                                "[{\"relation\":\"child\",\"name\":\" Ida \",\"birthDate\":\"2020-02-29\"}]"))
                .persons()
                .get(0);

        assertThat(person.municipality().name()).isEqualTo("København");
        assertThat(person.values())
                .containsEntry("familyName", "Müller")
                .containsEntry("previousAddress", "Musterstr. 1\n10115 Berlin")
                .containsEntry("danishPersonalNumber", "6701901112")
                .containsEntry("weeklyHours", new BigDecimal("18.5"))
                .containsEntry("wantsMitId", true)
                .containsEntry("birthDate", LocalDate.of(1990, 1, 7))
                .containsEntry(
                        "relatives", List.of(Map.of("relation", "child", "name", "Ida", "birthDate", "2020-02-29")))
                .doesNotContainKeys("coName", "city", "municipality", "category", "documents");
        assertThat(person.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.file().fileName()).isEqualTo("pas.pdf"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "familyName             | 7                            | text",
                "familyName             | ['a']                        | text",
                "familyName             | ''                           | required",
                "familyName             | 'a\\u0000b'                  | text.control",
                "familyName             | 'a\\nb'                      | text.control",
                "familyName             | 'a\\u202Eb'                  | text.control",
                "familyName             | '<b>Eva</b>'                 | text.code",
                "familyName             | '${7*7}'                     | text.code",
                "previousAddress        | 'a <script> b'               | text.code",
                "birthDate              | '2026-02-30'                 | date.format",
                "birthDate              | '07-01-1990'                 | date.format",
                "birthDate              | '1990-1-7'                   | date.format",
                "birthDate              | '٢٠٢٠-٠١-٠١'                 | date.format",
                "birthDate              | 19900107                     | date.format",
                "birthDate              | '2026-03-03'                 | date.future",
                "birthDate              | '1890-01-01'                 | date.far",
                "arrivalDate            | '2031-01-01'                 | date.far",
                "arrivalDate            | '9999-12-31'                 | date.far",
                "plannedDepartureDate   | '2026-01-31'                 | date.before.arrivalDate",
                "maritalStatusDate      | '1989-01-01'                 | date.before.birthDate",
                "sex                    | 'x'                          | code.options",
                "sex                    | true                         | code.options",
                "category               | 'tourist'                    | code.options",
                "municipality           | '9999'                       | code.municipality",
                "municipality           | '101'                        | code.municipality",
                "citizenship            | 'DE'                         | code.country",
                "citizenship            | 'D'                          | code.country",
                "language               | 'danish'                     | code.language",
                "email                  | 'eva'                        | text.email",
                "email                  | 'eva@example.org, a@b.org'   | text.email",
                "email                  | 'a@b.org\\nBcc: c@d.org'     | text.control",
                "phone                  | 'call me'                    | text.phone",
                "postalCode             | '10115'                      | text.postalCode",
                "identityDocumentNumber | '--'                         | text.documentNumber",
                "identityDocumentNumber | 'Æ123456'                    | text.documentNumber",
                "danishPersonalNumber   | '123'                        | text.cpr",
                "danishPersonalNumber   | '3202901111'                 | text.cpr",
                "weeklyHours            | -1                           | amount",
                "weeklyHours            | 100.01                       | amount",
                "weeklyHours            | 1.234                        | amount",
                "weeklyHours            | 1e99                         | amount",
                "weeklyHours            | 1e-99                        | amount",
                "weeklyHours            | '37'                         | amount",
                "churchMember           | 'yes'                        | boolean",
                "relatives              | {}                           | list",
                "relatives              | [7]                          | object@relatives[0]",
                "relatives              | [{'name':'Bo'}]              | required@relatives[0].relation",
                "relatives              | [{'relation':'aunt','name':'Bo'}] | code.options@relatives[0].relation",
                "documents              | {}                           | list",
                "documents              | [7]                          | object@documents[0]",
                "documents              | [{},{},{},{},{}]             | list",
                "nickname               | 'Evi'                        | unknown",
                "machineReadableZone    | null                         | unknown"
            })
    void a_wrong_value_is_refused_at_its_field(String key, String value, String expected) {
        String[] codeAndPath = expected.split("@", 2);
        String path = "persons[0]." + (codeAndPath.length == 2 ? codeAndPath[1] : key);

        Problems problems = refused(ApplicationJson.valid()
                .with(key, value.strip().replace('\'', '"'))
                .bytes());

        assertThat(problems.sentences(DANISH)).containsOnlyKeys(path);
        assertThat(sentenceStart(problems, path)).isEqualTo(start(codeAndPath[0]));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category",
                "municipality",
                "familyName",
                "sex",
                "birthDate",
                "citizenship",
                "identityDocumentType",
                "identityDocumentState",
                "identityDocumentNumber",
                "identityDocumentExpiry",
                "arrivalDate",
                "plannedStay",
                "email"
            })
    void what_a_case_cannot_begin_without_is_asked_for(String key) {
        assertThat(refused(ApplicationJson.valid().without(key).bytes()).sentences(DANISH))
                .isEqualTo(Map.of("persons[0]." + key, "Feltet skal udfyldes."));
    }

    @Test
    void ten_thousand_characters_are_too_many_for_any_text() {
        String long10k = '"' + "a".repeat(10_000) + '"';

        assertThat(ApplicationField.OF_PERSON.stream().filter(field -> field.rule() instanceof ValueRule.Text))
                .hasSizeGreaterThan(10)
                .allSatisfy(field -> assertThat(refused(ApplicationJson.valid()
                                        .with(field.key(), long10k)
                                        .bytes())
                                .sentences(Locale.ENGLISH)
                                .get("persons[0]." + field.key()))
                        .startsWith("The text may have at most"));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        Map<String, String> sentences = refused(ApplicationJson.valid()
                        .without("familyName")
                        .with("birthDate", "\"2026-02-30\"")
                        .person()
                        .with("email", "\"x\"")
                        .document("passport", "a/b.pdf", "text/html", "%%%")
                        .bytes())
                .sentences(Locale.ENGLISH);

        assertThat(sentences)
                .containsOnlyKeys(
                        "persons[0].familyName",
                        "persons[0].birthDate",
                        "persons[1].email",
                        "persons[1].documents[1].contentType",
                        "persons[1].documents[1].content",
                        "persons[1].documents[1].fileName");
    }

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                arguments("application/pdf", "", "file.base64"),
                arguments("application/pdf", "no base64!", "file.base64"),
                arguments("application/pdf", ApplicationJson.PDF + "\n", "file.base64"),
                arguments("image/png", ApplicationJson.PDF, "file.type"),
                arguments(
                        "application/pdf",
                        ApplicationJson.base64("<html><script>alert(1)</script></html>"),
                        "file.type"),
                arguments("application/pdf", ApplicationJson.base64("MZ\u0090\u0000\u0003"), "file.type"),
                arguments("image/jpeg", ApplicationJson.base64("\u0089PNG\r\n\u001a\n"), "file.type"),
                arguments("application/pdf", ApplicationJson.base64("%PDF-1.4" + " ".repeat(1 << 20)), "file.large"));
    }

    @ParameterizedTest
    @MethodSource("wrongFiles")
    void a_file_must_be_what_it_says(String contentType, String content, String code) {
        Problems problems = refused(ApplicationJson.valid()
                .document("proofOfAddress", "lejekontrakt", contentType, content)
                .bytes());

        assertThat(sentenceStart(problems, "persons[0].documents[1].content")).isEqualTo(start(code));
    }

    @Test
    void the_same_person_does_not_move_in_twice() {
        Problems document = refused(ApplicationJson.valid()
                .with("identityDocumentNumber", "\"T22 123-456\"")
                .person()
                .with("identityDocumentNumber", "\"t22123456\"")
                .bytes());
        Problems name = refused(ApplicationJson.valid()
                .with("givenNames", "\"Eva Maria\"")
                .person()
                .with("givenNames", "\"EVA-MARIA\"")
                .bytes());

        assertThat(document.sentences(DANISH)).containsOnlyKeys("persons[1].identityDocumentNumber");
        assertThat(name.sentences(DANISH)).containsOnlyKeys("persons[1].familyName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{} {}",
                "{\"persons\":[],\"persons\":[]}",
                "{\"persons\":{}}",
                "{\"persons\":[]}",
                "{\"persons\":[7]}",
                "{\"persons\":[{},{},{},{}]}",
                "{\"persons\":[[[[[[[[[[[[[[1]]]]]]]]]]]]]]}",
                "{}"
            })
    void what_is_no_application_is_refused(String body) {
        assertThat(refused(body.getBytes(StandardCharsets.UTF_8)).isEmpty()).isFalse();
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        assertThat(refused(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'})
                        .sentences(DANISH))
                .containsOnlyKeys("$");
    }

    @Test
    void thousands_of_unknown_keys_make_a_short_answer() {
        StringBuilder keys = new StringBuilder("{\"" + "k".repeat(5000) + "\":1");
        for (int i = 0; i < 5000; i++) {
            keys.append(",\"k").append(i).append("\":1");
        }

        Map<String, String> sentences = refused(keys.append('}').toString().getBytes(StandardCharsets.UTF_8))
                .sentences(Locale.ENGLISH);

        assertThat(sentences).hasSize(100);
        assertThat(sentences.keySet()).allSatisfy(path -> assertThat(path).hasSizeLessThan(80));
    }

    @Test
    void the_fingerprint_is_of_what_is_said_not_of_how_it_is_written() {
        String fingerprint = accepted(numbered(
                        ApplicationJson.valid().with("weeklyHours", "37").with("city", "\"Århus\"")))
                .contentSha256();

        assertThat(accepted(numbered(ApplicationJson.valid()
                                .with("city", "\" A\\u030Arhus\"")
                                .with("coName", "null")
                                .with("weeklyHours", "37.00")))
                        .contentSha256())
                .isEqualTo(fingerprint);
        assertThat(accepted(numbered(ApplicationJson.valid()
                                .with("weeklyHours", "37.5")
                                .with("city", "\"Århus\"")))
                        .contentSha256())
                .isNotEqualTo(fingerprint);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, da",
                "'', da",
                "da, da",
                "en, en",
                "'en-GB,en;q=0.9', en",
                "'fr, en;q=0.5', en",
                "fr, da",
                "';;;', da"
            })
    void the_sender_is_answered_in_danish_or_english(String acceptLanguage, String language) {
        assertThat(Sentences.language(acceptLanguage).getLanguage()).isEqualTo(language);
    }

    @Test
    void each_sentence_stands_in_both_languages() {
        assertThat(bundle(DANISH).keySet()).isEqualTo(bundle(Locale.ENGLISH).keySet());
        assertThat(bundle(DANISH).getString("json"))
                .isNotEqualTo(bundle(Locale.ENGLISH).getString("json"));
    }

    private SubmittedApplication accepted(ApplicationJson application) {
        Reading reading = reader.read(application.bytes());
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).application();
    }

    private Problems refused(byte[] body) {
        Reading reading = reader.read(body);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).problems();
    }

    private static ApplicationJson numbered(ApplicationJson application) {
        return application.with("identityDocumentNumber", "\"T22000001\"").with("givenNames", "\"Eva\"");
    }

    private static String sentenceStart(Problems problems, String path) {
        return start(problems.sentences(DANISH).getOrDefault(path, "nothing at " + path), 20);
    }

    private static String start(String code) {
        return start(bundle(DANISH).getString(code), 20);
    }

    private static String start(String sentence, int length) {
        return sentence.substring(0, Math.min(length, sentence.length()));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "dk.ics.intake.application.refusals",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
