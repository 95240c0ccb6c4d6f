package dk.ics.intake.multiply;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.ics.intake.oversight.ControlFilter;
import dk.ics.intake.oversight.ControlOrder;
import dk.ics.intake.oversight.ControlPlace;
import org.jspecify.annotations.Nullable;

/** What the page of the controls asks for, as it writes it. */
final class Asked {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Asked() {}

    static String body(ControlFilter filter, ControlOrder order, @Nullable ControlPlace after) {
        ObjectNode body = JSON.createObjectNode();
        put(body, "from", filter.from());
        put(body, "to", filter.to());
        put(
                body,
                "municipality",
                filter.municipality() == null ? null : filter.municipality().value());
        put(body, "employee", filter.employee());
        put(body, "outcome", filter.outcome() == null ? null : filter.outcome().code());
        put(body, "doubt", yes(filter.doubt()));
        put(body, "photo", yes(filter.photo()));
        put(body, "procedure", filter.procedure());
        put(
                body,
                "supervision",
                filter.supervision() == null ? null : filter.supervision().code());
        put(body, "reference", filter.reference());
        put(body, "sort", order.by().code());
        put(body, "descending", yes(order.descending()));
        put(body, "after", after == null ? null : after.written());
        return body.toString();
    }

    private static @Nullable String yes(@Nullable Boolean asked) {
        return asked == null ? null : asked ? "yes" : "no";
    }

    private static void put(ObjectNode body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value.toString());
        }
    }
}
