package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.casefile.Documents;
import dk.ics.intake.letter.Pdf;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A citizen calls: she does not come after all. The caseworker has no mouse. */
@IntakeTest
@Tag("browser")
class WithdrawalByKeyboardIT {

    private final CaseFile caseFile;
    private final Documents documents;
    private final Colleagues colleagues;
    private final Story story;

    @Autowired
    WithdrawalByKeyboardIT(
            @LocalServerPort int port, ApplicationContext application, CaseFile caseFile, Documents documents) {
        String baseUrl = "http://localhost:" + port;
        this.caseFile = caseFile;
        this.documents = documents;
        this.colleagues = new Colleagues(application, baseUrl);
        this.story = new Story(application, baseUrl);
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    @DisplayName("an application is withdrawn by keyboard only: what is under way stops, and the citizen has a letter")
    void withdrawn() throws IOException, InterruptedException {
        String reference = colleagues.send("polish-carpenter.json").get(0);
        colleagues.workUpTo(List.of(reference), "controlIdentity", "checkTaxApplication");
        Caseworker control = story.person("idkontrol");
        control.openList("Identitetskontrol")
                .openTask("Kontrollér identitet", reference)
                .claim();
        control.form().fillWhatIsRequired("02.03.2026");
        Page colleague = control.page();

        Caseworker caseworker = story.arrives("sagsbehandler").openLogIn();
        Page page = caseworker.page();
        Keyboard keyboard = new Keyboard(page);
        caseworker.logInByKeyboard(keyboard);

        keyboard.tabTo("Ny sag").press("Enter");
        page.locator(".modal-dialog").getByText("Tilbagetrækning").first().waitFor();
        keyboard.tabTo("Tilbagetrækning").press("Enter");
        page.locator(".modal-dialog .fjs-form-field").first().waitFor();
        keyboard.tabTo("Sagsnummer").type(reference);
        keyboard.tabTo("Borgeren selv").press("Space");
        keyboard.tabTo("Ringede").press("Space");
        keyboard.tabTo("Modtaget den").type("02.03.2026");
        keyboard.tabTo("Bemærkning").type("Borgeren har fået arbejde i Gdańsk i stedet.");
        story.look(page, "withdrawal-form");
        keyboard.tabTo("Opret sag").press("Enter");
        page.locator(".modal-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        colleagues.runJobs();

        assertThat(caseFile.get(new CaseReference(reference)))
                .returns("closed", CaseFileEntry::status)
                .returns("withdrawn", CaseFileEntry::outcome);
        assertThat(colleagues.openTasks(reference)).isEmpty();
        assertThat(Pdf.letters(documents, new CaseReference(reference)))
                .last()
                .asString()
                .contains("has been withdrawn");

        keyboard.tabTo("Find sag")
                .press("Enter")
                .isAt("Hvad skal du bruge sagen til?")
                .type("Sagsbehandling");
        keyboard.tabTo("Sagsnummer").type(reference).press("Enter").isAt("1 sag fundet");
        keyboard.press("Tab").isAt("Sag " + reference).press("Enter").isAt("Sag " + reference);
        assertThat(page.locator(".ics-whole-case")).containsText("Der er ingen åbne opgaver på sagen.");
        assertThat(page.locator(".ics-case-state")).containsText("Ansøgningen er trukket tilbage");
        keyboard.tabTo("Vis Brev til borgeren, Din ansøgning er trukket tilbage");
        story.look(page, "withdrawal-closed");

        colleague
                .getByText("Fuldfør", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(colleague.getByText("Opgaven er ikke længere aktuel.").first())
                .isVisible();
        assertThat(Danish.englishOn(colleague)).isEmpty();
        Screenshots.take(colleague, "withdrawal-colleague");
    }
}
