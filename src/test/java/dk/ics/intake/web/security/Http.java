package dk.ics.intake.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain calls of an application under test. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String address;
    private final Map<String, String> headers;

    private Http(String address, Map<String, String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** Nobody in particular. */
    public static Http anonymous(int port) {
        return new Http("http://localhost:" + port, Map.of());
    }

    /** An account that shows its password with each call. */
    public static Http basic(int port, String user, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return anonymous(port).with("Authorization", "Basic " + credentials);
    }

    public Http with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Http(address, more);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, "");
    }

    public HttpResponse<String> json(String method, String path, String body) {
        return send(method, path, "application/json", body);
    }

    /** Sends exactly this path: nothing is encoded or made plain. */
    public HttpResponse<String> send(String method, String path, @Nullable String contentType, String body) {
        return send(method, path, contentType, body, BodyHandlers.ofString());
    }

    /** Posts JSON for a file. */
    public HttpResponse<byte[]> file(String path, String body) {
        return send("POST", path, "application/json", body, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(
            String method, String path, @Nullable String contentType, String body, BodyHandler<T> answer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try {
            return CLIENT.send(request.build(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
