package dk.ics.intake.oversight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of controls as {@link ControlList} reads it, from a database of the test's own. */
public final class ControlReading {

    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final ControlRows rows;
    private final OverviewReader overview;
    private final TransactionTemplate transaction;
    private final List<String> own;

    /** @param own the municipalities of the reader */
    public ControlReading(JdbcClient jdbc, TransactionTemplate transaction, List<String> own) {
        this.jdbc = jdbc;
        this.rows = new ControlRows(jdbc);
        this.overview = new OverviewReader(jdbc);
        this.transaction = transaction;
        this.own = own;
    }

    /** A page; the first one comes with how many there are. */
    public ControlPage page(ControlFilter filter, ControlOrder order, @Nullable ControlPlace after) {
        ControlPage page = in(() -> rows.page(own, filter, order, after, PAGE));
        if (after == null) {
            in(() -> rows.count(own, filter, ControlList.MOST_COUNTED + 1));
        }
        return page;
    }

    public int choices() {
        return in(() -> rows.employees(own)).size();
    }

    /** What is sent to an authority and waits for it. */
    public int waiting() {
        return in(() -> overview.waiting(own)).size();
    }

    public String plan(ControlFilter filter, ControlOrder order, @Nullable ControlPlace after) {
        Map<String, Object> values = new HashMap<>(filter.values());
        List<String> conditions = new ArrayList<>(filter.conditions().values());
        if (filter.municipality() == null) {
            conditions.add("s.municipality = any(:own)");
            values.put("own", own.toArray(String[]::new));
        }
        if (after != null) {
            conditions.add(order.after());
            values.putAll(after.values());
        }
        return explain(ControlRows.statement(conditions, order, PAGE + 1), values);
    }

    /** As PostgreSQL does it, with what it read; without times, which depend on the machine. */
    public String explain(String sql, Map<String, Object> values) {
        return in(() -> {
            jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain (analyze, costs off, timing off, summary off, buffers) " + sql)
                            .params(values)
                            .query(String.class)
                            .list());
        });
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
