package dk.ics.intake.multiply;

import dk.ics.intake.municipality.MunicipalityCode;
import dk.ics.intake.oversight.ControlFilter;
import dk.ics.intake.oversight.ControlOrder;
import dk.ics.intake.oversight.ControlOutcome;
import dk.ics.intake.oversight.ControlPlace;
import dk.ics.intake.oversight.SupervisionState;
import dk.ics.intake.process.cases.CourseReading;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a supervisor looks at, each kind by its name. The same chance makes the same look, whatever the database. */
final class Looks {

    static final ControlFilter ALL = new ControlFilter(null, null, null, null, null, null, null, null, null, null);

    private final Map<String, Look> all = new LinkedHashMap<>();

    /** One look, from the database alone and as the page asks the application; fails if it is none. */
    interface Look {

        void read(MultipliedDatabase database, Random random);

        void call(MultipliedDatabase database, Random random);
    }

    /** A filter, made for a database whose values it may need. */
    @FunctionalInterface
    interface Filter {
        ControlFilter of(MultipliedDatabase database, Random random);
    }

    /** @param anywhere whether the page begins somewhere in the middle, as »Vis flere« asks for it */
    private record OfList(Filter filter, ControlOrder order, boolean anywhere) implements Look {

        @Override
        public void read(MultipliedDatabase database, Random random) {
            database.controls().page(filter.of(database, random), order, place(database, random));
        }

        @Override
        public void call(MultipliedDatabase database, Random random) {
            database.call(
                    "POST",
                    "/controls/search",
                    Asked.body(filter.of(database, random), order, place(database, random)));
        }

        private @Nullable ControlPlace place(MultipliedDatabase database, Random random) {
            return anywhere
                    ? new ControlPlace(
                            OffsetDateTime.parse(day(random) + "T09:00:00Z").toInstant(),
                            database.anyCase(random).value(),
                            1,
                            database.anyMunicipality(random),
                            employee(random))
                    : null;
        }
    }

    /** One that takes nothing. */
    private record Plain(String path, Consumer<MultipliedDatabase> reading) implements Look {

        @Override
        public void read(MultipliedDatabase database, Random random) {
            reading.accept(database);
        }

        @Override
        public void call(MultipliedDatabase database, Random random) {
            database.call("GET", path, "");
        }
    }

    private record Timeline(CourseReading course) implements Look {

        private static final int FEWEST = 50;

        @Override
        public void read(MultipliedDatabase database, Random random) {
            if (database.course(course, database.anyCase(random)) < FEWEST) {
                throw new IllegalStateException("A case without a course");
            }
        }

        @Override
        public void call(MultipliedDatabase database, Random random) {
            database.call(
                    "POST",
                    "/cases/course",
                    "{\"purpose\":\"supervision\",\"reference\":\"%s\"}".formatted(database.anyCase(random)));
        }
    }

    private Looks() {}

    static Map<String, Look> all(CourseReading course) {
        Looks looks = new Looks();
        Filter none = (database, random) -> ALL;
        looks.all.put("list", new OfList(none, ControlOrder.NEWEST, false));
        looks.all.put("list, from anywhere in it", new OfList(none, ControlOrder.NEWEST, true));
        filters()
                .forEach((name, filter) ->
                        looks.all.put("filter: " + name, new OfList(filter, ControlOrder.NEWEST, false)));
        for (ControlOrder.By by : ControlOrder.By.values()) {
            looks.inOrder(by);
        }
        looks.all.put("timeline", new Timeline(course));
        looks.all.put(
                "choices of the filters",
                new Plain("/controls/choices", database -> database.controls().choices()));
        looks.all.put(
                "state of the ledger",
                new Plain("/evidence/state", database -> database.ledger().now()));
        return looks.all;
    }

    private void inOrder(ControlOrder.By by) {
        for (boolean descending : new boolean[] {false, true}) {
            ControlOrder order = new ControlOrder(by, descending);
            String name = "order: " + by.code() + (descending ? " descending" : "");
            all.put(name, new OfList((database, random) -> ALL, order, false));
            all.put(name + ", from anywhere in it", new OfList((database, random) -> ALL, order, true));
        }
        if (by != ControlOrder.By.TIME) {
            for (String rare : new String[] {"open doubts", "drawn", "photo", "employee"}) {
                all.put(
                        "order: " + by.code() + ", filter: " + rare,
                        new OfList(Objects.requireNonNull(filters().get(rare)), new ControlOrder(by, false), false));
            }
        }
    }

    static Map<String, Filter> filters() {
        Map<String, Filter> filters = new LinkedHashMap<>();
        filters.put("a month", (database, random) -> month(random, null));
        filters.put("municipality", (database, random) -> of(database.anyMunicipality(random), null, null, null));
        filters.put("employee", (database, random) -> of(null, employee(random), null, null));
        for (ControlOutcome outcome : ControlOutcome.values()) {
            filters.put(
                    outcome == ControlOutcome.OPEN ? "open doubts" : outcome.code(),
                    (database, random) -> of(null, null, outcome, null));
        }
        filters.put("doubt", (database, random) -> marked(true, null));
        filters.put("no doubt", (database, random) -> marked(false, null));
        filters.put("photo", (database, random) -> marked(null, true));
        filters.put("no photo", (database, random) -> marked(null, false));
        filters.put("procedure", (database, random) -> procedure("2022-1"));
        for (SupervisionState state : SupervisionState.values()) {
            filters.put(
                    state == SupervisionState.NONE ? "not drawn" : state.code(),
                    (database, random) -> of(null, null, null, state));
        }
        filters.put(
                "case number",
                (database, random) -> new ControlFilter(
                        null, null, null, null, null, null, null, null, null, database.anyCase(random)));
        filters.put("municipality and month", (database, random) -> month(random, database.anyMunicipality(random)));
        filters.put(
                "employee and doubt",
                (database, random) ->
                        new ControlFilter(null, null, null, employee(random), null, true, null, null, null, null));
        return filters;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2022, 4, 1).plusDays(random.nextInt(1400));
    }

    private static String employee(Random random) {
        return "medarbejder%02d".formatted(random.nextInt(12));
    }

    private static ControlFilter month(Random random, @Nullable String municipality) {
        LocalDate from = day(random).withDayOfMonth(1);
        return new ControlFilter(
                from,
                from.plusMonths(1).minusDays(1),
                municipality == null ? null : new MunicipalityCode(municipality),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ControlFilter of(
            @Nullable String municipality,
            @Nullable String employee,
            @Nullable ControlOutcome outcome,
            @Nullable SupervisionState supervision) {
        return new ControlFilter(
                null,
                null,
                municipality == null ? null : new MunicipalityCode(municipality),
                employee,
                outcome,
                null,
                null,
                null,
                supervision,
                null);
    }

    private static ControlFilter marked(@Nullable Boolean doubt, @Nullable Boolean photo) {
        return new ControlFilter(null, null, null, null, null, doubt, photo, null, null, null);
    }

    private static ControlFilter procedure(String version) {
        return new ControlFilter(null, null, null, null, null, null, null, version, null, null);
    }

    static long percentile(long[] taken, int percent) {
        long[] sorted = taken.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }
}
