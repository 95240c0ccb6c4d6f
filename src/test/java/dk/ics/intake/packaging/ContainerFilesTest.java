package dk.ics.intake.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said about the container files without a container engine. */
class ContainerFilesTest {

    private static final Set<String> DEAD_OR_WRONG_KEYS = Set.of("version", "links", "container_name");

    @Test
    void theComposeFileNamesADatabaseAnApplicationAndAMailCatcher() throws Exception {
        assertThat(ContainerFiles.compose()).containsOnlyKeys("name", "services", "volumes");
        for (String name : List.of("database", "application", "mail", "clamav")) {
            Map<String, Object> service = ContainerFiles.service(name);
            assertThat(service).as(name).isNotEmpty().doesNotContainKeys(DEAD_OR_WRONG_KEYS.toArray(String[]::new));
            assertThat(service.containsKey("image") ^ service.containsKey("build"))
                    .as(name + " is pulled or built")
                    .isTrue();
            assertThat(service).as(name).containsEntry("restart", "unless-stopped");
        }
        assertThat(ContainerFiles.service("database")).containsEntry("image", "postgres:17");
    }

    @Test
    void everythingWaitsForWhatItNeedsToBeHealthy() throws Exception {
        assertThat(ContainerFiles.service("database")).containsKey("healthcheck");
        assertThat(ContainerFiles.service("mail")).containsKey("healthcheck");
        assertThat(ContainerFiles.service("clamav")).containsKey("healthcheck");
        assertThat(ContainerFiles.healthcheck()).isNotEmpty();
        assertThat(ContainerFiles.service("application").get("depends_on"))
                .isEqualTo(Map.of(
                        "database", Map.of("condition", "service_healthy"),
                        "mail", Map.of("condition", "service_healthy"),
                        "clamav", Map.of("condition", "service_started")));
    }

    @Test
    void portsAreSeenOnThisMachineOnlyAndAreTheOnesTheServicesListenOn() throws Exception {
        assertThat(ContainerFiles.service("database")).doesNotContainKey("ports");
        assertThat(ports("application")).containsExactly("127.0.0.1:8080:8080");
        assertThat(ports("mail")).containsExactly("127.0.0.1:8025:8025");
        assertThat(ContainerFiles.dockerfile()).containsPattern("(?m)^EXPOSE 8080$");
    }

    private static List<String> ports(String service) throws IOException {
        return ((List<?>) ContainerFiles.service(service).getOrDefault("ports", List.of()))
                .stream()
                        .map(port -> ContainerFiles.interpolate(port.toString(), Map.of()))
                        .toList();
    }

    @Test
    void everyVariableOfTheApplicationIsASettingItKnows() throws Exception {
        Set<String> known = knownVariables();

        assertThat(ContainerFiles.environment("application").keySet())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(known).contains(variable));
    }

    /** Spring Boot's rule: dots become underscores, dashes go, all in upper case. */
    private static Set<String> knownVariables() throws IOException {
        Set<String> known = Stream.of("cpr", "siri", "health-insurance", "mitid", "skattestyrelsen", "nidc")
                .flatMap(authority -> Stream.of(".mode", ".url", ".secret")
                        .map(setting -> variable("ics.authorities." + authority + setting)))
                .collect(Collectors.toSet());
        for (URL metadata : Collections.list(ContainerFilesTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream stream = metadata.openStream()) {
                new ObjectMapper()
                        .readTree(stream)
                        .path("properties")
                        .forEach(property ->
                                known.add(variable(property.path("name").asText())));
            }
        }
        return known;
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    @Test
    void everyVariableOfTheOperatorStandsInTheExampleAndNoPasswordHasADefault() throws Exception {
        List<String> example = Files.readAllLines(Path.of(".env.example"));

        assertThat(ContainerFiles.variables())
                .isNotEmpty()
                .allSatisfy(variable -> assertThat(example).anyMatch(line -> line.startsWith(variable + "=")));
        assertThat(example)
                .filteredOn(line -> line.matches("[A-Z_]+(PASSWORD|SECRET)=.*"))
                .allMatch(line -> line.endsWith("="));
        assertThat(Files.readString(Path.of("docker-compose.yml"))).doesNotContainPattern("(PASSWORD|SECRET):-[^}]");
    }

    @Test
    void everyAuthorityIsWorkedByHandUntilTheOperatorSaysOtherwise() throws Exception {
        Map<String, Object> application = ContainerFiles.environment("application");

        for (String authority : List.of("CPR", "SIRI", "HEALTHINSURANCE", "MITID", "SKATTESTYRELSEN", "NIDC")) {
            assertThat(application.get("ICS_AUTHORITIES_" + authority + "_MODE"))
                    .isEqualTo("${ICS_AUTHORITIES_" + authority + "_MODE:-manual}");
            for (String setting : List.of("_URL", "_SECRET")) {
                assertThat(String.valueOf(application.get("ICS_AUTHORITIES_" + authority + setting)))
                        .endsWith(":-}");
            }
        }
    }

    @Test
    void filesAreScannedByAServiceThatOnlyTheApplicationReachesAndThatKeepsItsSignatures() throws Exception {
        assertThat(ContainerFiles.environment("application"))
                .containsEntry("ICS_UPLOAD_SCAN", "clamd")
                .containsEntry("ICS_UPLOAD_CLAMD_HOST", "clamav");
        assertThat(ContainerFiles.service("clamav"))
                .doesNotContainKey("ports")
                .containsEntry("volumes", List.of("clamav:/var/lib/clamav"));
    }

    @Test
    void theDatabaseGetsTheTwoRolesFromAFileThatIsThere() throws Exception {
        assertThat(ContainerFiles.service("database").get("volumes"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .contains("./docker/create-roles.sql:/docker-entrypoint-initdb.d/create-roles.sql:ro");
        assertThat(Files.readString(Path.of("docker/create-roles.sql")))
                .contains("\\getenv owner_password ICS_OWNER_PASSWORD", "\\getenv app_password ICS_APP_PASSWORD");
        assertThat(ContainerFiles.environment("database")).containsKeys("ICS_OWNER_PASSWORD", "ICS_APP_PASSWORD");
    }

    @Test
    void theImageRunsAsAUserWithoutRightsAndCopiesEveryLayer() throws Exception {
        String dockerfile = ContainerFiles.dockerfile();

        assertThat(dockerfile).containsPattern("(?m)^USER 10001:10001$");
        assertThat(dockerfile.indexOf("\nUSER ")).isLessThan(dockerfile.indexOf("\nENTRYPOINT "));
        for (String layer : List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application")) {
            assertThat(dockerfile).contains("COPY --from=build /extracted/" + layer + "/ ./");
        }
        assertThat(ContainerFiles.entrypoint()).endsWith("-cp", "ics-indrejse.jar:lib/*", "dk.ics.intake.Application");
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains(".git", "data", "target", ".env");
    }
}
