package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseFileEntry;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.simulator.Books;
import dk.ics.intake.simulator.Population;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** She paid tax here once and got an administrative number for it: nobody gets a second one. */
@IntakeTest
@Tag("browser")
class AdministrativeNumberIT {

    private final CaseFile caseFile;
    private final Population population;
    private final Books books;
    private final Colleagues colleagues;
    private final Story story;

    @Autowired
    AdministrativeNumberIT(
            @LocalServerPort int port,
            ApplicationContext application,
            CaseFile caseFile,
            Population population,
            Books books) {
        String baseUrl = "http://localhost:" + port;
        this.caseFile = caseFile;
        this.population = population;
        this.books = books;
        this.colleagues = new Colleagues(application, baseUrl);
        this.story = new Story(application, baseUrl);
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    @DisplayName("a returning citizen's administrative number is found, confirmed and used again, and no other issued")
    void usedAgain() throws IOException, InterruptedException {
        // As the demonstration's register has her from the start.
        population.add(
                new Population.Resident(
                        "7111910008", "Kazlauskienė", "Rūta", LocalDate.of(1991, 11, 11), "LTU", "LT000001"),
                List.of());
        long issued = books.issuedOf("personalNumber");
        String reference =
                colleagues.send("lithuanian-with-administrative-number.json").get(0);
        colleagues.workUpTo(List.of(reference), "confirmExistingNumber");

        Typist caseworker = story.person("sagsbehandler");
        Page page = caseworker.page();
        caseworker
                .openList("Sagsbehandling")
                .openTask("Bekræft person bag nummer", reference)
                .claim();
        assertThat(page.locator(".fjs-container")).containsText("711191-0008");
        assertThat(page.locator(".fjs-container")).containsText("Rūta Kazlauskienė");
        caseworker
                .form()
                .choose("Er nummeret borgerens?", "Ja, nummeret er borgerens og bruges igen")
                .write("Hvad bygger du det på?", "Borgeren oplyste selv nummeret; fødested og pas svarer til CPR.");
        Locator found =
                page.locator(".fjs-container tr").filter(new Locator.FilterOptions().setHasText("Fundet nummer"));
        story.look(page, found, "existing-number-found");
        caseworker.complete();
        colleagues.runJobs();

        caseworker
                .openList("Sagsbehandling")
                .openTask("Afgør indrejse", reference)
                .claim();
        assertThat(page.locator(".fjs-container")).containsText("711191-0008");
        caseworker.form().choose("Afgørelse", "Registrér indrejsen").fillWhatIsRequired("02.03.2026");
        story.look(page);
        caseworker.complete();
        colleagues.workToTheEnd(List.of(reference));

        CaseReference theCase = new CaseReference(reference);
        assertThat(caseFile.get(theCase)).returns("completed", CaseFileEntry::outcome);
        assertThat(caseFile.read(theCase, List.of("cprNumber"))).containsEntry("cprNumber", "7111910008");
        assertThat(population.withDocument("LTU", "LT000001")).isEqualTo(1);
        assertThat(books.issuedOf("personalNumber")).isEqualTo(issued);
        caseworker.find(reference);
        assertThat(page.locator(".ics-whole-case")).containsText("711191-0008");
        story.look(page, "existing-number-closed");
    }
}
