package dk.ics.intake.multiply;

import dk.ics.intake.Statements;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.oversight.ControlOrder;
import dk.ics.intake.process.cases.CourseReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** How PostgreSQL answers each look, by its name. */
final class OversightPlans {

    private OversightPlans() {}

    static Map<String, String> of(MultipliedDatabase database, CourseReading course) {
        Map<String, String> plans = new LinkedHashMap<>();
        plans.put("list", database.controls().plan(Looks.ALL, ControlOrder.NEWEST, null));
        Looks.filters()
                .forEach((name, filter) -> plans.put(
                        "filter: " + name,
                        database.controls().plan(filter.of(database, new Random(1)), ControlOrder.NEWEST, null)));
        for (ControlOrder.By by : ControlOrder.By.values()) {
            plans.put("order: " + by.code(), database.controls().plan(Looks.ALL, new ControlOrder(by, false), null));
            if (by != ControlOrder.By.TIME) {
                plans.put(
                        "order: " + by.code() + ", filter: open doubts",
                        database.controls()
                                .plan(
                                        java.util.Objects.requireNonNull(
                                                        Looks.filters().get("open doubts"))
                                                .of(database, new Random(1)),
                                        new ControlOrder(by, false),
                                        null));
            }
        }
        CaseReference reference = database.anyCase(new Random(1));
        List<String> statements = Statements.of(() -> database.course(course, reference));
        for (int i = 0; i < statements.size(); i++) {
            String sql = statements.get(i).replaceFirst("(?s)^[^\\[]*\\[(.*)]$", "$1");
            plans.put(
                    "timeline, statement " + (i + 1),
                    sql.strip() + "\n\n"
                            + database.controls().explain(sql.replace("?", "'" + reference.value() + "'"), Map.of()));
        }
        return plans;
    }
}
