package dk.ics.intake.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class AuthoritiesPropertiesTest {

    private static final AuthorityConnection MANUAL = connection(AuthorityMode.MANUAL, null, null, 5);

    @Configuration
    @EnableConfigurationProperties(AuthoritiesProperties.class)
    static class Bound {}

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @Test
    void without_a_mode_the_application_does_not_start_and_names_all_that_is_missing() {
        application.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContainingAll(
                        "ics.authorities.cpr.mode is missing",
                        "ics.authorities.siri.mode is missing",
                        "ics.authorities.health-insurance.mode is missing",
                        "ics.authorities.mitid.mode is missing",
                        "ics.authorities.skattestyrelsen.mode is missing",
                        "ics.authorities.nidc.mode is missing"));
    }

    @Test
    void one_authority_without_a_mode_is_enough() {
        application
                .withPropertyValues(
                        "ics.authorities.cpr.mode=manual",
                        "ics.authorities.siri.mode=manual",
                        "ics.authorities.health-insurance.mode=connected",
                        "ics.authorities.health-insurance.url=http://127.0.0.1",
                        "ics.authorities.health-insurance.secret=s",
                        "ics.authorities.mitid.url=http://127.0.0.1",
                        "ics.authorities.skattestyrelsen.mode=connected",
                        "ics.authorities.skattestyrelsen.url=http://127.0.0.1",
                        "ics.authorities.skattestyrelsen.secret=s",
                        "ics.authorities.nidc.mode=manual")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("ics.authorities.mitid.mode is missing: manual or connected"));
    }

    /** As the compose file hands on what the operator has left empty. */
    @Test
    void every_authority_starts_by_hand_with_nothing_more() {
        List<String> settings = new ArrayList<>();
        for (String name : List.of("cpr", "siri", "health-insurance", "mitid", "skattestyrelsen", "nidc")) {
            settings.add("ics.authorities." + name + ".mode=manual");
            settings.add("ics.authorities." + name + ".url=");
            settings.add("ics.authorities." + name + ".secret=");
        }
        application
                .withPropertyValues(settings.toArray(String[]::new))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void connected_needs_an_address_and_a_secret() {
        assertThatThrownBy(() -> cpr(connection(AuthorityMode.CONNECTED, null, " ", 5)))
                .hasMessage("ics.authorities.cpr.url is missing or no http(s) address, but the mode is connected; "
                        + "ics.authorities.cpr.secret is missing, but the mode is connected");
    }

    @Test
    void an_address_is_http_or_https() {
        assertThatThrownBy(() -> cpr(connection(AuthorityMode.CONNECTED, URI.create("ftp://cpr.example"), "s", 5)))
                .hasMessageContaining("no http(s) address");
    }

    @Test
    void nobody_waits_longer_than_five_seconds() {
        assertThatThrownBy(() -> cpr(connection(AuthorityMode.CONNECTED, URI.create("https://cpr.example"), "s", 6)))
                .hasMessage("ics.authorities.cpr.read-timeout must be positive and at most 5s");
        assertThat(cpr(connection(AuthorityMode.CONNECTED, URI.create("https://cpr.example"), "s", 5))
                        .connection(Authority.CPR)
                        .mode())
                .isEqualTo(AuthorityMode.CONNECTED);
    }

    @Test
    void a_secret_does_not_show() {
        assertThat(connection(AuthorityMode.CONNECTED, URI.create("https://cpr.example"), "s3cret", 5))
                .hasToString("AuthorityConnection[CONNECTED]");
    }

    private static AuthoritiesProperties cpr(AuthorityConnection cpr) {
        AuthorityConnection other = connection(AuthorityMode.CONNECTED, URI.create("https://other.example"), "s", 5);
        return new AuthoritiesProperties(cpr, MANUAL, other, other, other, other, Duration.ofSeconds(30));
    }

    private static AuthorityConnection connection(
            AuthorityMode mode, @Nullable URI url, @Nullable String secret, int seconds) {
        return new AuthorityConnection(mode, url, secret, Duration.ofSeconds(2), Duration.ofSeconds(seconds), true);
    }
}
