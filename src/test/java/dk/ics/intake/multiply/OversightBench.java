package dk.ics.intake.multiply;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.evidence.DatabaseCopy;
import dk.ics.intake.evidence.Report;
import dk.ics.intake.evidence.TestLedger;
import dk.ics.intake.multiply.Looks.Look;
import dk.ics.intake.process.EvidenceCases;
import dk.ics.intake.process.cases.CourseReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a supervisor looks at, at 10,000 and at 1,000,000 entries of the ledger, one after the other in turns; writes {@code
 * docs/oversight-plans.md}. Run by {@code mvn -Pbench test}, never by {@code mvn verify}.
 */
@Tag("bench")
@IntakeTest
class OversightBench {

    private static final int FEW = Integer.getInteger("ics.bench.few", 10_000);
    private static final int MANY = Integer.getInteger("ics.bench.many", 1_000_000);
    private static final int ROUNDS = 9;
    private static final int LOOKS = 100;
    private static final double WORST_RATIO = 1.5;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseFile caseFile;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    TestDatabase server;

    @Autowired
    JavaMigration[] migrations;

    @Autowired
    ApplicationContext application;

    @TempDir
    Path folder;

    @Test
    void what_a_supervisor_looks_at_does_not_slow_down_with_the_ledger() throws Exception {
        play();
        TestLedger.in(folder.resolve("few"), jdbc, transaction, clock).checkpoint();
        multiply("few", FEW, false);
        CourseReading course = new CourseReading(application);
        Map<String, Look> looks = Looks.all(course);
        try (MultipliedDatabase few = MultipliedDatabase.of(server, "few")) {
            // What cannot be asked for shows before the many are made.
            looks.values().forEach(look -> look.call(few, new Random(1)));
            looks.values().forEach(look -> look.read(few, new Random(1)));
            server.execute("truncate ics.evidence_checkpoint");
            TestLedger.in(folder.resolve("many"), jdbc, transaction, clock).checkpoint();
            String made = multiply("many", MANY, true);
            compare(course, looks, few, made);
        }
    }

    private void compare(CourseReading course, Map<String, Look> looks, MultipliedDatabase few, String made)
            throws Exception {
        try (MultipliedDatabase many = MultipliedDatabase.of(server, "many")) {
            Timing called = Look::call;
            Timing read = Look::read;
            measure(looks, called, few, many, 1);
            Map<String, Times> calls = measure(looks, called, few, many, ROUNDS);
            measure(looks, read, few, many, 1);
            Map<String, Times> readings = measure(looks, read, few, many, ROUNDS);
            String report = report(calls);
            String alone = report(readings);
            System.out.println(report + "\n" + alone);
            write(made, few.size(), many.size(), report, alone, OversightPlans.of(many, course));
            assertThat(calls)
                    .allSatisfy(
                            (kind, taken) -> assertThat(taken.ratio()).as(kind).isLessThanOrEqualTo(WORST_RATIO));
        }
    }

    /** Which way a look goes. */
    @FunctionalInterface
    private interface Timing {
        void at(Look look, MultipliedDatabase database, Random random);
    }

    /** Cases that go the ways that lists tell apart. */
    private void play() {
        String address = "http://localhost:" + port;
        EvidenceCases.whole(engine, caseFile, clock, address);
        EvidenceCases.whole(engine, caseFile, clock, address);
        EvidenceCases.whole(engine, caseFile, clock, address);
        played(address, "0101", Map.of());
        played(address, "0101", Map.of("controlIdentity", Map.of("identityOutcome", "doubt")));
        played(
                address,
                "0169",
                Map.of(
                        "controlIdentity", Map.of("identityOutcome", "doubt"),
                        "examineDoubt", Map.of("doubtOutcome", "refusalConsidered"),
                        "decideRefusal", Map.of("refusalOutcome", "refused")));
        played(
                address,
                "0147",
                Map.of(
                        "controlIdentity",
                        Map.of("presentation", "photo", "photoReason", "Passet ligger hos en ambassade.")));
    }

    private void played(String address, String municipality, Map<String, Map<String, Object>> answers) {
        EvidenceCases.played(engine, caseFile, clock, address, municipality, answers);
    }

    /** Says how long it took and what verification came to. */
    private String multiply(String name, int entries, boolean verified) throws SQLException, IOException {
        TestLedger ledger = TestLedger.in(folder.resolve(name), jdbc, transaction, clock);
        DatabaseCopy.restore(server, name, DatabaseCopy.of(server), migrations);
        long begun = System.nanoTime();
        assertThat(new Multiplying(System.out).run(server, name, "owner", ledger, entries))
                .isZero();
        Duration multiplied = Duration.ofNanos(System.nanoTime() - begun);
        if (!verified) {
            return "";
        }
        begun = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(server.url(name), "app", TestDatabase.PASSWORD)) {
            Report report = ledger.verify(connection);
            assertThat(report.holds()).as(report.counts().toString()).isTrue();
            return String.format(
                    Locale.ROOT,
                    "Multiplied in %d s, verified in %d s: %,d entries in %,d chains, %,d values, %,d rows, %,d checkpoints, "
                            + "nothing changed.",
                    multiplied.toSeconds(),
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    report.entries(),
                    report.chains(),
                    report.values(),
                    report.rows(),
                    report.checkpoints());
        }
    }

    private static Map<String, Times> measure(
            Map<String, Look> looks, Timing timing, MultipliedDatabase few, MultipliedDatabase many, int rounds) {
        Map<String, Times> times = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, Look> look : looks.entrySet()) {
                long[] ofFew = new long[LOOKS];
                long[] ofMany = new long[LOOKS];
                for (int i = 0; i < LOOKS; i++) {
                    long seed = round * 1000L + i;
                    if (i % 2 == 0) {
                        ofFew[i] = time(timing, look.getValue(), few, seed);
                        ofMany[i] = time(timing, look.getValue(), many, seed);
                    } else {
                        ofMany[i] = time(timing, look.getValue(), many, seed);
                        ofFew[i] = time(timing, look.getValue(), few, seed);
                    }
                }
                times.computeIfAbsent(look.getKey(), kind -> new Times(new LinkedHashMap<>(), new LinkedHashMap<>()))
                        .add(round, ofFew, ofMany);
            }
        }
        return times;
    }

    private static long time(Timing timing, Look look, MultipliedDatabase database, long seed) {
        Random random = new Random(seed);
        long begun = System.nanoTime();
        timing.at(look, database, random);
        return System.nanoTime() - begun;
    }

    /** By round: whatever else the machine does in one round does not decide. */
    private record Times(Map<Integer, long[]> few, Map<Integer, long[]> many) {

        void add(int round, long[] ofFew, long[] ofMany) {
            few.put(round, ofFew);
            many.put(round, ofMany);
        }

        double ratio() {
            return (double) percentile(many, 95) / percentile(few, 95);
        }

        static long percentile(Map<Integer, long[]> rounds, int percent) {
            List<Long> each = rounds.values().stream()
                    .map(taken -> Looks.percentile(taken, percent))
                    .sorted()
                    .toList();
            return each.get(each.size() / 2);
        }
    }

    private static String report(Map<String, Times> times) {
        StringBuilder table = new StringBuilder(
                "| Look | 10,000: median | p95 | 1,000,000: median | p95 | ratio |\n|---|---|---|---|---|---|\n");
        times.forEach((kind, taken) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                kind,
                Times.percentile(taken.few(), 50) / 1e6,
                Times.percentile(taken.few(), 95) / 1e6,
                Times.percentile(taken.many(), 50) / 1e6,
                Times.percentile(taken.many(), 95) / 1e6,
                taken.ratio())));
        return table.toString();
    }

    private static void write(
            String made, String few, String many, String report, String alone, Map<String, String> plans)
            throws IOException {
        StringBuilder page = new StringBuilder("""
                # What a supervisor looks at: times and plans

                **Figures of multiplied data.** Written by `mvn -Pbench test` (`OversightBench`): seven cases are played from
                application to closing and copied by the command of `docs/operations.md` (»Many cases to measure with«), once to
                10,000 and once to 1,000,000 entries of the evidence ledger, in two databases of one embedded PostgreSQL.
                Copies of seven cases are all alike, so the list's own table, which nothing is decided by, is then given
                38 municipalities, twelve employees, a second procedure, 1 in 100 open doubts and 12 in 100 drawn for supervision.

                """)
                .append("- few: ")
                .append(few)
                .append("\n- many: ")
                .append(many)
                .append("\n- ")
                .append(made)
                .append("""


                ## Times

                Milliseconds, on 2 cores with 24 GB, from the call of the supervisor's page to the last byte of its answer: an
                application on each database, called in turns, %d rounds of %d calls each; each figure is the median of the
                rounds' own. What counts is the ratio of the p95, at most 1.5.

                """.formatted(ROUNDS, LOOKS))
                .append(report)
                .append("""

                ## Of which the database

                The same looks read from the database alone, without the application around: the page and its count, or all
                statements of a timeline, in the transactions that the application uses. A page of fifty and a count up to 1,001
                take longer than a page of one and a count of eleven, which is what a filter finds among the few; so ratios
                of fractions of a millisecond stand here to be known and are not held to 1.5.

                """)
                .append(alone)
                .append("""

                ## Plans among 1,000,000 entries

                `explain (analyze, buffers)` without times.
                """);
        plans.forEach((look, plan) -> page.append("\n### ")
                .append(look)
                .append("\n\n```\n")
                .append(plan)
                .append("\n```\n"));
        Files.writeString(Path.of("docs/oversight-plans.md"), page.toString());
    }
}
