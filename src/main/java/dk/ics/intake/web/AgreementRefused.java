package dk.ics.intake.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** An agreement that is not taken: a Danish sentence for each field, none of which repeats what was sent. */
final class AgreementRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String text;
    private final transient Map<String, String> fields;

    private AgreementRefused(HttpStatus status, String text, Map<String, String> fields) {
        super("Agreement refused, fields " + fields.keySet());
        this.status = status;
        this.text = text;
        this.fields = Map.copyOf(fields);
    }

    static AgreementRefused because(Map<String, String> fields) {
        return new AgreementRefused(HttpStatus.BAD_REQUEST, "Ret de nævnte felter, og send aftalen igen.", fields);
    }

    static AgreementRefused at(String field, String sentence) {
        return because(Map.of(field, sentence));
    }

    static AgreementRefused unreadable() {
        return new AgreementRefused(HttpStatus.BAD_REQUEST, "Aftalen skal sendes som et JSON-objekt.", Map.of());
    }

    static AgreementRefused unknown() {
        return new AgreementRefused(HttpStatus.NOT_FOUND, "Aftalen findes ikke.", Map.of());
    }

    HttpStatus status() {
        return status;
    }

    Map<String, Object> body() {
        return Map.of("type", "AgreementRefused", "message", text, "fields", fields);
    }
}
