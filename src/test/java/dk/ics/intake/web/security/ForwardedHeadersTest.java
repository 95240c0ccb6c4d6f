package dk.ics.intake.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import java.net.http.HttpResponse;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * Anybody may write the headers a proxy writes. Without a setting they say nothing, with it only the proxy's do; what
 * the application behind its proxy makes of them is shown by {@code ContainerIT}.
 */
@IntakeTest
class ForwardedHeadersTest {

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";

    private final WebApplicationContextRunner production = new WebApplicationContextRunner(
                    AnnotationConfigServletWebServerApplicationContext::new)
            .withConfiguration(AutoConfigurations.of(
                    ServletWebServerFactoryAutoConfiguration.class,
                    EmbeddedWebServerFactoryCustomizerAutoConfiguration.class))
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withPropertyValues("server.port=0");

    @LocalServerPort
    private int port;

    @Test
    void nobodySaysThatACallCameOverTls() {
        HttpResponse<String> page = Http.anonymous(port)
                .with("X-Forwarded-Proto", "https")
                .with("Forwarded", "proto=https")
                .get("/camunda/app/tasklist/default/");

        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Proto, https, https://localhost",
        "X-Forwarded-Host, elsewhere.example, http://elsewhere.example:{port}"
    })
    void nobodySaysWhichSiteThisIs(String header, String value, String origin) {
        assertThat(Http.anonymous(port)
                        .with(header, value)
                        .with("Origin", origin.replace("{port}", String.valueOf(port)))
                        .send("POST", LOGIN, "application/x-www-form-urlencoded", "username=admin&password=demo")
                        .body())
                .contains("ForeignOrigin");
    }

    /** There Spring Boot believes the headers if nothing is set. */
    @Test
    void theyAreNotBelievedOnKubernetesEither() {
        production
                .withPropertyValues("spring.main.cloud-platform=kubernetes")
                .run(context -> assertThat(context.getBean(TomcatServletWebServerFactory.class)
                                .getEngineValves())
                        .noneMatch(RemoteIpValve.class::isInstance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "192.168.1.1", "172.16.0.1", "203.0.113.7", "fd00::1"})
    void switchedOnTheyAreBelievedFromThisMachineAlone(String neighbour) {
        production
                .withPropertyValues("server.forward-headers-strategy=native")
                .run(context -> assertThat(context.getBean(TomcatServletWebServerFactory.class)
                                .getEngineValves())
                        .filteredOn(RemoteIpValve.class::isInstance)
                        .singleElement()
                        .satisfies(valve -> {
                            String proxies = ((RemoteIpValve) valve).getInternalProxies();
                            assertThat("127.0.0.1").matches(proxies);
                            assertThat(neighbour).doesNotMatch(proxies);
                        }));
    }
}
