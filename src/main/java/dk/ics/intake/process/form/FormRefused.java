package dk.ics.intake.process.form;

import java.util.LinkedHashMap;
import java.util.Map;

/** A form or a call about one that is not taken; nothing of it has been written. */
final class FormRefused extends RuntimeException {

    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;

    private final int status;
    private final String type;
    private final String text;
    private final transient Map<String, String> fields;
    private final transient Map<String, Object> conflicts;

    private FormRefused(
            int status, String type, String text, Map<String, String> fields, Map<String, Object> conflicts) {
        // The sentences can hold what a person typed; an exception's text must not.
        super(type + ", fields " + fields.keySet());
        this.status = status;
        this.type = type;
        this.text = text;
        this.fields = Map.copyOf(fields);
        this.conflicts = Map.copyOf(conflicts);
    }

    /** Some fields cannot be taken as they are: a Danish sentence for each, by key, and one about all. */
    static FormRefused because(String text, Map<String, String> fields) {
        return new FormRefused(BAD_REQUEST, "FormRefused", text, fields, Map.of());
    }

    /** A colleague changed the same fields: both values are shown, by key. */
    static FormRefused conflict(String text, Map<String, String> fields, Map<String, Object> conflicts) {
        return new FormRefused(BAD_REQUEST, "Conflict", text, fields, conflicts);
    }

    static FormRefused of(int status, String type, String text) {
        return new FormRefused(status, type, text, Map.of(), Map.of());
    }

    static FormRefused unreadable() {
        return of(BAD_REQUEST, "FormUnreadable", "Formularen kunne ikke læses. Genindlæs siden, og prøv igen.");
    }

    static FormRefused noSuchTask() {
        return of(
                NOT_FOUND, "TaskNotFound", "Opgaven findes ikke, eller du har ikke adgang til den. Genindlæs listen.");
    }

    /** @param byCaller whether it was the caller, for instance with a double click */
    static FormRefused alreadyDone(boolean byCaller) {
        return of(
                CONFLICT,
                "TaskAlreadyDone",
                byCaller
                        ? "Du har allerede løst opgaven. Genindlæs listen."
                        : "Opgaven er allerede løst af en kollega. Genindlæs listen.");
    }

    static FormRefused cancelled() {
        return of(CONFLICT, "TaskCancelled", "Opgaven er ikke længere aktuel. Genindlæs listen.");
    }

    static FormRefused outdatedPage() {
        return of(
                CONFLICT,
                "PageOutdated",
                "Siden har været åben for længe. Genindlæs den – det, du har skrevet, er gemt som kladde.");
    }

    static FormRefused notYours(boolean assigned) {
        return of(
                FORBIDDEN,
                "NotAssigned",
                assigned
                        ? "Opgaven er tildelt en kollega. Genindlæs listen."
                        : "Tag opgaven, før du sender formularen.");
    }

    static FormRefused noAccess() {
        return of(FORBIDDEN, "NoAccess", "Det har du ikke adgang til.");
    }

    /** Whether the user goes on with the same form, so that what was typed must not be lost. */
    boolean isAboutEntries() {
        return !fields.isEmpty();
    }

    int status() {
        return status;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("message", text);
        body.put("fields", fields);
        if (!conflicts.isEmpty()) {
            body.put("conflicts", conflicts);
        }
        return body;
    }
}
