package dk.ics.intake.simulator;

import java.util.Map;

/** What an authority answers: 200 with a body, or 422 with a business code. */
record Reply(int status, Map<String, ?> body) {

    static Reply ok(Map<String, ?> body) {
        return new Reply(200, body);
    }

    static Reply refused(String code) {
        return new Reply(422, Map.of("code", code));
    }
}
