package dk.ics.intake.authority;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityLineTest {

    private static final String NAME = "Nowakówna";
    private static final String NUMBER = "770591-0002";

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @RegisterExtension
    final WireMockExtension authority =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Test
    void a_request_carries_secret_and_key_and_its_answer_comes_back() {
        authority.stubFor(post("/cpr/registrations").willReturn(okJson("{\"personalNumber\":\"7705910002\"}")));

        AuthorityAnswer answer = line().post("registrations", "2026-000001/registerInCpr/1", Map.of("sex", "female"));

        assertThat(answer).isInstanceOf(AuthorityAnswer.Answered.class).hasToString("Answered[masked]");
        assertThat(((AuthorityAnswer.Answered) answer)
                        .body()
                        .path("personalNumber")
                        .asText())
                .isEqualTo("7705910002");
        authority.verify(postRequestedFor(urlEqualTo("/cpr/registrations"))
                .withHeader("Authorization", equalTo("Bearer s3cret"))
                .withHeader("Idempotency-Key", equalTo("2026-000001/registerInCpr/1"))
                .withRequestBody(equalToJson("{\"sex\":\"female\"}")));
    }

    @Test
    void a_question_carries_no_key() {
        authority.stubFor(post("/cpr/search").willReturn(okJson("{\"found\":false}")));
        line().post("search", null, Map.of());
        authority.verify(postRequestedFor(urlEqualTo("/cpr/search")).withoutHeader("Idempotency-Key"));
    }

    @Test
    void a_refusal_is_an_answer() {
        stub(any().willReturn(aResponse().withStatus(422).withBody("{\"code\":\"5404\"}")));
        assertThat(line().post("registrations", "key", Map.of())).isEqualTo(new AuthorityAnswer.Refused("5404"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 409, 500, 502, 503})
    void any_other_status_is_a_failure_that_tells_the_status_only(int status) {
        stub(any().willReturn(aResponse().withStatus(status).withBody("No number for " + NAME + " " + NUMBER)));
        assertThatThrownBy(() -> line().post("search", null, Map.of("familyName", NAME)))
                .isInstanceOf(AuthorityUnavailable.class)
                .hasMessage("cpr: status " + status)
                .satisfies(AuthorityLineTest::isSilent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nowakówna 770591-0002", "[]", "\"Nowakówna\"", "{\"familyName\":\"Nowakówna\""})
    void an_answer_that_is_no_object_is_a_failure_that_does_not_quote_it(String body) {
        stub(any().willReturn(okJson(body)));
        assertThatThrownBy(() -> line().post("search", null, Map.of()))
                .isInstanceOf(AuthorityUnavailable.class)
                .hasMessage("cpr: answer not understood")
                .satisfies(AuthorityLineTest::isSilent);
    }

    @Test
    void a_refusal_whose_code_is_a_text_about_the_person_is_a_failure() {
        stub(any().willReturn(aResponse().withStatus(422).withBody("{\"code\":\"No number for Nowakówna\"}")));
        assertThatThrownBy(() -> line().post("search", null, Map.of()))
                .hasMessage("cpr: refusal without a code")
                .satisfies(AuthorityLineTest::isSilent);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_broken_connection_is_a_failure(Fault fault) {
        stub(any().willReturn(aResponse().withFault(fault)));
        assertThatThrownBy(() -> line().post("search", null, Map.of("familyName", NAME)))
                .isInstanceOf(AuthorityUnavailable.class)
                .satisfies(AuthorityLineTest::isSilent);
    }

    @Test
    void a_silent_authority_is_given_up_after_the_read_timeout() {
        stub(any().willReturn(okJson("{}").withFixedDelay(5_000)));
        long start = System.nanoTime();
        assertThatThrownBy(() -> line().post("search", null, Map.of())).isInstanceOf(AuthorityUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void an_authority_that_answers_byte_by_byte_is_given_up_too() {
        stub(any().willReturn(okJson("{\"found\":false}").withChunkedDribbleDelay(15, 8_000)));
        long start = System.nanoTime();
        assertThatThrownBy(() -> line().post("search", null, Map.of())).isInstanceOf(AuthorityUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void an_authority_that_is_not_there_cannot_have_got_the_request() {
        AuthorityLine nobody = line(URI.create("http://127.0.0.1:1/cpr"));
        assertThatThrownBy(() -> nobody.post("registrations", "key", Map.of()))
                .isInstanceOf(AuthorityLine.NotSent.class)
                .satisfies(AuthorityLineTest::isSilent);
    }

    @Test
    void after_five_failures_the_authority_is_left_in_peace_and_asked_again_later() {
        stub(any().willReturn(aResponse().withStatus(503)));
        AuthorityLine line = line();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> line.post("search", null, Map.of())).isInstanceOf(AuthorityUnavailable.class);
        }
        assertThatThrownBy(() -> line.post("search", null, Map.of()))
                .isInstanceOfSatisfying(
                        AuthorityPaused.class,
                        paused -> assertThat(paused.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
        authority.verify(5, postRequestedFor(anyUrl()));

        stub(any().willReturn(okJson("{\"found\":false}")));
        now = now.plusSeconds(31);
        assertThat(line.post("search", null, Map.of())).isInstanceOf(AuthorityAnswer.Answered.class);
    }

    @Test
    void refusals_do_not_pause_an_authority() {
        stub(any().willReturn(aResponse().withStatus(422).withBody("{\"code\":\"5\"}")));
        AuthorityLine line = line();
        for (int i = 0; i < 20; i++) {
            assertThat(line.post("registrations", "key", Map.of())).isEqualTo(new AuthorityAnswer.Refused("5"));
        }
    }

    private AuthorityLine line() {
        return line(URI.create(authority.baseUrl() + "/cpr"));
    }

    private AuthorityLine line(URI url) {
        AuthorityConnection connection = new AuthorityConnection(
                AuthorityMode.CONNECTED, url, "s3cret", Duration.ofSeconds(1), Duration.ofSeconds(1), true);
        return new AuthorityLine(Authority.CPR, connection, url, Duration.ofSeconds(30), new ObjectMapper(), clock);
    }

    private void stub(MappingBuilder answer) {
        authority.stubFor(answer);
    }

    private static MappingBuilder any() {
        return post(anyUrl());
    }

    /** The whole trace, causes included, as a log would show it. */
    private static void isSilent(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(NAME, NUMBER, "http://", "s3cret");
    }
}
