package dk.ics.intake.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** A line that a register of ours does not take, or an agreement: a Danish sentence for each field, none of which repeats it. */
final class RegisterRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String text;
    private final transient Map<String, String> fields;

    private RegisterRefused(HttpStatus status, String text, Map<String, String> fields) {
        super("Register refused, fields " + fields.keySet());
        this.status = status;
        this.text = text;
        this.fields = Map.copyOf(fields);
    }

    static RegisterRefused because(Map<String, String> fields) {
        return new RegisterRefused(HttpStatus.BAD_REQUEST, "Ret de nævnte felter, og send igen.", fields);
    }

    static RegisterRefused at(String field, String sentence) {
        return because(Map.of(field, sentence));
    }

    static RegisterRefused unreadable() {
        return new RegisterRefused(HttpStatus.BAD_REQUEST, "Indholdet skal sendes som et JSON-objekt.", Map.of());
    }

    static RegisterRefused unknown() {
        return new RegisterRefused(HttpStatus.NOT_FOUND, "Linjen findes ikke i registret.", Map.of());
    }

    HttpStatus status() {
        return status;
    }

    Map<String, Object> body() {
        return Map.of("type", "RegisterRefused", "message", text, "fields", fields);
    }
}
