package dk.ics.intake.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Started on nothing, production says what it misses and leaves nothing behind. */
class JarWithoutProfileIT {

    @TempDir
    private Path directory;

    @Test
    void refusesToStartAndListsEverySettingItMisses() throws Exception {
        try (Launch launch =
                Launch.start(directory, Map.of(), Launch.java(Launch.jar().toAbsolutePath()))) {
            assertThat(launch.exitCode()).isNotZero();
            assertThat(launch.output())
                    .contains(
                            "APPLICATION FAILED TO START",
                            "SPRING_DATASOURCE_URL",
                            "SPRING_DATASOURCE_USERNAME",
                            "SPRING_DATASOURCE_PASSWORD",
                            "SPRING_FLYWAY_USER",
                            "SPRING_FLYWAY_PASSWORD",
                            "SPRING_MAIL_HOST",
                            "ICS_LETTERS_FROM",
                            "ICS_SELFSERVICE_PUBLICURL",
                            "ICS_EVIDENCE_SIGNINGKEY",
                            "ICS_EVIDENCE_PUBLICKEYS",
                            "ICS_EVIDENCE_EXPORT",
                            "ICS_VAULT_KEYSET",
                            "ICS_UPLOAD_SCAN",
                            "ICS_AUTHORITIES_CPR_MODE",
                            "ICS_AUTHORITIES_SIRI_MODE",
                            "ICS_AUTHORITIES_HEALTHINSURANCE_MODE",
                            "ICS_AUTHORITIES_MITID_MODE",
                            "ICS_AUTHORITIES_SKATTESTYRELSEN_MODE",
                            "ICS_AUTHORITIES_NIDC_MODE",
                            "docs/operations.md")
                    .doesNotContain("\tat ");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void asksForTheHostOfTheScannerUnlessThereShallBeNone() throws Exception {
        try (Launch launch = Launch.start(
                directory,
                Map.of("ICS_UPLOAD_SCAN", "clamd"),
                Launch.java(Launch.jar().toAbsolutePath()))) {
            assertThat(launch.exitCode()).isNotZero();
            assertThat(launch.output()).contains("ICS_UPLOAD_CLAMD_HOST").doesNotContain("ICS_UPLOAD_SCAN");
        }
        try (Launch launch = Launch.start(
                directory,
                Map.of("ICS_UPLOAD_SCAN", "none"),
                Launch.java(Launch.jar().toAbsolutePath()))) {
            assertThat(launch.exitCode()).isNotZero();
            assertThat(launch.output()).doesNotContain("ICS_UPLOAD_");
        }
    }

    @Test
    void asksForAddressAndSecretOfAnAuthorityThatIsConnected() throws Exception {
        Map<String, String> environment = Map.of(
                "ICS_AUTHORITIES_CPR_MODE", "connected",
                "ICS_AUTHORITIES_CPR_URL", "https://cpr.example",
                "ICS_AUTHORITIES_SIRI_MODE", "manual");

        try (Launch launch =
                Launch.start(directory, environment, Launch.java(Launch.jar().toAbsolutePath()))) {
            assertThat(launch.exitCode()).isNotZero();
            assertThat(launch.output())
                    .contains("ICS_AUTHORITIES_CPR_SECRET")
                    .doesNotContain("ICS_AUTHORITIES_CPR_URL", "ICS_AUTHORITIES_SIRI_", "ICS_AUTHORITIES_CPR_MODE");
        }
    }
}
