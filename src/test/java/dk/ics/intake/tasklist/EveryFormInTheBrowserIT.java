package dk.ics.intake.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.process.RealTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Every form there is, in the browser of whoever works with it: Danish whatever is opened, chosen or left out, whole on
 * a screen and on a telephone, each refusal at its field, nothing typed lost, nothing of it left in the browser.
 */
@IntakeTest
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryFormInTheBrowserIT {

    /** The start forms, and what one chooses in »Ny sag« to get there. */
    private static final Map<String, String> START_FORMS = Map.of(
            "enquiryReceived", "Indrejse",
            "withdrawalReported", "Tilbagetrækning",
            "correctionRequested", "Rettelse",
            "departureReported", "Dødsfald eller udrejse",
            "relocationReported", "Flytning til anden kommune",
            "complaintReceived", "Klage",
            "supervisionRequested", "Tilsyn med identitetskontrol",
            "enquiryRegistered", "Henvendelse på telefon og mail");

    private static final String LONG = "øl".repeat(5_000);
    private static final List<String> CODES = List.of("${7*7}", "<img src=x onerror=alert(1)>");
    private static final String REFUSAL_OF_CODES = "Feltet må ikke indeholde koder, fx <…>, ${…} eller #{…}.";

    private static final String NO_SUCH_DAY = "Datoen findes ikke. Skriv den som dd.mm.åååå.";

    /** Forms that ask for choices and numbers only: there the page is made to send what it does not offer. */
    private static final Map<String, String> NOT_OFFERED =
            Map.of("callUp", "desk", "chooseDoctor", "insuranceGroup", "informAuthority", "noticeWay");

    /** What the page is made to send a start form although it does not offer it. */
    private static final Map<String, String> NOT_OFFERED_AT_THE_START = Map.of(
            "enquiryReceived", "channel",
            "enquiryRegistered", "channel",
            "withdrawalReported", "withdrawnBy",
            "correctionRequested", "correctionKind",
            "departureReported", "departureKind",
            "relocationReported", "relocationMunicipality",
            "complaintReceived", "complaintDecision");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneId.of("Europe/Copenhagen"));

    /** The forms that have been on a page; of the class, so that a second try of one test keeps the others'. */
    private static final Set<String> SEEN = new TreeSet<>();

    private final String baseUrl;
    private final TestClock clock;
    private final RealTasks tasks;
    private final Browser browser = Browser.open();
    private final Map<String, Caseworker> people = new HashMap<>();

    /** Everything a look has found wrong with the form at hand. */
    private final Set<String> faults = new LinkedHashSet<>();

    @Autowired
    EveryFormInTheBrowserIT(@LocalServerPort int port, TestClock clock, ApplicationContext application) {
        this.baseUrl = "http://localhost:" + port;
        this.clock = clock;
        this.tasks = new RealTasks(application, baseUrl);
    }

    @BeforeEach
    void nothingFoundYet() {
        faults.clear();
    }

    @AfterAll
    void close() {
        browser.close();
    }

    static Set<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.map(EveryFormInTheBrowserIT::id).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static Stream<String> tasks() throws IOException {
        return forms().stream().filter(form -> !START_FORMS.containsKey(form));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    @Order(1)
    void of_a_task(String form) {
        RealTasks.Open task = tasks.open(form);
        Page page = person(task.account()).page();
        page.navigate(baseUrl + "/camunda/app/tasklist/default/#/?task=" + task.taskId());
        page.getByText("Tag opgaven", new Page.GetByTextOptions().setExact(true))
                .click();
        OpenForm open = new OpenForm(page, form).await();
        SEEN.add(open.idOnThePage());
        // What was said of the task before is gone.
        PlaywrightAssertions.assertThat(page.locator(".page-notifications .alert-danger"))
                .hasCount(0);
        look(page, "as it opens");
        Layout.whole(page);
        Screenshots.take(page, "form-" + form);
        empty(open);
        refused(open, page, "Fuldfør");
        look(page, "when nothing is answered");

        if (NOT_OFFERED.containsKey(form)) {
            refusesWhatIsNotOffered(open, page, form);
        } else {
            keepsWhatIsRefused(open, page);
        }
        tryEverything(open, page);
        assertThat(faults).isEmpty();
    }

    static Stream<String> starts() {
        return START_FORMS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("starts")
    @Order(1)
    @DisplayName("a start form behind »Ny sag«")
    void of_a_start(String form) {
        String account = switch (form) {
            case "enquiryReceived" -> "visitation";
            case "supervisionRequested" -> "tilsyn";
            default -> "sagsbehandler";
        };
        // Her own: the dialog stays open.
        try (Caseworker starter = browser.caseworker(baseUrl, account, clock.now())) {
            Page page = starter.logIn().page();
            page.locator(".start-process-action a").click();
            page.locator(".modal-dialog")
                    .getByText(Objects.requireNonNull(START_FORMS.get(form)))
                    .first()
                    .click();
            OpenForm open = new OpenForm(page, form).await();
            SEEN.add(open.idOnThePage());
            look(page, "as it opens");
            Layout.whole(page);
            Screenshots.take(page, "form-" + form);
            refused(open, page, "Registrér");
            look(page, "when nothing is answered");
            unfold(open, page, new HashSet<>());
            open.controlOf("caseReference").ifPresent(control -> open.type(control, tasks.openCase()));
            open.fillTheRest(DAY.format(clock.now()));
            if (form.equals("supervisionRequested")) {
                open.type(open.controlOf("periodTo").orElseThrow(), "01.01.2020");
                refused(open, page, "Registrér");
                assertThat(open.messageAt(open.controlOf("periodTo").orElseThrow()))
                        .isEqualTo("Perioden slutter, før den begynder.");
            } else {
                String key = Objects.requireNonNull(NOT_OFFERED_AT_THE_START.get(form));
                tamper(page, key);
                refused(open, page, "Registrér");
                assertThat(open.messageAt(open.controlOf(key).orElseThrow()))
                        .isEqualTo("Vælg en af de muligheder, der vises.");
            }
            look(page, "refused by the server");
            nothingIsLeftIn(page, List.of());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(2)
    void no_form_is_left_out() throws IOException {
        assertThat(SEEN).isEqualTo(forms());
    }

    /** Too long, then codes: the sentence stands at the field, and what was typed is there, now and after a reload. */
    private void keepsWhatIsRefused(OpenForm open, Page page) {
        String field = freeText(open);
        page.waitForResponse(answer -> answer.url().endsWith("/draft") && answer.status() == 204, () -> {
            open.type(field, LONG);
            refused(open, page, "Fuldfør");
            page.clock().fastForward(3_000);
        });
        assertThat(open.messageAt(field)).matches("Skriv højst [0-9]+ tegn\\.");
        look(page, "too long");
        assertThat(open.control(field).inputValue()).isEqualTo(LONG);
        nothingIsLeftIn(page, List.of("øløl"));

        // Every form refuses both over REST (EveryFormRefusesTest); here each shows one of them. What is chosen may
        // open
        // further fields, so the field for it is found when all choices are made.
        String codes = CODES.get(Math.floorMod(open.idOnThePage().hashCode(), CODES.size()));
        open.type(field, "");
        open.fillTheRest(DAY.format(clock.now()));
        String again = freeText(open);
        open.type(again, codes);
        open.fillTheRest(DAY.format(clock.now()));
        refused(open, page, "Fuldfør");
        assertThat(open.messageAt(again)).isEqualTo(REFUSAL_OF_CODES);
        assertThat(open.control(again).inputValue()).isEqualTo(codes);
        look(page, "refused by the server");
        nothingIsLeftIn(page, List.of("øløl", "onerror", "7*7"));
        reload(open, page);
        assertThat(open.control(freeText(open)).inputValue()).isEqualTo(codes);
        nothingIsLeftIn(page, List.of("øløl", "onerror", "7*7"));
    }

    private void refusesWhatIsNotOffered(OpenForm open, Page page, String form) {
        String key = Objects.requireNonNull(NOT_OFFERED.get(form));
        open.fillTheRest(DAY.format(clock.now()));
        tamper(page, key);
        refused(open, page, "Fuldfør");
        String control = open.controlOf(key).orElseThrow();
        assertThat(open.messageAt(control)).isIn("Vælg en af de muligheder, der vises.", "Skriv et tal.");
        look(page, "refused by the server");
        nothingIsLeftIn(page, List.of());
    }

    /** Each choice once, what each opens, then everything wrong, then everything empty. */
    private void tryEverything(OpenForm open, Page page) {
        Set<String> chosen = new HashSet<>();
        Set<String> unfolded = new HashSet<>();
        Set<String> known = new HashSet<>();
        for (String choice = next(open, chosen); !choice.isEmpty(); choice = next(open, chosen)) {
            open.choose(choice);
            open.settle();
            if (known.addAll(open.fields())) {
                look(page, "after " + choice);
            }
            unfold(open, page, unfolded);
        }
        open.addRows();
        look(page, "with rows");
        unfold(open, page, unfolded);
        List<String> written = open.written();
        boolean wrong = false;
        for (String control : written) {
            String type = open.typeOf(control);
            String value = switch (type) {
                case "number" -> "999999";
                case "datetime" -> "99.99.9999";
                case "textfield", "textarea" -> "<b>";
                default -> "";
            };
            if (!value.isEmpty()) {
                open.type(control, value);
                wrong = true;
            }
        }
        if (wrong) {
            refused(open, page, "Fuldfør");
            look(page, "all wrong");
            written.stream().filter(control -> control.endsWith("-date")).forEach(control -> {
                assertThat(open.messageAt(control)).isEqualTo(NO_SUCH_DAY);
                assertThat(open.control(control).inputValue()).isEqualTo("99.99.9999");
            });
            open.guided()
                    .forEach((control, guidance) ->
                            assertThat(open.messageAt(control)).contains(guidance));
            Layout.whole(page);
            Screenshots.take(page, "form-" + open.idOnThePage() + "-wrong");
        }
        if (empty(open)) {
            refused(open, page, "Fuldfør");
            look(page, "all empty");
        }
    }

    /** @return whether something that is required is missing now */
    private static boolean empty(OpenForm open) {
        boolean missing = false;
        for (String control : open.written()) {
            if (!open.typeOf(control).equals("select")) {
                open.type(control, "");
                missing |= open.isRequired(control);
            }
        }
        return missing;
    }

    private static String next(OpenForm open, Set<String> chosen) {
        return open.choices().stream().filter(chosen::add).findFirst().orElse("");
    }

    /** A field for free text, after as many choices as it takes to get to one. */
    private static String freeText(OpenForm open) {
        Set<String> chosen = new HashSet<>();
        while (open.texts().isEmpty()) {
            open.choose(next(open, chosen));
            open.settle();
        }
        List<String> texts = open.texts();
        return texts.get(texts.size() - 1);
    }

    /** »Fuldfør«, and the form says what is wrong instead. */
    private static void refused(OpenForm open, Page page, String button) {
        open.settle();
        page.evaluate(
                "() => document.querySelectorAll('.ics-summary').forEach(box => box.classList.add('ics-before'))");
        page.locator(".form-actions, .modal-footer")
                .getByText(button, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();
        page.waitForFunction(
                "() => document.querySelector('.ics-summary:not(.ics-before)') || !document.querySelector('.fjs-container')");
        assertThat(page.locator(".ics-summary li").allInnerTexts())
                .as("the form was taken")
                .isNotEmpty();
        open.settle();
        PlaywrightAssertions.assertThat(page.locator(".page-notifications .alert-danger"))
                .hasCount(0);
        assertThat(page.locator(".flatpickr-calendar.open, .fjs-dropdownlist").count())
                .as("nothing opens over the message at the field that has the focus")
                .isZero();
    }

    private void look(Page page, String when) {
        Danish.englishOn(page).forEach(english -> faults.add(when + ", English: " + english));
        Layout.faults(page).forEach(fault -> faults.add(when + ", " + fault));
    }

    /** On a telephone, where lists and calendars have least room. */
    private void unfold(OpenForm open, Page page, Set<String> alreadySeen) {
        Layout.telephone(page);
        open.unfold(alreadySeen, () -> {
            Danish.englishOn(page).forEach(english -> faults.add("unfolded, English: " + english));
            Layout.faultsNow(page).forEach(fault -> faults.add("unfolded, " + fault));
        });
    }

    private static void reload(OpenForm open, Page page) {
        page.reload();
        open.await();
    }

    /** The next form is sent with an answer that nobody has offered. */
    private static void tamper(Page page, String key) {
        page.route("**/submit-form", route -> resumeWith(route, key), new Page.RouteOptions().setTimes(1));
    }

    private static void resumeWith(Route route, String key) {
        try {
            ObjectNode body = (ObjectNode) com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .build()
                    .readTree(route.request().postData());
            ((ObjectNode) body.path("variables").path(key)).put("value", "pigeon");
            route.resume(new Route.ResumeOptions().setPostData(body.toString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Neither these texts nor what stands in the form now. */
    private static void nothingIsLeftIn(Page page, List<String> typed) {
        List<String> told = new ArrayList<>(typed);
        told.add("camunda-form");
        Object shown = page.evaluate("""
                () => [...document.querySelectorAll('.fjs-container input:not([type=radio]):not([type=checkbox]), .fjs-container textarea')]
                  .map(control => control.value.slice(0, 50)).filter(value => value.length > 4)""");
        ((List<?>) shown).forEach(value -> told.add(value.toString()));
        String kept = page.evaluate("() => JSON.stringify([localStorage, sessionStorage])")
                .toString();
        assertThat(kept).doesNotContain(told);
    }

    /** Logged in, and Tasklist at rest: until it has its lists it sets the address of the page itself. */
    private Caseworker person(String account) {
        return people.computeIfAbsent(account, name -> {
            Caseworker person = browser.caseworker(baseUrl, name, clock.now()).logIn();
            person.page().locator(".task-filters .item.active").waitFor();
            person.settle();
            return person;
        });
    }

    private static String id(Path file) {
        String[] words = file.getFileName().toString().replace(".form", "").split("-");
        StringBuilder id = new StringBuilder(words[0]);
        for (String word : List.of(words).subList(1, words.length)) {
            id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return id.toString();
    }
}
