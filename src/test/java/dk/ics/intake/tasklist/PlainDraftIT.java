package dk.ics.intake.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestClock;
import dk.ics.intake.process.rights.PlainCamunda;
import dk.ics.intake.web.security.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The open door of form drafts: the Tasklist of a plain Camunda 7.24 leaves what was typed in the browser, for whoever
 * sits down next; ours, with the same form and the same clicks, does not.
 */
@IntakeTest
@Tag("browser")
class PlainDraftIT {

    private static final String TYPED = "Eksempel Efterladt";
    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="draft" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="a"/><sequenceFlow id="b" sourceRef="a" targetRef="c"/>
                <userTask id="c" name="Draft" camunda:assignee="intruder"
                    camunda:formRef="assessApplication" camunda:formRefBinding="latest"/>
              </process>
            </definitions>
            """;

    private final int port;
    private final TestClock clock;
    private final Jobs jobs;

    @Autowired
    PlainDraftIT(@LocalServerPort int port, TestClock clock, ManagementService management) {
        this.port = port;
        this.clock = clock;
        this.jobs = new Jobs(management);
    }

    @Test
    @DisplayName("a draft saved in a plain Tasklist lies in the browser after logging out; one saved in ours does not")
    void draftsStayInTheBrowser() throws Exception {
        try (PlainCamunda plain = PlainCamunda.start();
                Browser browser = Browser.open();
                Caseworker lax = browser.caseworker("http://localhost:" + plain.port(), "intruder", clock.now());
                Caseworker ours = browser.caseworker("http://localhost:" + port, "visitation", clock.now())) {
            String task = taskOf(plain.port());
            saveThere(lax.page(), "http://localhost:" + plain.port() + "/camunda/app/tasklist/default/", task);
            assertThat(kept(lax.page())).contains("camunda-form:" + task, TYPED);

            saveHere(ours);
            assertThat(kept(ours.page())).doesNotContain("camunda-form", TYPED);
        }
    }

    private static void saveThere(Page page, String tasklist, String task) {
        page.navigate(tasklist);
        page.getByPlaceholder("Username").fill("intruder");
        page.getByPlaceholder("Password").fill("intruder");
        page.locator("button[type=submit]").click();
        page.locator(".task-filters").waitFor();
        page.navigate(tasklist + "#/?task=" + task);
        page.getByLabel("Arbejdsgiver").fill(TYPED);
        page.getByText("Save", new Page.GetByTextOptions().setExact(true)).click();
        page.locator(".account .dropdown-toggle").click();
        page.locator(".logout a").click();
        page.getByPlaceholder("Password").waitFor();
    }

    private void saveHere(Caseworker visitation) throws IOException {
        assertThat(Http.anonymous(port)
                        .json("POST", "/api/applications", Files.readString(Path.of("samples/german-engineer.json")))
                        .statusCode())
                .isEqualTo(201);
        jobs.runAll();
        visitation.logIn().openList("Visitation").openTask("Visitér ansøgning").claim();
        Page page = visitation.page();
        visitation.form().field("Arbejdsgiver").fill(TYPED);
        page.getByText("Gem kladde", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Kladde gemt kl.").waitFor();
        assertThat(kept(page)).doesNotContain("camunda-form", TYPED);
        visitation.logOut();
    }

    private static String kept(Page page) {
        return page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
                .toString();
    }

    /** Its REST interface is open to anybody, so nothing more is needed. */
    private static String taskOf(int port) throws IOException {
        Http anonymous = Http.anonymous(port);
        assertThat(PlainCamunda.setUp(port, "intruder").statusCode()).isEqualTo(204);
        String body = part("draft.bpmn", MODEL)
                + part("assess.form", Files.readString(Path.of("forms/assess-application.form"))) + "--x--\r\n";
        assertThat(anonymous
                        .send("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=x", body)
                        .statusCode())
                .isEqualTo(200);
        anonymous.json("POST", "/engine-rest/process-definition/key/draft/start", "{}");
        return anonymous.get("/engine-rest/task").body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private static String part(String file, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + file + "\"; filename=\"" + file + "\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + content + "\r\n";
    }
}
