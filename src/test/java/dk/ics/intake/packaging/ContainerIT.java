package dk.ics.intake.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Does what {@code Dockerfile} and {@code docker-compose.yml} describe, without a container engine: the layers of the jar
 * are extracted and started from there, as a user without rights and with the environment of the compose file, on a
 * PostgreSQL whose roles the mounted script has made.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainerIT {

    private static final String PROXY = "127.0.0.1";
    private static final String SITE = "indrejse.example";
    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/admin";
    private static final int MORE_THAN_A_CLIENT_MAY_SEND = 30;

    /** What the operator must fill in; every authority is worked by hand. */
    private static final Map<String, String> OPERATOR = Map.ofEntries(
            Map.entry("ICS_SUPERUSER_PASSWORD", "superuser-of-the-test"),
            Map.entry("ICS_OWNER_PASSWORD", "owner-of-the-test"),
            Map.entry("ICS_APP_PASSWORD", "app-of-the-test"),
            Map.entry("ICS_LETTERS_FROM", "indrejse@example.dk"),
            Map.entry("ICS_PUBLIC_URL", "https://indrejse.example"),
            Map.entry("ICS_PRIVACY_NOTICE", "https://kommune.example/privatliv"),
            Map.entry("ICS_EVIDENCE_KEYS", "/tmp"),
            Map.entry("ICS_EVIDENCE_CHECKPOINTS", "/tmp"),
            Map.entry("ICS_VAULT_KEYS", "/tmp"),
            Map.entry("ICS_PROXIES", PROXY.replace(".", "[.]")));

    private static final String ADMIN_PASSWORD = "the-first-of-all-admins";

    private static Path image;
    private static EmbeddedPostgres database;
    private static Map<String, String> evidence = Map.of();
    private static Path keyset = Path.of("");
    private static Launch application;

    @BeforeAll
    static void buildAndStart() throws Exception {
        image = Files.createTempDirectory(
                "ics-image", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        extractLayers();
        keyset = EvidenceFolders.keyset(image);
        evidence = EvidenceFolders.in(Files.createDirectory(image.resolve("evidence")));
        database = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .start();
        createRoles();
        application = launch(Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        application.close();
        database.close();
        FileSystemUtils.deleteRecursively(image);
    }

    @Test
    @Order(1)
    void theFirstAdminNeedsALongPassword() throws Exception {
        try (Launch launch = launch(Map.of("ICS_FIRST_ADMIN_PASSWORD", "short"), "--ics.first-admin=chef")) {
            assertThat(launch.exitCode()).isNotZero();
            assertThat(launch.output()).contains("at least 12 characters").doesNotContain("\tat ");
        }
    }

    @Test
    @Order(2)
    void theFirstAdminIsMadeOnce() throws Exception {
        Map<String, String> password = Map.of("ICS_FIRST_ADMIN_PASSWORD", ADMIN_PASSWORD);
        try (Launch launch = launch(password, "--ics.first-admin=chef")) {
            assertThat(launch.exitCode()).as(launch.output()).isZero();
            assertThat(launch.output()).doesNotContain(ADMIN_PASSWORD);
        }
        try (Launch launch = launch(password, "--ics.first-admin=rival")) {
            assertThat(launch.exitCode()).isNotZero();
            assertThat(launch.output()).contains("There is an administrator already");
        }
    }

    @Test
    @Order(0)
    void becomesHealthyAsAUserWithoutRights() throws Exception {
        List<String> healthcheck = ContainerFiles.healthcheck();

        application.await(() -> succeeds(healthcheck, application.port()));

        assertThat(Files.readString(Path.of("/proc/" + application.process().pid() + "/status")))
                .doesNotContainPattern("(?m)^Uid:\\s+0\\s");
    }

    @Test
    @Order(4)
    void servesTheWebappsFromTheExtractedLayers() throws Exception {
        for (String path : List.of(
                "/camunda/app/tasklist/default/",
                "/camunda/app/tasklist/styles/user-styles.css",
                "/camunda/app/tasklist/locales/da.json",
                "/camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.css")) {
            assertThat(application.get(path, "", "").statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    @Order(4)
    void citizensFindTheNoticesThatTheOperatorHasNamed() throws Exception {
        for (String page : List.of("/apply/da", "/apply/da/lost-link")) {
            assertThat(application.get(page, "", "").body())
                    .as(page)
                    .contains("<a href=\"https://kommune.example/privatliv\">Dine personoplysninger")
                    .doesNotContain("Tilgængelighedserklæring");
        }
    }

    @Test
    @Order(5)
    void knowsItsFirstAdminAndNoAccountOfTheDemo() throws Exception {
        assertThat(application
                        .get("/engine-rest/engine", "chef", ADMIN_PASSWORD)
                        .statusCode())
                .isEqualTo(200);
        for (String account : List.of("admin", "visitation", "sagsbehandler", "tilsyn", "demo")) {
            assertThat(application.get("/engine-rest/engine", account, "demo").statusCode())
                    .as(account)
                    .isEqualTo(401);
        }
    }

    @Test
    @Order(6)
    void hasNothingOfTheDemo() throws Exception {
        assertThat(application
                        .post("/api/demo/clock", "chef", ADMIN_PASSWORD, "{\"advance\":\"P1D\"}")
                        .statusCode())
                .isIn(403, 404);
        assertThat(application.get("/v3/api-docs", "", "").statusCode()).isIn(401, 403, 404);
        assertThat(application.output()).doesNotContain("generated security password");
    }

    @Test
    @Order(7)
    void theApplicationsRoleChangesNoTable() {
        assertThatThrownBy(() -> {
                    try (var connection = DriverManager.getConnection(url(), "app", OPERATOR.get("ICS_APP_PASSWORD"));
                            var statement = connection.createStatement()) {
                        statement.execute("alter table ics.case_file add column more text");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("must be owner");
    }

    @Test
    @Order(8)
    void throughItsProxyItIsASiteOverTlsWhoseCookiesStayThere() throws Exception {
        Neighbour proxy = new Neighbour(PROXY, application.port())
                .with("Host", SITE)
                .with("X-Forwarded-For", "198.51.100.1")
                .with("X-Forwarded-Proto", "https");
        String page = proxy.get("/camunda/app/admin/default/");
        assertThat(cookie(page, "JSESSIONID")).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(cookie(page, "XSRF-TOKEN")).contains(";Secure", ";SameSite=Strict");
        assertThat(page.lines().filter(line -> line.startsWith("Strict-Transport-Security: ")))
                .singleElement()
                .asString()
                .contains("max-age=31536000");

        String answer = proxy.with("Origin", "https://" + SITE)
                .with("Cookie", cookie(page, "JSESSIONID").split(";", 2)[0])
                .with("X-XSRF-TOKEN", cookie(page, "XSRF-TOKEN").split("[=;]")[1])
                .post(LOGIN, "application/x-www-form-urlencoded", "username=chef&password=" + ADMIN_PASSWORD);
        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(cookie(answer, "JSESSIONID")).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
    }

    @Test
    @Order(9)
    void aSessionIsNeverSentInTheClear() throws Exception {
        String page =
                new Neighbour(PROXY, application.port()).with("Host", SITE).get("/camunda/app/admin/default/");

        assertThat(cookie(page, "JSESSIONID")).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(cookie(page, "XSRF-TOKEN")).contains(";Secure", ";SameSite=Strict");
    }

    @Test
    @Order(10)
    void throughItsProxyEachClientHasItsOwnShareWhateverElseItClaimsToBe() throws Exception {
        Neighbour proxy = new Neighbour(PROXY, application.port()).with("Host", SITE);

        List<String> many = new ArrayList<>();
        List<String> one = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_CLIENT_MAY_SEND; i++) {
            many.add(application(proxy.with("X-Forwarded-For", "198.51.100." + i)));
            one.add(application(proxy.with("X-Forwarded-For", "203.0.113." + i + ", 198.51.100.200")));
        }
        assertThat(many).containsOnly("400");
        assertThat(one).contains("400", "429");
    }

    @Test
    @Order(11)
    void nobodyElseIsBelieved() throws Exception {
        Neighbour pretender = new Neighbour("127.0.0.2", application.port()).with("Host", SITE);

        List<String> answers = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_A_CLIENT_MAY_SEND; i++) {
            answers.add(application(pretender.with("X-Forwarded-For", "192.0.2." + i)));
        }
        assertThat(answers).contains("400", "429");
        assertThat(pretender
                        .with("X-Forwarded-Proto", "https")
                        .with("Origin", "https://" + SITE)
                        .post(LOGIN, "application/x-www-form-urlencoded", "username=chef&password=" + ADMIN_PASSWORD))
                .contains("ForeignOrigin");
    }

    /** The status of an application that holds nothing; it counts as one sent. */
    private static String application(Neighbour sender) throws IOException {
        return sender.post("/api/applications", "application/json", "{}").split(" ", 3)[1];
    }

    private static String cookie(String answer, String name) {
        return answer.lines()
                .filter(line -> line.startsWith("Set-Cookie: " + name + "="))
                .map(line -> line.substring("Set-Cookie: ".length()))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("No cookie " + name + " in " + answer));
    }

    private static void extractLayers() throws Exception {
        Path extracted = image.resolve("extracted");
        Process extract = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        Launch.jar().toString(),
                        "extract",
                        "--layers",
                        "--application-filename",
                        "ics-indrejse.jar",
                        "--destination",
                        extracted.toString()))
                .inheritIO()
                .start();
        assertThat(extract.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(extract.exitValue()).isZero();
        for (String layer : List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application")) {
            FileSystemUtils.copyRecursively(extracted.resolve(layer), image.resolve("app"));
        }
    }

    private static void createRoles() throws IOException {
        JdbcTemplate jdbc = new JdbcTemplate(database.getPostgresDatabase());
        String script = Files.readString(Path.of("docker/create-roles.sql"))
                .replaceAll("(?m)^\\\\getenv.*$", "")
                .replaceAll("(?m)^--.*$", "")
                .replace(":'owner_password'", "'" + OPERATOR.get("ICS_OWNER_PASSWORD") + "'")
                .replace(":'app_password'", "'" + OPERATOR.get("ICS_APP_PASSWORD") + "'");
        for (String statement : script.split(";")) {
            if (!statement.isBlank()) {
                jdbc.execute(statement);
            }
        }
    }

    private static Launch launch(Map<String, String> more, String... arguments) throws IOException {
        Map<String, String> environment = ContainerFiles.environment("application", OPERATOR);
        environment.put("SPRING_DATASOURCE_URL", url());
        environment.putAll(evidence);
        environment.put("ICS_VAULT_KEYSET", keyset.toString());
        environment.putAll(more);
        List<String> command = new ArrayList<>(asUserWithoutRights());
        command.addAll(ContainerFiles.entrypoint());
        command.set(
                asUserWithoutRights().size(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return Launch.start(image.resolve("app"), environment, command);
    }

    /** The compose file's address, with the test's host and port for those of the service. */
    private static String url() {
        try {
            return ContainerFiles.environment("application", OPERATOR)
                    .getOrDefault("SPRING_DATASOURCE_URL", "")
                    .replace("database:5432", "127.0.0.1:" + database.getPort());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> asUserWithoutRights() {
        return "root".equals(System.getProperty("user.name"))
                ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--")
                : List.of();
    }

    private static boolean succeeds(List<String> command, int port) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            return builder.redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
