package dk.ics.intake.authority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The line to one connected authority: JSON over HTTP, short time-outs, a circuit breaker. */
final class AuthorityLine {

    private static final int LARGEST_ANSWER = 1024 * 1024;

    private final Authority authority;
    private final Duration pause;
    private final RestClient http;
    private final ObjectMapper json;
    private final CircuitBreaker breaker;

    AuthorityLine(
            Authority authority,
            AuthorityConnection connection,
            URI url,
            Duration pause,
            ObjectMapper json,
            Clock clock) {
        this.authority = authority;
        this.pause = pause;
        this.json = json;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connection.connectTimeout())
                .build());
        requests.setReadTimeout(connection.readTimeout());
        http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(url.toString())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + connection.secret())
                .build();
        breaker = CircuitBreaker.of(
                authority.code(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(pause)
                        .clock(clock)
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }

    /**
     * @param key the idempotency key, or null for a question that changes nothing
     * @throws NotSent when the authority cannot have got the request
     * @throws AuthorityUnavailable when it did not answer understandably
     * @throws AuthorityPaused when it is left in peace
     */
    AuthorityAnswer post(String operation, @Nullable String key, Object body) {
        try {
            return breaker.executeSupplier(() -> send(operation, key, body));
        } catch (CallNotPermittedException open) {
            throw new AuthorityPaused(authority, pause);
        }
    }

    private AuthorityAnswer send(String operation, @Nullable String key, Object body) {
        try {
            RestClient.RequestBodySpec request =
                    http.post().uri("/{operation}", operation).contentType(MediaType.APPLICATION_JSON);
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            return request.body(write(body)).exchange((sent, response) -> read(response));
        } catch (ResourceAccessException e) {
            // The cause is left behind: its text holds the address.
            if (wasNeverConnected(e)) {
                throw new NotSent(authority);
            }
            throw new AuthorityUnavailable(
                    authority, e.getMostSpecificCause().getClass().getSimpleName());
        }
    }

    private static boolean wasNeverConnected(Throwable failure) {
        Throwable link = failure;
        while (link != null) {
            if (link instanceof ConnectException || link instanceof HttpConnectTimeoutException) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }

    private byte[] write(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            // Without the cause: it quotes the request.
            throw new IllegalArgumentException("A request to " + authority.code() + " cannot be written as JSON");
        }
    }

    private AuthorityAnswer read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        if (status != 422 && !response.getStatusCode().is2xxSuccessful()) {
            throw new AuthorityUnavailable(authority, "status " + status);
        }
        byte[] bytes = response.getBody().readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            throw new AuthorityUnavailable(authority, "answer too large");
        }
        JsonNode answer = parse(bytes);
        if (status != 422) {
            return new AuthorityAnswer.Answered(answer);
        }
        String code = answer.path("code").asText("");
        if (!code.matches("[A-Za-z0-9_.-]{1,40}")) {
            throw new AuthorityUnavailable(authority, "refusal without a code");
        }
        return new AuthorityAnswer.Refused(code);
    }

    private JsonNode parse(byte[] bytes) {
        try {
            JsonNode answer = json.readTree(bytes);
            if (answer.isObject()) {
                return answer;
            }
        } catch (IOException notJson) {
            // Left behind as well: it quotes the answer.
        }
        throw new AuthorityUnavailable(authority, "answer not understood");
    }

    /** The connection was never made, so the authority does not know of the request. */
    static final class NotSent extends RuntimeException {

        private final Authority authority;

        NotSent(Authority authority) {
            super(authority.code() + ": no connection");
            this.authority = authority;
        }

        AuthorityUnavailable unavailable() {
            return new AuthorityUnavailable(authority, "no connection");
        }
    }
}
