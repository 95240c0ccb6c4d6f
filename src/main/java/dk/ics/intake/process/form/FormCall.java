package dk.ics.intake.process.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UrlPathHelper;

/**
 * A call about a form, on either REST root and with or without the engine's name in the path.
 *
 * @param subject id of the task or definition, or the definition's key
 * @param byPerson whether it comes from a web application's session, not from a program
 */
record FormCall(Subject subject, boolean isSubmission, boolean byPerson, String id) {

    /** What the form belongs to. */
    enum Subject {
        TASK,
        DEFINITION_ID,
        DEFINITION_KEY
    }

    private static final Pattern PATH =
            Pattern.compile("(?:/engine-rest|(?<webapp>/camunda/api/engine))(?:/engine/[^/]+)?"
                    + "/(?:task/(?<task>[^/]+)|process-definition/(?:key/(?<key>[^/]+)(?:/tenant-id/[^/]+)?|(?<id>[^/]+)))"
                    + "/(?<act>form-variables|submit-form)/?");

    private static final UrlPathHelper PATHS = new UrlPathHelper();

    /** The call, if it is one. */
    static Optional<FormCall> of(HttpServletRequest request) {
        Matcher path = PATH.matcher(PATHS.getPathWithinApplication(request));
        if (!path.matches()) {
            return Optional.empty();
        }
        boolean submission = path.group("act").equals("submit-form");
        if (!request.getMethod().equals(submission ? "POST" : "GET")) {
            return Optional.empty();
        }
        boolean webapp = path.group("webapp") != null;
        if (path.group("task") != null) {
            return Optional.of(new FormCall(Subject.TASK, submission, webapp, path.group("task")));
        }
        return path.group("key") != null
                ? Optional.of(new FormCall(Subject.DEFINITION_KEY, submission, webapp, path.group("key")))
                : Optional.of(new FormCall(Subject.DEFINITION_ID, submission, webapp, path.group("id")));
    }
}
