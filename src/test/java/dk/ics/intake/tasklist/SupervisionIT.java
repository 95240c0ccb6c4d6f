package dk.ics.intake.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.supervision.SupervisedItem;
import dk.ics.intake.supervision.Supervision;
import dk.ics.intake.supervision.Supervisions;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Was the control done as it should? A supervisor looks, finds an error, and sees that it is put right. */
@IntakeTest
@Tag("browser")
class SupervisionIT {

    private static final String FOUND = "Der er ikke skrevet, hvordan billedet er sammenholdt med borgeren.";

    private final int port;
    private final CaseFile caseFile;
    private final Supervisions supervisions;
    private final Colleagues colleagues;
    private final Story story;

    @Autowired
    SupervisionIT(
            @LocalServerPort int port, ApplicationContext application, CaseFile caseFile, Supervisions supervisions) {
        String baseUrl = "http://localhost:" + port;
        this.port = port;
        this.caseFile = caseFile;
        this.supervisions = supervisions;
        this.colleagues = new Colleagues(application, baseUrl);
        this.story = new Story(application, baseUrl);
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    @DisplayName("a supervision with a finding: controlled again by another, a course, and closed")
    void followedUp() throws IOException, InterruptedException {
        String reference = colleagues.send("german-engineer.json").get(0);
        colleagues.workUpTo(List.of(reference), "decideRegistration", "checkTaxApplication");

        Typist supervisor = story.person("tilsyn");
        Page page = supervisor.page();
        supervisor
                .begin("Tilsyn med identitetskontrol")
                .write("Fra og med", "01.03.2026")
                .write("Til og med", "02.03.2026");
        supervisor.keyboard().tabTo("Startværdi");
        story.look(page, "supervision-start");
        supervisor.register();

        supervisor.openList("Tilsyn").openTask("Gennemgå kontrol", reference).claim();
        assertThat(page.locator(".fjs-container")).containsText("Kontrolleret af");
        assertThat(page.locator(".fjs-container")).containsText("Krav for krav");
        story.look(page, "supervision-review");
        supervisor.keyboard().shiftTabTo("Sagen").press("Enter");
        assertThat(page.locator(".ics-panel")).containsText("Dokumenter");
        story.look(page, "supervision-case");
        supervisor.keyboard().shiftTabTo("Opgave").press("Enter");
        supervisor
                .form()
                .choose("Hvad viser gennemgangen?", "Fejl")
                .write("Hvad fandt du?", FOUND)
                .choose("Hvordan følges der op?", "Begge dele");
        supervisor.form().fillWhatIsRequired("16.03.2026");
        story.look(page, supervisor.form().field("Hvad fandt du?"), "supervision-finding");
        supervisor.complete();

        Typist colleague = story.person("idkontrol2");
        colleague
                .openList("Identitetskontrol")
                .openTask("Kontrollér identitet igen", reference)
                .claim();
        assertThat(colleague.page().locator(".fjs-container")).containsText(FOUND);
        story.look(colleague.page(), "supervision-recontrol");
        colleague.form().choose("Kan identiteten kontrolleres igen?", "Ja, borgeren er her");
        colleague.form().choose("Hvordan er dokumentet forevist?", "Originalt dokument");
        colleague.form().fillWhatIsRequired("02.03.2026");
        colleague.complete();

        supervisor.openList("Tilsyn").openTask("Afslut opfølgning", reference).claim();
        supervisor.form().choose("Genkontrollen", "Er udført").choose("Uddannelsen", "Er gennemført");
        supervisor.isRefused("Uddannelsen", "Der er ikke registreret et nyt gennemført kursus");
        Screenshots.take(page, "supervision-not-yet");

        String controller = String.valueOf(caseFile.read(new CaseReference(reference), List.of("controlledBy"))
                .get("controlledBy"));
        assertThat(WebappUser.login(port, "tilsyn", "demo", "tasklist")
                        .http()
                        .json(
                                "POST",
                                "/camunda/api/ics/training",
                                "{\"userId\":\"%s\",\"course\":\"identityControlBasics\",\"completedOn\":\"2026-03-02\"}"
                                        .formatted(controller))
                        .statusCode())
                .isEqualTo(201);
        supervisor.complete();
        colleagues.runJobs();

        Supervision over = supervisions.all().get(0);
        assertThat(over).returns(1, Supervision::findings).returns(over.items(), Supervision::closed);
        assertThat(over.endedAt()).isNotNull();
        SupervisedItem item = supervisions.items(over.number()).get(0);
        assertThat(item.state()).isEqualTo("closed");
        assertThat(colleagues.openTasks(reference)).doesNotContain("closeFinding", "reviewControl");
        supervisor.openList("Tilsyn");
        story.look(page, "supervision-over");
    }
}
