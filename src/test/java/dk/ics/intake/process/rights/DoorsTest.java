package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.NonceTest;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The open doors of Camunda 7.24.0: each is gone through on a plain one and found shut on ours, over both REST roots.
 * A door that can no longer be opened on the plain one shows that its test proves nothing.
 */
@IntakeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorsTest {

    private static final String WEBAPPS_ROOT = "/camunda/api/engine/engine/default";
    private static final String TRANSPORT = "Strict-Transport-Security";
    private static final String POLICY = "Content-Security-Policy";

    private static final String BEHIND_A_PROXY = "--server.forward-headers-strategy=native";
    private static final String WITHOUT_RULES = "--camunda.bpm.webapp.security-config-file=/no-rules.json";

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="intruder" isExecutable="true" camunda:historyTimeToLive="1">
                <startEvent id="a"/><sequenceFlow id="b" sourceRef="a" targetRef="c"/>
                <serviceTask id="c" camunda:expression="${'ran'.concat(' here')}" camunda:resultVariable="proof"/>
                <sequenceFlow id="d" sourceRef="c" targetRef="e"/><userTask id="e"/>
              </process>
            </definitions>
            """;

    /** What only code that ran can know: the assignee the expression puts together. */
    private static final String EXPRESSION =
            "{\"orQueries\":[{\"assigneeExpression\":\"${'intru'.concat('der')}\",\"assignee\":\"nobody\"}]}";

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identityService;

    private PlainCamunda plain;

    /** Behind a proxy, and with a file of rules that names no path; ours has the same settings. */
    private PlainCamunda laxlySet;

    private OtherNode oursSetSo;

    @BeforeAll
    void startPlainCamunda() throws Exception {
        plain = PlainCamunda.start();
        laxlySet = plain.beside(BEHIND_A_PROXY, WITHOUT_RULES);
        oursSetSo = OtherNode.start(BEHIND_A_PROXY, WITHOUT_RULES);
    }

    @AfterAll
    void stopPlainCamunda() throws Exception {
        oursSetSo.close();
        laxlySet.close();
        plain.close();
    }

    @Test
    @Order(1)
    void anybodyMakesHimselfAdministratorWhileThereIsNone() {
        assertThat(PlainCamunda.setUp(plain.port(), "intruder").statusCode()).isEqualTo(204);
        assertThat(WebappUser.login(plain.port(), "intruder", "intruder", "admin")
                        .session())
                .isNotEmpty();

        identityService.deleteMembership("admin", Role.ADMIN.group());
        try {
            assertThat(PlainCamunda.setUp(port, "intruder").statusCode()).isEqualTo(401);
            WebappUser user = WebappUser.login(port, "visitation", "demo", "tasklist");
            assertThat(user.http()
                            .json("POST", PlainCamunda.SETUP, PlainCamunda.administrator("intruder"))
                            .statusCode())
                    .isEqualTo(403);
        } finally {
            identityService.createMembership("admin", Role.ADMIN.group());
        }
        assertThat(identityService.createUserQuery().userId("intruder").count()).isZero();
    }

    @Test
    @Order(2)
    void theRestRootAnswersAnybodyEvenWithAuthorizationOn() {
        assertThat(Http.anonymous(plain.port()).get("/engine-rest/user").body()).contains("intruder");

        assertThat(Http.anonymous(port).get("/engine-rest/user").statusCode()).isEqualTo(401);
        assertThat(Http.anonymous(port).get(WEBAPPS_ROOT + "/user").statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(3)
    void aDeploymentOverRestRunsItsSendersCode() {
        Http anonymous = Http.anonymous(plain.port());
        HttpResponse<String> deployed = deploy(anonymous, "/engine-rest");
        assertThat(deployed.statusCode()).isEqualTo(200);
        Http session = WebappUser.login(plain.port(), "intruder", "intruder", "tasklist")
                .http();
        assertThat(deploy(session, WEBAPPS_ROOT).statusCode())
                .as("the web applications' root is a second whole one")
                .isEqualTo(200);
        assertThat(anonymous
                        .json(
                                "POST",
                                "/engine-rest/process-definition/key/intruder/start",
                                "{\"withVariablesInReturn\":true}")
                        .body())
                .contains("ran here");

        everyone().forEach((client, http) -> {
            assertThat(deploy(http, client).statusCode()).as(client).isIn(400, 401, 403);
            assertThat(http.json("POST", root(client) + "/process-definition/key/intake/start", "{}")
                            .statusCode())
                    .as(client)
                    .isEqualTo(403);
        });
    }

    @Test
    @Order(4)
    void anExpressionInAnOrQueryRuns() {
        Http anonymous = Http.anonymous(plain.port());
        anonymous.json("POST", "/engine-rest/task/create", "{\"id\":\"bait\",\"assignee\":\"intruder\"}");
        String stored = "{\"resourceType\":\"Task\",\"name\":\"door\",\"owner\":\"intruder\",\"query\":" + EXPRESSION
                + ",\"properties\":{}}";
        assertThat(anonymous.json("POST", "/engine-rest/task", EXPRESSION).body())
                .as("asked at once")
                .contains("bait");
        String created =
                anonymous.json("POST", "/engine-rest/filter/create", stored).body();
        String filter = created.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(anonymous.get("/engine-rest/filter/" + filter + "/list").body())
                .as("stored in a filter")
                .contains("bait");
        String harmless = anonymous
                .json(
                        "POST",
                        "/engine-rest/filter/create",
                        "{\"resourceType\":\"Task\",\"name\":\"all\",\"owner\":\"intruder\",\"query\":{},\"properties\":{}}")
                .body()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        assertThat(anonymous
                        .json("POST", "/engine-rest/filter/" + harmless + "/list", EXPRESSION)
                        .body())
                .as("added to another's filter")
                .contains("bait");

        everyone().forEach((client, http) -> {
            for (String path : List.of("/task", "/task/count", "/filter/x/list", "/filter/x/count", "/filter/create")) {
                HttpResponse<String> answer =
                        http.json("POST", root(client) + path, path.endsWith("create") ? stored : EXPRESSION);
                assertThat(answer.statusCode()).as(client + path).isEqualTo(403);
                assertThat(answer.body()).contains("\"type\":\"Forbidden\"");
            }
            assertThat(http.get(root(client) + "/task?assigneeExpression=%24%7BcurrentUser()%7D")
                            .statusCode())
                    .isEqualTo(403);
        });
    }

    @Test
    @Order(5)
    void pagesGetTheNonceOfOthers() throws Exception {
        int wrong = 0;
        for (int round = 0; round < 5 && wrong == 0; round++) {
            wrong = NonceTest.wrongPages(plain.port());
        }
        assertThat(wrong).isPositive();

        assertThat(NonceTest.wrongPages(port)).isZero();
    }

    @Test
    @Order(6)
    void anotherSitesPageMaySendWithATokenItGot() {
        String count = WEBAPPS_ROOT + "/task/count";
        WebappUser lax = WebappUser.login(plain.port(), "intruder", "intruder", "tasklist");
        assertThat(lax.http()
                        .with("Origin", "https://elsewhere.example")
                        .json("POST", count, "{}")
                        .statusCode())
                .isEqualTo(200);

        WebappUser ours = WebappUser.login(port, "visitation", "demo", "tasklist");
        assertThat(ours.http()
                        .with("Origin", "https://elsewhere.example")
                        .json("POST", count, "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Order(7)
    void aRightTakenAwayLivesOnInTheSession() {
        WebappUser lax = WebappUser.login(plain.port(), "intruder", "intruder", "admin");
        Http.anonymous(plain.port()).json("DELETE", "/engine-rest/group/camunda-admin/members/intruder", "");
        assertThat(lax.http().get(WEBAPPS_ROOT + "/authorization").body())
                .as("still reads all rights as the administrator he no longer is")
                .contains("camunda-admin");

        User user = identityService.newUser("intruder");
        user.setPassword("intruder");
        identityService.saveUser(user);
        try {
            identityService.createMembership("intruder", Role.ADMIN.group());
            WebappUser ours = WebappUser.login(port, "intruder", "intruder", "admin");
            assertThat(ours.http().get(WEBAPPS_ROOT + "/authorization").body()).contains("camunda-admin");

            identityService.deleteMembership("intruder", Role.ADMIN.group());

            assertThat(ours.http().get(WEBAPPS_ROOT + "/authorization").statusCode())
                    .isEqualTo(403);
            assertThat(ours.http()
                            .json("PUT", WEBAPPS_ROOT + "/group/camunda-admin/members/intruder", "")
                            .statusCode())
                    .as("nor does he give it back to himself")
                    .isEqualTo(403);
        } finally {
            identityService.deleteUser("intruder");
        }
    }

    @Test
    @Order(8)
    void rulesThatNameNoPathLetEverybodyIn() {
        assertThat(Http.anonymous(laxlySet.port()).get(WEBAPPS_ROOT + "/user").body())
                .contains("intruder");

        HttpResponse<String> users = Http.anonymous(oursSetSo.port()).get(WEBAPPS_ROOT + "/user");
        assertThat(users.statusCode()).isEqualTo(401);
        assertThat(users.body()).contains("\"type\":\"Unauthorized\"");
    }

    @Test
    @Order(9)
    void theDefaultsAreLaxOverTlsToo() {
        HttpResponse<String> lax = overTls(laxlySet.port());
        assertThat(lax.headers().firstValue(TRANSPORT)).isEmpty();
        assertThat(lax.headers().firstValue(POLICY).orElse("")).contains("unsafe-eval");
        assertThat(lax.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContainIgnoringCase("secure"));

        HttpResponse<String> ours = overTls(oursSetSo.port());
        assertThat(ours.headers().allValues(TRANSPORT))
                .singleElement()
                .asString()
                .contains("max-age=31536000");
        assertThat(ours.headers().firstValue(POLICY).orElse("")).doesNotContain("unsafe-eval");
        assertThat(ours.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(
                        cookie -> assertThat(cookie).containsOnlyOnce("Secure").containsOnlyOnce("SameSite="));
    }

    private Map<String, Http> everyone() {
        Map<String, Http> clients = new LinkedHashMap<>();
        for (String account : List.of("visitation", "tilsyn", "partner0147", "admin")) {
            String app = List.of("partner0147", "admin").contains(account) ? "cockpit" : "tasklist";
            clients.put(account + " /engine-rest", Http.basic(port, account, "demo"));
            clients.put(
                    account + " " + WEBAPPS_ROOT,
                    WebappUser.login(port, account, "demo", app).http());
        }
        return clients;
    }

    private static String root(String client) {
        return client.substring(client.indexOf('/'));
    }

    private static HttpResponse<String> overTls(int port) {
        return Http.anonymous(port).with("X-Forwarded-Proto", "https").get("/camunda/app/tasklist/default/");
    }

    private static HttpResponse<String> deploy(Http http, String client) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"intruder.bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + MODEL + "\r\n--x--\r\n";
        return http.send("POST", root(client) + "/deployment/create", "multipart/form-data; boundary=x", body);
    }
}
