package dk.ics.intake.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;

/**
 * What may be kept of an exception: its types, where it was thrown, Camunda's code and the words of our own exceptions,
 * which never hold a person's data. Texts of others (an authority's answer, a database's complaint) are left out.
 */
final class SafeFailure {

    private static final Pattern ENGINE_CODE = Pattern.compile("ENGINE-\\d{5}");
    private static final Pattern SQL_STATE = Pattern.compile("[0-9A-Z]{5}");
    private static final String OURS = "dk.ics.intake.";
    private static final int DEEPEST = 12;

    private SafeFailure() {}

    /** An exception with the same trace whose texts can be stored and logged. */
    static ProcessEngineException of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        ProcessEngineException safe = chain.stream().anyMatch(OptimisticLockingException.class::isInstance)
                ? new OptimisticLockingException(describe(chain))
                : new ProcessEngineException(describe(chain));
        safe.setStackTrace(chain.get(chain.size() - 1).getStackTrace());
        return safe;
    }

    /** One line about an exception that can be logged. */
    static String describe(Throwable failure) {
        return describe(chain(failure));
    }

    /** The first exception of that type in the chain of causes. */
    static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        return chain(failure).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private static String describe(List<Throwable> chain) {
        List<String> parts = new ArrayList<>();
        for (Throwable link : chain) {
            String part = link.getClass().getSimpleName() + detail(link);
            if (!parts.contains(part)) {
                parts.add(part);
            }
        }
        return String.join(" < ", parts);
    }

    private static String detail(Throwable link) {
        String text = link.getMessage();
        if (text == null) {
            return "";
        }
        if (link.getClass().getName().startsWith(OURS)) {
            return ": " + text;
        }
        if (link instanceof java.sql.SQLException sql
                && sql.getSQLState() != null
                && SQL_STATE.matcher(sql.getSQLState()).matches()) {
            return " (SQL state " + sql.getSQLState() + ")";
        }
        Matcher code = ENGINE_CODE.matcher(text);
        return code.find() ? " (" + code.group() + ")" : "";
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable link = failure;
        while (link != null && chain.size() < DEEPEST && !chain.contains(link)) {
            chain.add(link);
            link = link.getCause();
        }
        return chain;
    }
}
