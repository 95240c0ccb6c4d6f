package dk.ics.intake.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.process.rights.EngineOperations;
import dk.ics.intake.process.rights.EngineOperations.Operation;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who is not logged in gets 401, on every path there is but the ones listed here. */
@IntakeTest
class AnonymousTest {

    @LocalServerPort
    private int port;

    @Autowired
    private List<RequestMappingHandlerMapping> controllers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
                "/camunda/lib/deps.js",
                "/camunda/favicon.ico",
                "/camunda/api/engine/engine/",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/v3/api-docs"
            })
    void canBeReadByAnyone(String path) {
        assertThat(Http.anonymous(port).get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void isToldThatNobodyIsLoggedIn() {
        assertThat(Http.anonymous(port)
                        .get("/camunda/api/admin/auth/user/default")
                        .statusCode())
                .as("404 is how the web applications learn that they must show the log-in page")
                .isEqualTo(404);
    }

    @Test
    void meetsNothingElseOnTheEnginesRoots() {
        Set<String> open = new TreeSet<>();
        for (String root :
                List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default")) {
            for (Operation operation : EngineOperations.ofEngine()) {
                check(operation.method(), root + operation.path(), open);
            }
        }

        assertThat(open).isEmpty();
    }

    @Test
    void meetsNothingElseInTheWebApplications() {
        Set<String> open = new TreeSet<>();
        for (Operation operation : EngineOperations.ofWebapps()) {
            check(operation.method(), operation.path(), open);
        }

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /camunda/api/admin/auth/user/default",
                        "POST /camunda/api/admin/auth/user/default/login/default",
                        "GET /camunda/api/admin/plugin/adminPlugins/static/default",
                        "GET /camunda/api/cockpit/plugin/base/static/default");
    }

    @Test
    void meetsNothingElseOnOurOwnPaths() {
        Set<String> open = new TreeSet<>();
        for (RequestMappingHandlerMapping mapping : controllers) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                for (String path : info.getPatternValues()) {
                    Set<String> methods = new TreeSet<>();
                    info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
                    for (String method : methods.isEmpty() ? Set.of("GET", "POST") : methods) {
                        check(method, path.replaceAll("\\{[^}]*}", "x"), open);
                    }
                }
            }
        }

        // A draft or a case opens by its secret only: SelfServicePagesTest.
        open.removeIf(operation -> operation.matches("(GET|POST) /apply(/.*)?"));
        assertThat(open)
                .isSubsetOf(
                        "POST /api/applications",
                        "POST /api/receipts/x",
                        "GET /v3/api-docs",
                        "GET /v3/api-docs.yaml",
                        "GET /v3/api-docs/swagger-config");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/api",
                "/api/applications",
                "/api/applications/",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/env",
                "/actuator/health/db",
                "/engine-rest",
                "/engine-rest/",
                "/webjars/camunda/app/tasklist/index.html",
                "/camunda/api/",
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/engine/engine/default/user",
                "/h2-console",
                "/swagger-ui/index.html"
            })
    void isTurnedAwayElsewhere(String path) {
        assertThat(Http.anonymous(port).get(path).statusCode()).isEqualTo(401);
        assertThat(Http.anonymous(port).json("PUT", path, "{}").statusCode()).isEqualTo(401);
        assertThat(Http.anonymous(port).json("DELETE", path, "").statusCode()).isEqualTo(401);
    }

    @Test
    void isToldInDanishToLogIn() {
        HttpResponse<String> answer = Http.anonymous(port).get("/engine-rest/task");

        assertThat(answer.body()).isEqualTo("{\"type\":\"Unauthorized\",\"message\":\"Log ind for at fortsætte.\"}");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void isNotAskedForAPasswordByTheBrowserOnAPage() {
        HttpResponse<String> answer = Http.anonymous(port).get("/camunda/api/engine/engine/default/task");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    private void check(String method, String path, Set<String> open) {
        if (Http.anonymous(port).json(method, path, "{}").statusCode() != 401) {
            open.add(method + " " + path);
        }
    }
}
