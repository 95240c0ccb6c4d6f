package dk.ics.intake.process.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** One account on one of the two REST roots: {@code /engine-rest} with a password, the other with a session. */
final class RestClient {

    record Answer(int status, String text) {

        JsonNode json() {
            try {
                return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String field(String key) {
            return json().path("fields").path(key).asText();
        }

        String message() {
            return json().path("message").asText();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Http http;
    private final String root;

    private RestClient(Http http, String root) {
        this.http = http;
        this.root = root;
    }

    static RestClient engineRest(int port, String account) {
        return new RestClient(Http.basic(port, account, "demo"), "/engine-rest");
    }

    static RestClient webapp(int port, String account) {
        return new RestClient(
                WebappUser.login(port, account, "demo", "tasklist").http(), "/camunda/api/engine/engine/default");
    }

    /** The same account in another page (window). */
    RestClient inPage(String page) {
        return new RestClient(http.with("ICS-Page", page), root);
    }

    Answer get(String path) {
        return answer(http.get(root + path));
    }

    Answer post(String path, Object body) {
        return postText(path, json(body));
    }

    Answer postText(String path, String body) {
        return answer(http.json("POST", root + path, body));
    }

    /** A path of the application's own, beside the engine's root. */
    Answer own(String method, String path, Object body) {
        return answer(http.json(method, path, body.equals("") ? "" : json(body)));
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.body());
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
