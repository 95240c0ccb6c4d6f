package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.simulator.Behaviour;
import dk.ics.intake.simulator.Behaviours;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Is this passport hers? Somebody else than the first looks again, NIDC is asked, the citizen is heard. */
@IntakeTest
@Tag("browser")
class DoubtIT {

    private static final String FOUR_EYES = "Du har selv udført den første kontrol";
    private static final String DOUBT = "Fotoet er skåret ud og sat ind igen; laminatet løfter sig langs kanten.";

    private static final String FINDINGS = "NIDC finder fotoet udskiftet. UV-lys viser brud i laminatet.";

    private final IdentityService accounts;
    private final Behaviours behaviours;
    private final CaseFile caseFile;
    private final Colleagues colleagues;
    private final Story story;

    @Autowired
    DoubtIT(
            @LocalServerPort int port,
            ApplicationContext application,
            IdentityService accounts,
            Behaviours behaviours,
            CaseFile caseFile) {
        String baseUrl = "http://localhost:" + port;
        this.accounts = accounts;
        this.behaviours = behaviours;
        this.caseFile = caseFile;
        this.colleagues = new Colleagues(application, baseUrl);
        this.story = new Story(application, baseUrl);
    }

    /** In a small office one person may be both, but not in one case. */
    @BeforeEach
    void somebodyIsBoth() {
        accounts.createMembership("idkontrol2", "identitySpecialist");
    }

    @AfterEach
    void close() {
        accounts.deleteMembership("idkontrol2", "identitySpecialist");
        story.close();
    }

    @Test
    @DisplayName("an identity in doubt: a second person, NIDC, a hearing, and a refusal when its time is over")
    void refused() throws IOException, InterruptedException {
        String reference = colleagues.send("german-engineer.json").get(0);
        colleagues.workUpTo(List.of(reference), "controlIdentity");

        Typist first = story.person("idkontrol2");
        take(first, reference);
        doubts(first);
        story.look(first.page(), first.form().field("Hvad er du i tvivl om?"), "doubt-first-control");
        first.complete();
        colleagues.runJobs();

        isNotTaken(first, reference);
        Screenshots.take(first.page(), "doubt-same-person");

        behaviours.next("nidc", "referrals", Behaviour.of(Behaviour.Kind.FORGED));
        Typist second = story.person("specialist");
        ask(second, reference, "doubt-question");
        second.openList("Specialist")
                .openTask("Vurdér tvivl om identitet", reference)
                .claim();
        assertThat(second.page().locator(".fjs-container"))
                .containsText(Pattern.compile("Dokumentet vurderes falsk.*Vores spørgsmål", Pattern.DOTALL));
        second.form()
                .choose("Er dokumentet kommet tilbage fra NIDC?", "Ja")
                .choose("Hvad gør du?", "Identiteten kan ikke godkendes – hør borgeren");
        look(second.form(), "Ikke opfyldt");
        second.form().write("Hvad viste undersøgelsen?", FINDINGS);
        story.look(second.page(), second.form().field("Hvad gør du?"), "doubt-examined");
        second.complete();
        colleagues.runJobs();

        second.openList("Specialist").openTask("Foretag partshøring", reference).claim();
        assertThat(second.form().field("Hvad vil et afslag bygge på?")).hasValue(FINDINGS);
        second.form().choose("Hvordan får borgeren brevet?", "Udleveres ved skranken");
        story.look(second.page(), "doubt-hearing");
        second.complete();
        colleagues.runJobs();

        second.openList("Specialist").openTask("Registrér svar på høring", reference);
        story.look(second.page(), "doubt-waiting");

        story.goBy(Duration.ofDays(15));
        colleagues.runJobs();
        second = story.person("specialist");
        second.openList("Specialist")
                .openTask("Afgør afslag på identitet", reference)
                .claim();
        second.form()
                .choose("Har borgeren svaret?", "Nej, og fristen er udløbet")
                .choose("Afgørelse", "Afslag på at godkende identiteten")
                .write("Begrundelse til borgeren", "Passet er forfalsket, og der er ikke forevist et andet.");
        story.look(second.page(), "doubt-decision");
        second.complete();
        colleagues.workToTheEnd(List.of(reference));

        CaseReference theCase = new CaseReference(reference);
        // SIRI had issued the EU residence document before.
        assertThat(caseFile.get(theCase))
                .returns("closed", CaseFileEntry::status)
                .returns("partly", CaseFileEntry::outcome);
        assertThat(caseFile.read(theCase, List.of("controlledBy", "examinedBy", "cprNumber")))
                .containsOnly(Map.entry("controlledBy", "idkontrol2"), Map.entry("examinedBy", "specialist"));
        Page page = second.find(reference);
        assertThat(page.locator(".ics-whole-case")).containsText("Identitet ikke godkendt");
        Locator letter = page.locator(".ics-lines li")
                .filter(new Locator.FilterOptions().setHasText("Brev til borgeren"))
                .filter(new Locator.FilterOptions().setHasText("udleveret 17.03.2026"))
                .first();
        assertThat(letter).isVisible();
        story.look(page, letter, "doubt-closed");
    }

    @Test
    @DisplayName("a name that differs is explained, a doubt put to NIDC, and the identity approved")
    void approved() throws IOException, InterruptedException {
        String reference = colleagues.send("italian-researcher.json").get(0);
        colleagues.workUpTo(List.of(reference), "controlIdentity");
        Typist first = story.person("idkontrol2");
        take(first, reference);
        differs(first);
        doubts(first);
        first.complete();
        colleagues.runJobs();

        Typist second = story.person("specialist");
        ask(second, reference, "doubt-question");
        second.openList("Specialist")
                .openTask("Vurdér tvivl om identitet", reference)
                .claim();
        second.form()
                .choose("Er dokumentet kommet tilbage fra NIDC?", "Ja")
                .choose("Hvad gør du?", "Identiteten er godkendt");
        look(second.form(), "Opfyldt");
        second.form().write("Hvad viste undersøgelsen?", "NIDC finder passet ægte; fotoet er sat ind af udstederen.");
        story.look(second.page());
        second.complete();
        colleagues.workToTheEnd(List.of(reference));

        assertThat(caseFile.get(new CaseReference(reference)))
                .returns("closed", CaseFileEntry::status)
                .returns("completed", CaseFileEntry::outcome);
        assertThat(second.find(reference).locator(".ics-whole-case")).containsText("Identitet godkendt");
    }

    private static void take(Typist first, String reference) {
        first.openList("Identitetskontrol")
                .openTask("Kontrollér identitet", reference)
                .claim();
    }

    /** The passport has another given name than the application: no approval without a word about it. */
    private void differs(Typist first) {
        String label = "De maskinlæsbare linjer nederst i dokumentet";
        Locator zone = first.form().field(label);
        assertThat(zone).hasValue(Pattern.compile("DANGELO<<NICCOLO<"));
        first.form().write(label, zone.inputValue().replace("<<NICCOLO<", "<<NICOLAO<"));
        Locator differs = first.page().locator(".ics-zone .ics-differs");
        assertThat(differs).hasCount(1);
        assertThat(differs).containsText("NICOLAO");
        assertThat(differs).containsText("Niccolò");
        first.form().choose("Hvordan er dokumentet forevist?", "Originalt dokument");
        first.form().fillWhatIsRequired("02.03.2026");
        first.isRefused("Forklaring på forskelle", "Forklar, hvad der er forskelligt");
        story.look(first.page(), differs, "doubt-difference");
        first.form().write("Forklaring på forskelle", "Passet har den latinske form af navnet.");
    }

    /** The first control, up to »Fuldfør«. */
    private static void doubts(Typist first) {
        first.form().choose("Hvordan er dokumentet forevist?", "Originalt dokument");
        first.form().choose("Dokumentet er ægte og ubeskadiget", "Ikke opfyldt");
        first.form().choose("Resultat af kontrollen", "Tvivl – send til specialist");
        first.form().fillWhatIsRequired("02.03.2026");
        first.form().write("Hvad er du i tvivl om?", DOUBT);
    }

    /** Whoever did the first control is told so, and has no task. */
    private static void isNotTaken(Typist first, String reference) {
        first.openList("Specialist").openTask("Vurdér tvivl om identitet", reference);
        first.keyboard().tabTo("Tag opgaven").press("Enter");
        assertThat(first.page().locator(".page-notifications")).containsText(FOUR_EYES);
        assertThat(first.page().locator(".task-card .unclaim")).hasCount(0);
    }

    /** Until NIDC has answered and somebody is to look again. */
    private void ask(Typist specialist, String reference, String picture) throws InterruptedException {
        specialist
                .openList("Specialist")
                .openTask("Vurdér tvivl om identitet", reference)
                .claim();
        assertThat(specialist.page().locator(".fjs-container")).containsText(DOUBT);
        specialist
                .form()
                .choose("Hvad gør du?", "Spørg Nationalt ID-center (NIDC), før tvivlen vurderes")
                .write("Hvad skal NIDC undersøge?", "Er fotoet skiftet ud?")
                .choose("Hvad får NIDC at undersøge?", "Det originale dokument, som vi sender")
                .write("Hvad viste undersøgelsen?", "UV-lys viser brud i laminatet.");
        story.look(specialist.page(), specialist.form().field("Hvad skal NIDC undersøge?"), picture);
        specialist.complete();
        colleagues.workUpTo(List.of(reference), "examineDoubt");
    }

    private static void look(TypedForm form, String genuine) {
        form.choose("Det originale dokument er set", "Opfyldt")
                .choose("Dokumentet er ægte og uændret", genuine)
                .choose("Billedet forestiller borgeren", "Opfyldt")
                .choose("Oplysningerne svarer til borgeren", "Opfyldt");
    }
}
