package dk.ics.intake.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The web applications' session: what it vouches for, what it must bring, how it ends. */
@IntakeTest
class SessionTest {

    private static final String TASKS = "/camunda/api/engine/engine/default/task";

    @LocalServerPort
    private int port;

    @Test
    void aStateChangeWithoutTokenIsRefusedEverywhere() {
        WebappUser user = WebappUser.login(port, "visitation", "demo", "tasklist");

        for (String path : List.of(
                TASKS + "/x/claim",
                TASKS + "/x/submit-form",
                TASKS + "/count",
                "/camunda/api/ics/task/x/draft",
                "/camunda/api/admin/auth/user/default/logout")) {
            HttpResponse<String> answer = user.withoutToken().json("POST", path, "{}");
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).as(path).contains("\"type\":\"InvalidToken\"");
        }
        assertThat(user.withoutToken()
                        .with("X-XSRF-TOKEN", "0123456789ABCDEF0123456789ABCDEF")
                        .json("POST", TASKS + "/count", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(user.http().json("POST", TASKS + "/count", "{}").statusCode())
                .as("with its token the same session may ask")
                .isEqualTo(200);
    }

    @Test
    void anotherSitesPageIsRefusedEvenAtLogin() {
        WebappUser user = WebappUser.login(port, "visitation", "demo", "tasklist");
        String login = "/camunda/api/admin/auth/user/default/login/tasklist";

        assertThat(user.http()
                        .with("Origin", "https://elsewhere.example")
                        .json("POST", TASKS + "/count", "{}")
                        .body())
                .contains("ForeignOrigin");
        assertThat(user.http()
                        .with("Sec-Fetch-Site", "cross-site")
                        .json("POST", TASKS + "/count", "{}")
                        .body())
                .contains("ForeignOrigin");
        assertThat(user.http()
                        .with("Origin", "null")
                        .json("POST", TASKS + "/count", "{}")
                        .body())
                .contains("ForeignOrigin");
        assertThat(Http.anonymous(port)
                        .with("Origin", "https://elsewhere.example")
                        .send("POST", login, "application/x-www-form-urlencoded", "username=admin&password=demo")
                        .body())
                .contains("ForeignOrigin");
        assertThat(user.http()
                        .with("Origin", "http://localhost:" + port)
                        .json("POST", TASKS + "/count", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void loggingOutEndsThisSessionAndNoOther() {
        WebappUser one = WebappUser.login(port, "visitation", "demo", "tasklist");
        WebappUser other = WebappUser.login(port, "visitation", "demo", "tasklist");

        HttpResponse<String> logout = one.http().json("POST", "/camunda/api/admin/auth/user/default/logout", "");

        assertThat(logout.statusCode()).isBetween(200, 204);
        assertThat(one.http().get(TASKS).statusCode()).isEqualTo(401);
        assertThat(one.http().json("POST", TASKS + "/count", "{}").statusCode())
                .as("not even with the old token")
                .isEqualTo(401);
        assertThat(other.http().get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void loggingInChangesTheSession() {
        HttpResponse<String> page = Http.anonymous(port).get("/camunda/app/tasklist/default/");
        String before = WebappUser.cookie(page, "JSESSIONID");
        HttpResponse<String> login = Http.anonymous(port)
                .with("Cookie", "JSESSIONID=" + before)
                .with("X-XSRF-TOKEN", WebappUser.cookie(page, "XSRF-TOKEN"))
                .send(
                        "POST",
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        "application/x-www-form-urlencoded",
                        "username=visitation&password=demo");

        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(WebappUser.cookie(login, "JSESSIONID")).isNotEqualTo(before);
        assertThat(Http.anonymous(port)
                        .with("Cookie", "JSESSIONID=" + before)
                        .get(TASKS)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void theSessionCookieIsForTheBrowserAndThisSiteOnly() {
        HttpResponse<String> page = Http.anonymous(port).get("/camunda/app/tasklist/default/");

        assertThat(page.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("JSESSIONID=")
                        .contains("HttpOnly")
                        .containsOnlyOnce("SameSite=Lax"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").containsIgnoringCase("SameSite=Strict"));
    }

    @Test
    void theEnginesRestRootKnowsNoSession() {
        WebappUser user = WebappUser.login(port, "visitation", "demo", "tasklist");

        assertThat(user.http().get("/engine-rest/task").statusCode()).isEqualTo(401);
        assertThat(Http.basic(port, "visitation", "demo")
                        .get("/engine-rest/task")
                        .headers()
                        .firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void aPasswordIsNoLoginToTheWebApplications() {
        assertThat(Http.basic(port, "visitation", "demo").get(TASKS).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/camunda/app/tasklist/default/", "/engine-rest/task", TASKS, "/actuator/health", "/nowhere"})
    void everyAnswerCarriesTheHeaders(String path) {
        HttpResponse<String> answer = Http.anonymous(port).get(path);

        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
    }
}
