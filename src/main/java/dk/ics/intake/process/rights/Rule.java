package dk.ics.intake.process.rights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One line of the table: these roles may call this method on these paths, if the condition holds.
 *
 * @param roles who
 * @param api on which interface
 * @param method HTTP method; GET stands for HEAD too
 * @param pattern segments; <code>{name}</code> is any one segment, a trailing {@code **} any number of them
 * @param condition what must hold
 * @param handling what happens when it does
 * @param answer what is answered, as JSON, if the rule answers
 */
record Rule(
        Set<Role> roles,
        RestPath.Api api,
        String method,
        List<String> pattern,
        Condition condition,
        Handling handling,
        Function<Call, ?> answer) {

    Rule(
            Set<Role> roles,
            RestPath.Api api,
            String method,
            List<String> pattern,
            Condition condition,
            Handling handling) {
        this(roles, api, method, pattern, condition, handling, call -> Map.of());
    }

    /** A rule whose calls the application answers itself. */
    static Rule answered(Set<Role> roles, RestPath.Api api, List<String> pattern, Function<Call, ?> answer) {
        return new Rule(roles, api, "GET", pattern, Condition.NONE, Handling.ANSWERED, answer);
    }

    /** Words that stand where ids stand, but are operations of their own: a variable is never one of them. */
    private static final Set<String> NO_IDS = Set.of(
            "count",
            "report",
            "statistics",
            "statistics-count",
            "registered",
            "key",
            "create",
            "delete",
            "suspended",
            "cleanable-process-instance-report",
            "cleanable-decision-instance-report",
            "cleanable-batch-report");

    /** What becomes of a call that is allowed. */
    enum Handling {
        /** The engine answers it. */
        PASSED_ON,
        /** The condition has done what was asked. */
        DONE,
        /** The rule answers it. */
        ANSWERED,
        /** It is passed on without having been read: its body is a password. */
        UNREAD
    }

    /** Whether somebody with this account may call it at all; no role stands for every account. */
    boolean isFor(Account account) {
        return roles.isEmpty() || roles.stream().anyMatch(account::has);
    }

    /** The variables of the path, if the rule is about it. */
    Optional<Map<String, String>> match(String calledMethod, RestPath path) {
        String asked = calledMethod.equals("HEAD") ? "GET" : calledMethod;
        if (path.api() != api || !asked.equals(method)) {
            return Optional.empty();
        }
        return match(path.segments());
    }

    private Optional<Map<String, String>> match(List<String> segments) {
        boolean open = !pattern.isEmpty() && pattern.get(pattern.size() - 1).equals("**");
        int fixed = open ? pattern.size() - 1 : pattern.size();
        if (open ? segments.size() < fixed : segments.size() != fixed) {
            return Optional.empty();
        }
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < fixed; i++) {
            String expected = pattern.get(i);
            if (expected.startsWith("{") && !NO_IDS.contains(segments.get(i))) {
                ids.put(expected.substring(1, expected.length() - 1), segments.get(i));
            } else if (!expected.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }
}
