package dk.ics.intake.search;

import dk.ics.intake.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with so many synthetic cases ({@code bench/fill-cases.sql}), and the search as it runs on it. */
final class SyntheticCases implements AutoCloseable {

    private static final List<Purpose> PURPOSES = List.of(new Purpose("inquiry", "Borgeren spørger til sin sag"));
    private static final int MOST_HITS = 50;

    private final int number;
    private final SingleConnectionDataSource connection;
    private final CaseSearch search;
    private final TransactionTemplate transaction;

    private SyntheticCases(int number, SingleConnectionDataSource connection) {
        this.number = number;
        this.connection = connection;
        JdbcClient jdbc = JdbcClient.create(connection);
        this.search = new CaseSearch(
                new FittingCases(jdbc),
                new AccessLog(jdbc, Clock.systemUTC()),
                new SearchProperties(PURPOSES, MOST_HITS));
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(connection));
    }

    /** Makes the database with the application's own migrations and fills it. */
    static SyntheticCases fill(TestDatabase server, int number) {
        String name = "cases_" + number;
        server.create(name);
        PGSimpleDataSource owner = source(server, name, "owner");
        Flyway.configure()
                .dataSource(owner)
                .defaultSchema("ics")
                .schemas("ics")
                .placeholders(java.util.Map.of("app", "app"))
                .locations("classpath:db/migration")
                // Up to the evidence ledger, which watches the engine's tables: there is no engine here.
                .target("349")
                .load()
                .migrate();
        try (SingleConnectionDataSource one = new SingleConnectionDataSource(owner.getUrl(), "owner", "test", true)) {
            JdbcClient jdbc = JdbcClient.create(one);
            // An index over rows that are there is made in a fraction of the time it takes to add row by row.
            List<String> indexes = jdbc.sql("""
                            select indexdef from pg_indexes where schemaname = 'ics' and indexdef like '%USING gin%'
                            """).query(String.class).list();
            jdbc.sql("drop index ics.person_name_words, ics.person_near_words").update();
            // Not split at semicolons by us: the driver knows where a statement ends.
            jdbc.sql(script().replace(":cases", Integer.toString(number))).update();
            indexes.forEach(index -> jdbc.sql(index).update());
            jdbc.sql("vacuum analyze").update();
        }
        SingleConnectionDataSource app =
                new SingleConnectionDataSource(source(server, name, "app").getUrl(), "app", "test", true);
        return new SyntheticCases(number, app);
    }

    int number() {
        return number;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(connection);
    }

    /** One search with its line in the log, committed, as a caseworker's. */
    SearchAnswer find(List<String> municipalities, java.util.Map<String, String> entered) {
        return inTransaction(() -> search.find(new Searcher("sagsbehandler", municipalities), "inquiry", entered));
    }

    <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    @Override
    public void close() {
        connection.destroy();
    }

    private static PGSimpleDataSource source(TestDatabase server, String database, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.url(database));
        source.setUser(role);
        source.setPassword(TestDatabase.PASSWORD);
        return source;
    }

    private static String script() {
        try (var file = Objects.requireNonNull(SyntheticCases.class.getResourceAsStream("/bench/fill-cases.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
