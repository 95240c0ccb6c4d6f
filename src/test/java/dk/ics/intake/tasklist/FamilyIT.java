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
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two adults and two children apply together and come together. */
@IntakeTest
@Tag("browser")
class FamilyIT {

    private final CaseFile caseFile;
    private final Colleagues colleagues;
    private final Story story;

    @Autowired
    FamilyIT(@LocalServerPort int port, ApplicationContext application, CaseFile caseFile) {
        String baseUrl = "http://localhost:" + port;
        this.caseFile = caseFile;
        this.colleagues = new Colleagues(application, baseUrl);
        this.story = new Story(application, baseUrl);
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    @DisplayName("a family of four: one application, four tied cases, one appointment, each case closed")
    void four() throws IOException, InterruptedException {
        List<String> family = colleagues.send("portuguese-family-of-four.json");
        assertThat(family).hasSize(4);
        colleagues.workUpTo(family, "bookAppointment");
        Typist visitation = story.person("visitation");
        Page page = visitation.page();

        book(visitation, family.get(0));
        assertThat(page.locator(".fjs-container")).containsText("ingen tid endnu");
        visitation.form().write("Dato", "09.03.2026").write("Klokkeslæt", "10:15");
        story.look(page, time(page), "family-first-appointment");
        visitation.complete();

        for (String other : family.subList(1, 4)) {
            book(visitation, other);
            assertThat(page.locator(".fjs-container")).containsText("9. marts 2026 kl. 10.15");
            assertThat(day(page)).hasValue("09.03.2026");
            assertThat(time(page)).hasValue("10:15");
            if (other.equals(family.get(1))) {
                story.look(page, time(page), "family-suggested-appointment");
            }
            visitation.complete();
        }
        assertThat(family)
                .allSatisfy(one -> assertThat(caseFile.read(new CaseReference(one), List.of("appointmentAt")))
                        .containsEntry("appointmentAt", OffsetDateTime.parse("2026-03-09T10:15:00+01:00")));

        colleagues.workToTheEnd(family);
        assertThat(family)
                .allSatisfy(one -> assertThat(caseFile.get(new CaseReference(one)))
                        .returns("closed", CaseFileEntry::status)
                        .returns("completed", CaseFileEntry::outcome));
        visitation.find(family.get(3));
        Locator relatives = page.locator(".ics-part")
                .filter(new Locator.FilterOptions().setHasText("Familie"))
                .last()
                .locator("li");
        assertThat(relatives).containsText(new String[] {
            "João Miguel Gonçalves", "Débora Gonçalves Souza", "Inês Gonçalves",
        });
        assertThat(relatives.filter(new Locator.FilterOptions().setHasText("Afsluttet")))
                .hasCount(3);
        story.look(page, relatives.first(), "family-closed");
    }

    private void book(Typist visitation, String reference) {
        visitation.openList("Visitation").openTask("Aftal tid", reference).claim();
    }

    private static Locator day(Page page) {
        return page.locator(".fjs-datepicker input.fjs-input");
    }

    private static Locator time(Page page) {
        return page.locator(".fjs-timepicker input.fjs-input");
    }
}
