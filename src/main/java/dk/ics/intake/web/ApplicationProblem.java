package dk.ics.intake.web;

import dk.ics.intake.application.Problems;
import dk.ics.intake.application.Sentences;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** How the sender of an application learns why it was not received (RFC 9457). */
final class ApplicationProblem {

    /** Seconds after which a sender who was too fast may come again. */
    private static final String A_MOMENT = "60";

    /** What can be wrong with an application as a whole. */
    enum Kind {
        REFUSED(HttpStatus.BAD_REQUEST, "refused"),
        LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "large"),
        KEY_REUSED(HttpStatus.UNPROCESSABLE_ENTITY, "keyReused"),
        MANY(HttpStatus.TOO_MANY_REQUESTS, "many");

        private final HttpStatus status;
        private final String code;

        Kind(HttpStatus status, String code) {
            this.status = status;
            this.code = code;
        }
    }

    private ApplicationProblem() {}

    /** @param arguments limits to put into the sentence */
    static ResponseEntity<Object> answer(Kind kind, Locale language, Object... arguments) {
        return answer(kind, language, problem(kind, language, arguments));
    }

    static ResponseEntity<Object> refused(Locale language, Problems problems) {
        ProblemDetail problem = problem(Kind.REFUSED, language);
        problem.setProperty("fields", problems.sentences(language));
        return answer(Kind.REFUSED, language, problem);
    }

    private static ProblemDetail problem(Kind kind, Locale language, Object... arguments) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                kind.status, Sentences.sentence(language, "problem." + kind.code, arguments));
        problem.setTitle(Sentences.sentence(language, "problem.title"));
        problem.setType(URI.create("urn:ics:application:" + kind.code));
        return problem;
    }

    private static ResponseEntity<Object> answer(Kind kind, Locale language, ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(kind.status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
        if (kind == Kind.MANY) {
            answer.header(HttpHeaders.RETRY_AFTER, A_MOMENT);
        }
        return answer.body(problem);
    }
}
