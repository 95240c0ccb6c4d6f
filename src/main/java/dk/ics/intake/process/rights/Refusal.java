package dk.ics.intake.process.rights;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.json.JsonWriter;

/**
 * Why a call is refused, in the format of the REST root's own errors.
 *
 * @param status HTTP status
 * @param type what a program reads
 * @param message what the user reads, in Danish
 */
public record Refusal(int status, String type, String message) {

    private static final JsonWriter<Refusal> JSON = JsonWriter.of(members -> {
        members.add("type", Refusal::type);
        members.add("message", Refusal::message);
    });

    static Refusal forbidden(String message) {
        return new Refusal(HttpServletResponse.SC_FORBIDDEN, "Forbidden", message);
    }

    static Refusal invalid(String message) {
        return new Refusal(HttpServletResponse.SC_BAD_REQUEST, "InvalidRequest", message);
    }

    /** Answers the request with this refusal. */
    public void answer(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(JSON.writeToString(this));
    }
}
