package dk.ics.intake.multiply;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.evidence.LedgerReading;
import dk.ics.intake.evidence.LedgerStates;
import dk.ics.intake.evidence.Trail;
import dk.ics.intake.oversight.ControlReading;
import dk.ics.intake.process.cases.CourseReading;
import dk.ics.intake.process.rights.OtherNode;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of multiplied cases, read as role {@code app} by what the supervisor's views read it with. */
final class MultipliedDatabase implements AutoCloseable {

    /**
     * Copies of a few cases are all alike. So the list of controls, which nothing is decided by, gets what a region has:
     * controls of 38 municipalities and twelve employees, two procedures, few open doubts, some in a sample.
     */
    private static final String SPREAD = """
            update ics.control_standing s set
              municipality = case when h % 2 = 0 then tenants[1 + (h / 2) % cardinality(tenants)] else s.municipality end,
              controlled_by = 'medarbejder' || lpad((h / 7 % 12)::text, 2, '0'),
              procedure_version = case when h % 5 = 0 then '2022-1' else s.procedure_version end,
              outcome = case when h % 100 = 3 then 'open' else s.outcome end,
              supervision = case when h % 10 = 1 then 'reviewed' when h % 50 = 2 then 'drawn' else 'none' end
            from (select case_reference, abs(hashtext(case_reference)) h from ics.control_standing) o,
              (select array_agg(id_ order by id_) tenants from public.act_id_tenant) t
            where o.case_reference = s.case_reference
            """;

    private final OtherNode node;
    private final Http supervisor;
    private final SingleConnectionDataSource connection;
    private final JdbcClient jdbc;
    private final ControlReading controls;
    private final Trail trail;
    private final LedgerStates ledger;
    private final List<String> cases;
    private final List<String> municipalities;

    private MultipliedDatabase(OtherNode node, SingleConnectionDataSource connection) {
        this.node = node;
        this.supervisor =
                WebappUser.login(node.port(), "tilsyn", "demo", "cockpit").http();
        this.connection = connection;
        this.jdbc = JdbcClient.create(connection);
        this.municipalities = jdbc.sql("select id_ from public.act_id_tenant order by 1")
                .query(String.class)
                .list();
        this.controls = new ControlReading(
                jdbc, new TransactionTemplate(new DataSourceTransactionManager(connection)), municipalities);
        this.trail = LedgerReading.trail(jdbc);
        this.ledger = LedgerReading.states(new JdbcTemplate(connection));
        this.cases = jdbc.sql("select reference from ics.case_file where status = 'closed' order by 1")
                .query(String.class)
                .list();
    }

    /** An application on a database that is there. */
    static MultipliedDatabase of(TestDatabase server, String name) throws SQLException, IOException {
        try (Connection superuser = DriverManager.getConnection(server.url(name), "postgres", "");
                Statement statement = superuser.createStatement()) {
            statement.execute(SPREAD);
            statement.execute("vacuum analyze");
        }
        return new MultipliedDatabase(
                OtherNode.on(server.url(name)),
                new SingleConnectionDataSource(server.url(name), "app", TestDatabase.PASSWORD, true));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    ControlReading controls() {
        return controls;
    }

    LedgerStates ledger() {
        return ledger;
    }

    CaseReference anyCase(Random random) {
        return new CaseReference(cases.get(random.nextInt(cases.size())));
    }

    String anyMunicipality(Random random) {
        return municipalities.get(random.nextInt(municipalities.size()));
    }

    int course(CourseReading reading, CaseReference reference) {
        return reading.lines(jdbc, trail, reference);
    }

    String size() {
        return jdbc.sql("""
                        select format('%s entries, %s cases, %s controls, %s steps, %s GB',
                          (select count(*) from ics.evidence_entry), (select count(*) from ics.case_file),
                          (select count(*) from ics.control), (select count(*) from public.act_hi_actinst),
                          round(pg_database_size(current_database()) / 1e9, 2))
                        """).query(String.class).single();
    }

    /** A call as the supervisor's page makes it; fails if it is refused. */
    void call(String method, String path, String body) {
        HttpResponse<String> answer = body.isEmpty()
                ? supervisor.get("/camunda/api/ics" + path)
                : supervisor.json(method, "/camunda/api/ics" + path, body);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " " + body + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() throws InterruptedException {
        connection.destroy();
        node.close();
    }
}
