package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Spelling a refused call differently does not make it an allowed one. */
@IntakeTest
class PathTricksTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest//deployment/create",
                "//engine-rest/deployment/create",
                "/engine-rest/./deployment/create",
                "/engine-rest/task/../deployment/create",
                "/engine-rest/task/%2e%2e/deployment/create",
                "/engine-rest/task/..;/deployment/create",
                "/engine-rest/task/x/..;x=y/deployment/create",
                "/engine-rest/deployment;x=y/create",
                "/engine-rest/deployment/create;x=y",
                "/engine-rest;x=y/deployment/create",
                "/engine-rest/deployment%2fcreate",
                "/engine-rest/deployment%2Fcreate",
                "/engine-rest/deployment%5ccreate",
                "/engine-rest/deployment\\create",
                "/engine-rest/deployment/create/",
                "/engine-rest/deployment/create//",
                "/engine-rest/deployment/%63reate",
                "/engine-rest/%64eployment/create",
                "/%65ngine-rest/deployment/create",
                "/engine%2drest/deployment/create",
                "/engine-rest/Deployment/create",
                "/ENGINE-REST/deployment/create",
                "/engine-rest/deployment/create%00",
                "/engine-rest/deployment/create%20",
                "/engine-rest/%2564eployment/create",
                "/engine-rest/deployment/create.json",
                "/engine-rest/engine/default/deployment/create",
                "/engine-rest/engine/default//deployment/create",
                "/engine-rest/engine/DEFAULT/deployment/create",
                "/engine-rest/engine/%64efault/deployment/create",
                "/engine-rest/engine/other/deployment/create",
                "/engine-rest/engine/default;x=y/deployment/create"
            })
    void aDeploymentIsRefusedHoweverItsPathIsSpelled(String path) throws IOException {
        assertThat(raw("POST", path, "", "{}")).isIn(400, 403, 404);
        assertThat(raw("POST", path, "Content-Type: multipart/form-data; boundary=x\r\n", "--x--"))
                .isIn(400, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin//setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/admin/%73etup/default/user/create",
                "/camunda/api/admin/setup;x/default/user/create",
                "/camunda/api/admin/auth/../setup/default/user/create",
                "/camunda/%61pi/admin/setup/default/user/create",
                "/camunda/app/../api/admin/setup/default/user/create",
                "/camunda/lib/..%2fapi/admin/setup/default/user/create"
            })
    void settingUpAnAdministratorIsRefusedHoweverItsPathIsSpelled(String path) throws IOException {
        assertThat(raw("POST", path, "Content-Type: application/json\r\n", "{}"))
                .isIn(400, 401, 403, 404);
    }

    @Test
    void anotherMethodInAHeaderIsNotObeyed() {
        Http admin = Http.basic(port, "admin", "demo");

        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(admin.with(header, "DELETE")
                            .get("/engine-rest/user/visitation/profile")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(admin.with(header, "GET")
                            .json("POST", "/engine-rest/deployment/create", "{}")
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(admin.get("/engine-rest/user/visitation/profile?_method=DELETE")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Http.basic(port, "visitation", "demo")
                        .get("/engine-rest/task")
                        .statusCode())
                .as("the account is still there")
                .isEqualTo(200);
    }

    @Test
    void aBodyMustBeJsonAndMeanOneThing() {
        Http user = Http.basic(port, "visitation", "demo");

        assertThat(user.send("POST", "/engine-rest/task/count", "text/plain", "{}")
                        .statusCode())
                .isEqualTo(415);
        assertThat(user.send("POST", "/engine-rest/task/count", null, "{}").statusCode())
                .isEqualTo(415);
        assertThat(user.send("POST", "/engine-rest/task/count", "application/x-www-form-urlencoded", "a=b")
                        .statusCode())
                .isEqualTo(415);
        assertThat(user.send("POST", "/engine-rest/task/count", "application/json;charset=utf-16", "{}")
                        .statusCode())
                .isEqualTo(415);
        assertThat(user.json("POST", "/engine-rest/task/count", "{\"assignee\":\"a\",\"assignee\":\"b\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(user.json("POST", "/engine-rest/task/count", "{} {}").statusCode())
                .isEqualTo(400);
        assertThat(user.json("POST", "/engine-rest/task/count", "{").body()).contains("Indholdet kan ikke læses");
        assertThat(user.json("POST", "/engine-rest/task/count", "{\"x\":\"" + "y".repeat(1 << 20) + "\"}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(user.json("POST", "/engine-rest/task/count", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void hypertextIsDecidedLikeJson() {
        Http hal = Http.basic(port, "admin", "demo").with("Accept", "application/hal+json");

        assertThat(hal.get("/engine-rest/task").statusCode()).isEqualTo(403);
        WebappUser session = WebappUser.login(port, "admin", "demo", "cockpit");
        assertThat(session.http()
                        .with("Accept", "application/hal+json")
                        .get("/camunda/api/engine/engine/default/task")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Sends the path as it stands, which no HTTP client does. */
    private int raw(String method, String path, String headers, String body) throws IOException {
        String credentials = Base64.getEncoder().encodeToString("admin:demo".getBytes(StandardCharsets.UTF_8));
        String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Authorization: Basic " + credentials + "\r\n" + headers
                + (headers.isEmpty() ? "Content-Type: application/json\r\n" : "") + "Content-Length: "
                + body.length() + "\r\n\r\n" + body;
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
