package dk.ics.intake.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.casefile.CaseReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every letter there is, as a PDF in both languages. */
class SheetTest {

    private static final Path TEXTS = Path.of("src/main/resources/dk/ics/intake/letter");
    private static final Path PICTURES = Path.of("target/letters");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final String NAME = "Bożena Elżbieta Nowakówna";

    /** Words that only the other language has. */
    private static final Map<Language, Pattern> FOREIGN = Map.of(
            Language.DANISH,
            Pattern.compile(
                    "(?i)(?<!\\p{L})(the|you|your|and|of|case|page|date|please|kind|regards|we|is|letter)(?!\\p{L})"),
            Language.ENGLISH,
            Pattern.compile(
                    "(?i)(?<!\\p{L})(og|du|dig|din|vi|ikke|sag|sagen|den|er|side|dato|hilsen|kommune|har|brev)(?!\\p{L})"));

    private static final Set<String> TO_AUTHORITIES = Set.of("assembleDossier");

    private final Typesetter typesetter = new Typesetter();

    static Stream<Arguments> letters() throws IOException {
        return steps().stream()
                .flatMap(step -> Stream.of(Language.values())
                        .filter(language -> language == Language.DANISH || !TO_AUTHORITIES.contains(step))
                        .map(language -> Arguments.of(step, language)));
    }

    /** Every step that has a text, also those that come later. */
    static Set<String> steps() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("[A-Za-z]+\\.da\\.txt"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @MethodSource("letters")
    void a_letter_is_an_accessible_sheet_of_its_language(String step, Language language) throws Exception {
        Pdf pdf = pdf(step, language, NAME, values(step, language));
        pdf.draw(PICTURES, step + "-" + language.code());

        assertThat(pdf.language()).isEqualTo(language.code());
        assertThat(pdf.title()).contains("2026-000123").doesNotContain("{{");
        assertThat(pdf.showsTitle()).isTrue();
        assertThat(pdf.isTagged()).isTrue();
        assertThat(pdf.embedsItsFonts()).isTrue();
        assertThat(pdf.size()).containsExactly(210L, 297L);
        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.accessibilityFaults()).isEmpty();
        assertThat(pdf.text())
                .contains(
                        NAME,
                        pdf.title(),
                        "2026-000123",
                        "International Citizen Service Øst",
                        "Nyropsgade 1, 1602 København V",
                        "+45 33 66 10 00",
                        "indrejse@example.dk",
                        language == Language.DANISH ? "fredag den 20. november 2026" : "Friday 20 November 2026",
                        language == Language.DANISH ? "Side 1 af 1" : "Page 1 of 1")
                .doesNotContain("{{", "# ", " - ");
        assertThat(foreign(language, pdf.text())).isEmpty();
    }

    @Test
    void the_test_knows_the_other_language() {
        assertThat(foreign(Language.DANISH, "Kind regards")).containsExactly("Kind", "regards");
        assertThat(foreign(Language.ENGLISH, "Med venlig hilsen")).containsExactly("hilsen");
    }

    private static List<String> foreign(Language language, String text) {
        return Objects.requireNonNull(FOREIGN.get(language))
                .matcher(own(text))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Without the names of Danish institutions, and of our own office, which are the same in both languages. */
    private static String own(String text) {
        return text.replaceAll(
                "International Citizen Service|\\(Digitalisering\\w+\\)|\\(Erstatningspersonnummer\\)", "");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_same_sheet_gives_the_same_bytes(Language language) throws Exception {
        byte[] once = sheet("requestDocuments", language, NAME, values("requestDocuments", language));
        Thread.sleep(1100);
        assertThat(sheet("requestDocuments", language, NAME, values("requestDocuments", language)))
                .isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Åse Øllgård-Æbelø Müller Großmann",
                "Őze Gyűrű Łukasz Żółć Ștefan Țuțea Doğan Şahin İpek Ilgın",
                "Čapek Řehoř Ľudovít Ģirts Ķēniņš Žižkov Đorđević Þórður Eiríksdóttir",
                "Ņikita Ūdris Ėgličiūtė Ąžuolas Õunapuu Ħal Għarb Ġorġ Ïsa Ñandú Çelik",
                "Αλέξανδρος Παπαδόπουλος",
                "Ѓорѓи Љубомир Њего Џорџе Олександр Їжакевич Ґалаґан Йордан Щерев"
            })
    void names_of_all_european_languages_can_be_read(String name) {
        assertThat(pdf("sendSummary", Language.DANISH, name, values("sendSummary", Language.DANISH))
                        .text())
                .contains(name);
    }

    @Test
    void what_people_write_is_text_and_nothing_else() {
        String name = "<b>Eve</b> <script>x</script> ${7*7} {{from}}";
        String hostile = "<img src='file:///etc/passwd'/> &amp; {{from}} ]]> %n #{7*7}";
        Map<String, String> values = Map.of("referredTo", hostile, "reason", "1.\n2.\n\n" + hostile);
        Pdf pdf = pdf("sendReferral", Language.ENGLISH, name, values);

        assertThat(pdf.text())
                .contains(name + " You have been referred")
                .contains("Please contact: " + hostile.replace("{{", "{ {"))
                .contains("1. 2. " + hostile.replace("{{", "{ {"))
                .doesNotContain("49");
    }

    @Test
    void a_long_letter_has_more_pages_and_counts_them() {
        Pdf pdf = pdf(
                "sendMitIdRefusal",
                Language.DANISH,
                NAME,
                Map.of(
                        "reason",
                        "Vi kan ikke fastslå identiteten.\n\n".repeat(60).strip()));

        assertThat(pdf.pages()).isGreaterThan(1);
        assertThat(pdf.text()).contains("Side 2 af " + pdf.pages());
    }

    private Pdf pdf(String step, Language language, String recipient, Map<String, ?> values) {
        return new Pdf(sheet(step, language, recipient, values));
    }

    private byte[] sheet(String step, Language language, String recipient, Map<String, ?> values) {
        return typesetter.pdf(new Letter(
                        step,
                        new CaseReference("2026-000123"),
                        language,
                        recipient,
                        Offices.COPENHAGEN.texts(step, language),
                        values)
                .sheet(DATE));
    }

    private static Map<String, Object> values(String step, Language language) {
        boolean danish = language == Language.DANISH;
        return Map.ofEntries(
                Map.entry("papers", List.of("passport", "taxForm", "birthCertificate")),
                Map.entry("message", danish ? "Tag begge forældre med." : "Bring both parents."),
                Map.entry("deadline", LocalDate.of(2026, 12, 14)),
                Map.entry("appointment", OffsetDateTime.parse("2026-12-01T08:00:00Z")),
                Map.entry("referredTo", "Jobcenter Roskilde\nRåholt 1, 4000 Roskilde"),
                Map.entry(
                        "grounds",
                        danish ? "Fotoet i passet er skiftet ud." : "The photograph in the passport was exchanged."),
                Map.entry("reason", danish ? "Boligen er ikke dokumenteret." : "There is no proof of a dwelling."),
                Map.entry("services", List.of("cprNumber.delivered", "healthCard.delivered", "mitId.notDelivered")),
                Map.entry("municipality", "Høje-Taastrup"),
                Map.entry("lastDay", LocalDate.of(2027, 3, 2)),
                Map.entry("registeredFrom", LocalDate.of(2026, 11, 1)),
                Map.entry("holder", NAME),
                Map.entry("replacementNumber", "770591-1000"),
                Map.entry("insuranceGroup", "1"),
                Map.entry("doctor", "Lægerne ved Torvet\nRådhuspladsen 4, 2000 Frederiksberg"),
                Map.entry("issuedOn", DATE));
    }
}
