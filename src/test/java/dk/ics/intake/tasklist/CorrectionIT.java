package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.simulator.Arrival;
import dk.ics.intake.simulator.Books;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The name in the case is not the name in the passport: who a citizen is, two persons correct. */
@IntakeTest
@Tag("browser")
class CorrectionIT {

    private final CaseFile caseFile;
    private final Books books;
    private final Colleagues colleagues;
    private final Story story;

    @Autowired
    CorrectionIT(@LocalServerPort int port, ApplicationContext application, CaseFile caseFile, Books books) {
        String baseUrl = "http://localhost:" + port;
        this.caseFile = caseFile;
        this.books = books;
        this.colleagues = new Colleagues(application, baseUrl);
        this.story = new Story(application, baseUrl);
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    @DisplayName("a name is corrected after the case has closed: one person writes it, another one approves")
    void byTwo() throws IOException, InterruptedException {
        String reference = colleagues.send("swedish-student.json").get(0);
        colleagues.workToTheEnd(List.of(reference));
        CaseReference theCase = new CaseReference(reference);
        Object before = caseFile.read(theCase, List.of("familyName")).get("familyName");
        Typist first = story.person("sagsbehandler");
        Page page = first.page();

        request(first, reference);
        colleagues.runJobs();
        first.openList("Sagsbehandling").openTask("Ret oplysninger", reference).claim();
        assertThat(page.locator(".fjs-container")).containsText(String.valueOf(before));
        first.form()
                .choose("Skal der rettes?", "Ja, ret oplysningerne")
                .write("Efternavn", "Åkerström-Lind")
                .write("Hvad viser, at det er rigtigt?", "Pas set i original ved fremmødet.");
        story.look(page, first.form().field("Efternavn"), "correction-proposed");
        first.complete();
        colleagues.runJobs();

        first.openList("Sagsbehandling").openTask("Godkend rettelse", reference).claim();
        approve(first);
        first.isRefused(
                "Er rettelsen rigtig?", "En anden end den, der har lavet rettelsen, skal tage stilling til den.");
        story.look(page, "correction-same-person");
        first.putBack();
        assertThat(caseFile.read(theCase, List.of("familyName"))).containsEntry("familyName", before);

        Typist second = story.person("sagsbehandler2");
        second.openList("Sagsbehandling")
                .openTask("Godkend rettelse", reference)
                .claim();
        assertThat(second.page().locator(".fjs-container")).containsText(before + " → Åkerström-Lind");
        approve(second);
        story.look(second.page(), "correction-second-person");
        second.complete();
        colleagues.workToTheEnd(List.of(reference));

        assertThat(caseFile.read(theCase, List.of("familyName"))).containsEntry("familyName", "Åkerström-Lind");
        assertThat(books.arrivals("cpr"))
                .filteredOn(arrival -> arrival.operation().equals("notices"))
                .extracting(Arrival::body)
                .anyMatch(body -> body.contains(reference));
        second.find(reference);
        assertThat(second.page().locator(".ics-whole-case h2")).containsText("Åkerström-Lind");
        Locator journal = second.page().locator("ol.ics-lines");
        assertThat(journal).containsText("sagsbehandler2");
        story.look(second.page(), journal, "correction-done");
    }

    private void request(Typist person, String reference) {
        person.begin("Rettelse")
                .write("Sagsnummer", reference)
                .choose(
                        "Hvilke oplysninger skal rettes?",
                        "Identitet: navn, fødselsdato, køn, statsborgerskab eller legitimation")
                .write("Hvorfor?", "Borgeren skrev, at hun har to efternavne.");
        story.look(person.page());
        person.register();
    }

    private static void approve(Typist person) {
        person.form().choose("Er rettelsen rigtig?", "Ja, gennemfør den");
    }
}
