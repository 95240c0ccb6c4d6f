package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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
        Typist control = story.person("idkontrol");
        control.openList("Identitetskontrol")
                .openTask("Kontrollér identitet", reference)
                .claim();
        control.form().fillWhatIsRequired("02.03.2026");
        Page colleague = control.page();

        Typist caseworker = story.person("sagsbehandler");
        Page page = caseworker.page();
        caseworker
                .begin("Tilbagetrækning")
                .write("Sagsnummer", reference)
                .choose("Hvem trækker ansøgningen tilbage?", "Borgeren selv")
                .choose("Hvordan henvendte vedkommende sig?", "Ringede")
                .write("Modtaget den", "02.03.2026")
                .write("Bemærkning", "Borgeren har fået arbejde i Gdańsk i stedet.");
        story.look(page, "withdrawal-form");
        caseworker.register();
        colleagues.runJobs();

        assertThat(caseFile.get(new CaseReference(reference)))
                .returns("closed", CaseFileEntry::status)
                .returns("withdrawn", CaseFileEntry::outcome);
        assertThat(colleagues.openTasks(reference)).isEmpty();
        assertThat(Pdf.letters(documents, new CaseReference(reference)))
                .last()
                .asString()
                .contains("has been withdrawn");

        caseworker.find(reference);
        assertThat(page.locator(".ics-whole-case")).containsText("Der er ingen åbne opgaver på sagen.");
        assertThat(page.locator(".ics-whole-case")).containsText("Blev ikke begyndt");
        assertThat(page.locator(".ics-case-state")).containsText("Ansøgningen er trukket tilbage");
        caseworker.keyboard().tabTo("Vis Brev til borgeren, Din ansøgning er trukket tilbage");
        story.look(page, "withdrawal-closed");

        control.keyboard().tabTo("Fuldfør").press("Enter");
        assertThat(colleague.getByText("Opgaven er ikke længere aktuel.").first())
                .isVisible();
        assertThat(colleague.locator(".page-notifications .alert-danger").first())
                .not()
                .containsText(" :", new LocatorAssertions.ContainsTextOptions().setUseInnerText(true));
        assertThat(Danish.englishOn(colleague)).isEmpty();
        Screenshots.take(colleague, "withdrawal-colleague");
    }
}
