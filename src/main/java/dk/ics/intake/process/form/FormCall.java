package dk.ics.intake.process.form;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UrlPathHelper;

/**
 * A call about a form, on either REST root and with or without the engine's name in the path.
 *
 * @param subject id of the task or definition, or the definition's key
 * @param byPerson whether it comes from a web application's session, not from a program
 * @param page the browser's page the call comes from, as the page names itself; empty for a program
 */
record FormCall(Subject subject, Kind kind, boolean byPerson, String id, String page) {

    /** What the form belongs to. */
    enum Subject {
        TASK,
        DEFINITION_ID,
        DEFINITION_KEY
    }

    /** What is asked for. */
    enum Kind {
        SCHEMA("GET", "deployed-form"),
        VALUES("GET", "form-variables"),
        SUBMISSION("POST", "submit-form");

        private final String method;
        private final String act;

        Kind(String method, String act) {
            this.method = method;
            this.act = act;
        }

        private static Optional<Kind> of(String method, String act) {
            return Arrays.stream(values())
                    .filter(kind -> kind.act.equals(act) && kind.method.equals(method))
                    .findFirst();
        }
    }

    /** The header in which a page names itself. */
    private static final String PAGE = "ICS-Page";

    private static final Pattern PAGE_NAME = Pattern.compile("[0-9A-Za-z-]{1,40}");

    private static final Pattern PATH =
            Pattern.compile("(?:/engine-rest|(?<webapp>/camunda/api/engine))(?:/engine/[^/]+)?"
                    + "/(?:task/(?<task>[^/]+)|process-definition/(?:key/(?<key>[^/]+)(?:/tenant-id/[^/]+)?|(?<id>[^/]+)))"
                    + "/(?<act>deployed-form|form-variables|submit-form)/?");

    private static final UrlPathHelper PATHS = new UrlPathHelper();

    /** The call, if it is one. */
    static Optional<FormCall> of(HttpServletRequest request) {
        Matcher path = PATH.matcher(PATHS.getPathWithinApplication(request));
        if (!path.matches()) {
            return Optional.empty();
        }
        Optional<Kind> asked = Kind.of(request.getMethod(), path.group("act"));
        return asked.map(kind -> call(kind, path, pageOf(request)))
                // A start form belongs to a definition, which does not end while one looks at it.
                .filter(call -> call.kind() != Kind.SCHEMA || call.subject() == Subject.TASK);
    }

    /** The page that makes the call; what is no name is as none. */
    static String pageOf(HttpServletRequest request) {
        String page = request.getHeader(PAGE);
        return page != null && PAGE_NAME.matcher(page).matches() ? page : "";
    }

    private static FormCall call(Kind kind, Matcher path, String page) {
        boolean webapp = path.group("webapp") != null;
        if (path.group("task") != null) {
            return new FormCall(Subject.TASK, kind, webapp, path.group("task"), page);
        }
        return path.group("key") != null
                ? new FormCall(Subject.DEFINITION_KEY, kind, webapp, path.group("key"), page)
                : new FormCall(Subject.DEFINITION_ID, kind, webapp, path.group("id"), page);
    }
}
