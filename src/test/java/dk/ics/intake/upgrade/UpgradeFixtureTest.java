package dk.ics.intake.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.TestDatabase;
import dk.ics.intake.process.RoutingVariable;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The fixtures are whole, and the models in them find in this version what they call. */
@IntakeTest
class UpgradeFixtureTest {

    private static final Map<Path, JdbcClient> RESTORED = new ConcurrentHashMap<>();
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)(?:\\.(\\w+)\\()?");
    /** Of the expression language, and what the engine itself puts into a scope. */
    private static final Set<String> WORDS =
            Set.of("true", "false", "null", "empty", "not", "and", "or", "execution", "task", "decisionResult");

    @TempDir
    private Path directory;

    @Autowired
    TestDatabase database;

    @Autowired
    ApplicationContext application;

    static List<Path> fixtures() {
        return Fixture.all();
    }

    @Test
    void there_is_one() {
        assertThat(fixtures()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_dump_brings_back_the_same_database(Path fixture) throws Exception {
        restored(fixture);
        Path again = directory.resolve("again.zip");
        try (Connection connection = DriverManager.getConnection(url(fixture), "postgres", TestDatabase.PASSWORD)) {
            Dump.write(connection, again);
        }

        assertThat(Dump.contents(again).keySet())
                .containsExactlyElementsOf(Dump.contents(fixture).keySet());
        assertThat(Dump.contents(again)).isEqualTo(Dump.contents(fixture));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_case_stands_in_every_wait_state_of_its_models(Path fixture) throws Exception {
        Set<WaitState> missing = WaitState.of(Fixture.models(restored(fixture)));
        assertThat(missing).extracting(WaitState::kind).contains(WaitState.Kind.values());

        missing.removeAll(WaitState.in(restored(fixture)));

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void also_what_hangs_on_cases_is_there(Path fixture) throws Exception {
        for (String table : List.of(
                "ics.draft",
                "ics.form_opening",
                "ics.deadline",
                "ics.letter",
                "ics.document where content is not null",
                "ics.case_file where status = 'closed'",
                "ics.receipt where applied_at is null",
                "ics.receipt where applied_at is not null",
                "simulator.issue")) {
            assertThat(restored(fixture)
                            .sql("select count(*) from " + table)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isPositive();
        }
    }

    /** A day of birth plus 60: no number that somebody has. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void every_personal_number_is_a_replacement_number(Path fixture) throws Exception {
        assertThat(restored(fixture).sql("""
                                select cpr_number from ics.registration union select existing_number from ics.registration
                                union select danish_personal_number from ics.person
                                union select personal_number from simulator.person
                                """).query(String.class).list())
                .filteredOn(number -> number != null)
                .isNotEmpty()
                .allMatch(number -> number.matches("[6-9]\\d{9}"));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void every_bean_that_a_model_calls_is_there(Path fixture) throws Exception {
        Set<String> expressions = new TreeSet<>();
        for (byte[] model : Fixture.models(restored(fixture))) {
            expressions(new String(model, StandardCharsets.UTF_8)).forEach(expressions::add);
        }
        assertThat(expressions).contains("closeCase", "deadlines.siriOverdue()");

        Map<String, String> unknown = new TreeMap<>();
        expressions.forEach(expression -> names(expression)
                .filter(name -> !isKnown(name))
                .forEach(name -> unknown.put(name.group(), "in ${" + expression + "}")));

        assertThat(unknown)
                .as("neither a bean nor a variable of this version, but cases of %s follow models that use it", fixture)
                .isEmpty();
    }

    @Test
    void a_bean_or_method_that_is_not_there_is_noticed() {
        assertThat(names("closeCase").allMatch(this::isKnown)).isTrue();
        assertThat(names("closeCases").allMatch(this::isKnown)).isFalse();
        assertThat(names("services.contains('taxCard') || deadlines.siriOverdue()")
                        .allMatch(this::isKnown))
                .isTrue();
        assertThat(names("deadlines.siriLate()").allMatch(this::isKnown)).isFalse();
    }

    private static Stream<String> expressions(String xml) {
        String text = xml.replace("&#39;", "'").replace("&apos;", "'").replace("&quot;", "\"");
        return EXPRESSION.matcher(text).results().map(found -> found.group(1));
    }

    /** What an expression begins at: a bean, perhaps with the method called, or a variable. */
    private static Stream<MatchResult> names(String expression) {
        return NAME.matcher(TEXT.matcher(expression).replaceAll("''")).results();
    }

    private boolean isKnown(MatchResult name) {
        String begin = name.group(1);
        String method = name.group(2);
        return WORDS.contains(begin)
                || RoutingVariable.find(begin).isPresent()
                || application.containsBean(begin)
                        && (method == null
                                || Arrays.stream(application
                                                .getBean(begin)
                                                .getClass()
                                                .getMethods())
                                        .map(Method::getName)
                                        .anyMatch(method::equals));
    }

    private JdbcClient restored(Path fixture) throws SQLException, IOException {
        JdbcClient known = RESTORED.get(fixture);
        if (known != null) {
            return known;
        }
        database.create(name(fixture));
        try (Connection connection = DriverManager.getConnection(url(fixture), "owner", TestDatabase.PASSWORD)) {
            Dump.restore(fixture, connection);
        }
        JdbcClient restored =
                JdbcClient.create(new DriverManagerDataSource(url(fixture), "owner", TestDatabase.PASSWORD));
        RESTORED.put(fixture, restored);
        return restored;
    }

    private String url(Path fixture) {
        return database.url(name(fixture));
    }

    private static String name(Path fixture) {
        assertThat(Files.exists(fixture)).isTrue();
        return "fixture_" + fixture.getFileName().toString().replaceAll("[^0-9a-z]", "_");
    }
}
