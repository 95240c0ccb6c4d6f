package dk.ics.intake.search;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.search.MixedSearches.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Searches among 10,000 and among 200,000 cases, one after the other in turns, so that what else the machine does meets
 * both alike; writes {@code docs/search-plans.md}. Run by {@code mvn -Pbench test}, never by {@code mvn verify}.
 */
@Tag("bench")
class SearchBench {

    private static final int FEW = 10_000;
    private static final int MANY = 200_000;
    private static final int WARM_UP = 40;
    private static final int PERSONS = 200;
    private static final double WORST_RATIO = 1.5;

    @Test
    void theTimeOfASearchDoesNotGrowWithTheNumberOfCases() throws IOException {
        TestDatabase server = TestDatabase.instance();
        try (SyntheticCases few = SyntheticCases.fill(server, FEW);
                SyntheticCases many = SyntheticCases.fill(server, MANY)) {
            measure(few, many, WARM_UP);
            Times times = measure(few, many, PERSONS);
            String report = times.report();
            System.out.println(report);
            write(report, new SearchPlans(many).all());
            assertThat(times.ratio()).as(report).isLessThanOrEqualTo(WORST_RATIO);
        }
    }

    private static Times measure(SyntheticCases few, SyntheticCases many, int persons) {
        List<Search> ofFew = MixedSearches.of(few, persons);
        List<Search> ofMany = MixedSearches.of(many, persons);
        assertThat(ofFew).hasSameSizeAs(ofMany).hasSizeGreaterThan(persons);
        Times times = new Times();
        for (int i = 0; i < ofFew.size(); i++) {
            if (i % 2 == 0) {
                times.few(ofFew.get(i).kind(), time(few, ofFew.get(i)));
                times.many(ofMany.get(i).kind(), time(many, ofMany.get(i)));
            } else {
                times.many(ofMany.get(i).kind(), time(many, ofMany.get(i)));
                times.few(ofFew.get(i).kind(), time(few, ofFew.get(i)));
            }
        }
        return times;
    }

    /** Microseconds; a search that is refused would be no search. */
    private static long time(SyntheticCases cases, Search search) {
        long begun = System.nanoTime();
        SearchAnswer answer = cases.find(search.municipalities(), search.entered());
        long taken = (System.nanoTime() - begun) / 1000;
        assertThat(answer).as(search.kind()).isInstanceOf(SearchAnswer.Found.class);
        return taken;
    }

    private static void write(String report, Map<String, String> plans) throws IOException {
        StringBuilder page = new StringBuilder("""
                # How a case is found: times and plans

                Written by `mvn -Pbench test` (`SearchBench`): 10,000 and 200,000 synthetic cases in two databases of one
                embedded PostgreSQL, searched in turns, each search with its line in the access log and its commit. Times are
                of the machine it ran on; what counts is their ratio, at most 1.5. Names common among few are as common among
                many, so the 200,000 have twenty times the Schmidts.

                ## Times

                """).append(report).append("""

                ## Plans among 200,000 cases

                `explain (analyze, buffers)` without times. No plan reads a table from end to end.
                """);
        plans.forEach((criterion, plan) -> page.append("\n### ")
                .append(criterion)
                .append("\n\n```\n")
                .append(plan)
                .append("\n```\n"));
        Files.writeString(Path.of("docs/search-plans.md"), page.toString());
    }

    /** What was measured, by kind of search. */
    private static final class Times {

        private final Map<String, List<Long>> few = new TreeMap<>();
        private final Map<String, List<Long>> many = new TreeMap<>();

        void few(String kind, long taken) {
            few.computeIfAbsent(kind, none -> new ArrayList<>()).add(taken);
        }

        void many(String kind, long taken) {
            many.computeIfAbsent(kind, none -> new ArrayList<>()).add(taken);
        }

        double ratio() {
            return (double) percentile(all(many), 95) / percentile(all(few), 95);
        }

        String report() {
            StringBuilder table = new StringBuilder();
            table.append("| Search | 10,000: median | p95 | 200,000: median | p95 |\n|---|---|---|---|---|\n");
            few.forEach((kind, taken) -> row(table, kind, taken, many.getOrDefault(kind, List.of())));
            row(table, "**all**", all(few), all(many));
            return table.append(String.format(
                            Locale.ROOT,
                            "%n%d searches each, milliseconds. p95 among 200,000 / p95 among 10,000 = **%.2f**%n",
                            all(few).size(),
                            ratio()))
                    .toString();
        }

        private static void row(StringBuilder table, String kind, List<Long> small, List<Long> large) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f |%n",
                    kind,
                    percentile(small, 50) / 1000.0,
                    percentile(small, 95) / 1000.0,
                    percentile(large, 50) / 1000.0,
                    percentile(large, 95) / 1000.0));
        }

        private static List<Long> all(Map<String, List<Long>> times) {
            return times.values().stream().flatMap(List::stream).toList();
        }

        private static long percentile(List<Long> taken, int percent) {
            List<Long> sorted = taken.stream().sorted().toList();
            return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
        }
    }
}
