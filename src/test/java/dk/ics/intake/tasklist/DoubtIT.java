package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
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

    private static final String FOUR_EYES = "Du har selv udført den første kontrol.";
    private static final String DOUBT = "Fotoet er skåret ud og sat ind igen; laminatet løfter sig langs kanten.";

    private final IdentityService accounts;
    private final CaseFile caseFile;
    private final Colleagues colleagues;
    private final Story story;

    @Autowired
    DoubtIT(@LocalServerPort int port, ApplicationContext application, IdentityService accounts, CaseFile caseFile) {
        String baseUrl = "http://localhost:" + port;
        this.accounts = accounts;
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
        first.openList("Identitetskontrol")
                .openTask("Kontrollér identitet", reference)
                .claim();
        first.form().choose("Hvordan er dokumentet forevist?", "Originalt dokument");
        first.form().choose("Dokumentet er ægte og ubeskadiget", "Ikke opfyldt");
        first.form().choose("Resultat af kontrollen", "Tvivl – send til specialist");
        first.form().fillWhatIsRequired("02.03.2026");
        first.form().write("Hvad er du i tvivl om?", DOUBT);
        story.look(first.page(), first.form().field("Hvad er du i tvivl om?"), "doubt-first-control");
        first.complete();
        colleagues.runJobs();

        first.openList("Specialist")
                .openTask("Vurdér tvivl om identitet", reference)
                .claim();
        examine(first.form());
        first.isRefused("Resultat af undersøgelsen", FOUR_EYES);
        story.look(first.page(), "doubt-same-person");
        first.putBack();

        Typist second = story.person("specialist");
        second.openList("Specialist")
                .openTask("Vurdér tvivl om identitet", reference)
                .claim();
        assertThat(second.page().locator(".fjs-container")).containsText(DOUBT);
        examine(second.form());
        story.look(second.page(), second.form().field("NIDC's sagsnummer"), "doubt-examined");
        second.complete();
        colleagues.runJobs();

        second.openList("Specialist").openTask("Foretag partshøring", reference).claim();
        assertThat(second.form().field("Partshøring til borgeren"))
                .hasValue(Pattern.compile("NIDC finder fotoet udskiftet"));
        second.form().choose("Hvordan får borgeren høringen?", "Udleveret ved skranken");
        story.look(second.page(), "doubt-hearing");
        second.complete();
        colleagues.runJobs();

        second.openList("Specialist")
                .openTask("Afgør afslag på identitet", reference)
                .claim();
        decide(second.form());
        second.isRefused("Har borgeren svaret?", "Fristen for borgerens svar er ikke udløbet endnu.");
        story.look(second.page());

        story.goBy(Duration.ofDays(15));
        second = story.person("specialist");
        second.openList("Mine opgaver").openTask("Afgør afslag på identitet", reference);
        decide(second.form());
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

    private static void examine(TypedForm form) {
        form.choose("Udtalelse fra NIDC", "Dokumentet vurderes falsk eller forfalsket")
                .write("NIDC's sagsnummer", "2026-04711");
        form.choose("Det originale dokument er set", "Opfyldt")
                .choose("Dokumentet er ægte og uændret", "Ikke opfyldt")
                .choose("Billedet forestiller borgeren", "Opfyldt")
                .choose("Oplysningerne svarer til borgeren", "Opfyldt");
        form.write("Hvad viste undersøgelsen?", "NIDC finder fotoet udskiftet. UV-lys viser brud i laminatet.")
                .choose("Resultat af undersøgelsen", "Identiteten kan ikke godkendes – hør borgeren");
    }

    private static void decide(TypedForm form) {
        form.choose("Har borgeren svaret?", "Nej, og fristen er udløbet")
                .choose("Afgørelse", "Afslag på at godkende identiteten")
                .write("Begrundelse til borgeren", "Passet er forfalsket, og der er ikke forevist et andet.")
                .choose("Klagevejledning", "Borgeren har fået klagevejledning: klage inden 4 uger gennem kommunen");
    }
}
