package dk.ics.intake.process;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.TestDatabase;
import dk.ics.intake.simulator.Behaviour;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every row the engine has of a case belongs to the case's municipality: one without a tenant would be seen by all.
 *
 * <p>Inputs and outputs of decisions and byte arrays have no tenant of their own by construction; they are read through
 * their parent, which has.
 */
class TenantOfEveryRowTest extends ProcessTest {

    private static final Set<String> WITHOUT_BY_CONSTRUCTION = Set.of("act_hi_dec_in", "act_hi_dec_out");

    @Autowired
    TestDatabase database;

    private JdbcTemplate jdbc;
    private final Map<String, Set<String>> tenants = new TreeMap<>();

    @BeforeEach
    void lookAsOneWhoSeesAll() {
        jdbc = new JdbcTemplate(database.as("postgres"));
    }

    @Test
    @Reaches({"documentReminderDue", "caseClosed"})
    void every_row_of_a_case_from_its_start_to_its_end_has_the_municipality() {
        next("siri/hand-overs", Behaviour.of(Behaviour.Kind.LATE_RECEIPT));
        CaseUnderTest theCase = apply();
        look(theCase);
        theCase.work("assessApplication", Map.of("assessmentOutcome", "documentsMissing"));
        look(theCase);
        theCase.fireTimer("documentReminderDue").work("receiveDocuments");
        theCase.work(
                "assessApplication",
                "bookAppointment",
                "checkIn",
                "callUp",
                "bookSiriAppointment",
                "recordSiriAttendance");
        fail(theCase.timer("siriOverdue"));
        look(theCase);
        engine.getManagementService().setJobRetries(theCase.timer("siriOverdue").getId(), 3);
        postman.releaseHeld();
        theCase.until("recordResidenceDocument").work("recordResidenceDocument", "controlIdentity");
        theCase.work("decideRegistration");
        look(theCase);
        theCase.work("chooseDoctor", "verifyForMitId", "checkTaxApplication").untilEnd("caseClosed");
        theCase.isClosed("completed");
        look(theCase);

        assertThat(tenants.keySet())
                .as("tables that had rows of the case")
                .contains(
                        "act_ru_execution",
                        "act_ru_task",
                        "act_ru_identitylink",
                        "act_ru_variable",
                        "act_ru_job",
                        "act_ru_incident",
                        "act_ru_event_subscr",
                        "act_hi_procinst",
                        "act_hi_actinst",
                        "act_hi_taskinst",
                        "act_hi_identitylink",
                        "act_hi_varinst",
                        "act_hi_detail",
                        "act_hi_decinst",
                        "act_hi_incident",
                        "act_hi_job_log",
                        "act_hi_op_log");
        assertThat(tenants)
                .allSatisfy((table, found) -> assertThat(found).as(table).containsExactly("0147"));
    }

    @Test
    void a_row_without_would_be_seen() {
        CaseUnderTest theCase = apply();
        jdbc.update(
                "update act_hi_identitylink set tenant_id_ = null where task_id_ = ?",
                theCase.task("assessApplication").getId());

        look(theCase);

        assertThat(tenants.get("act_hi_identitylink")).contains("none");
        assertThat(tenants.get("act_ru_task")).containsExactly("0147");
    }

    /** Out of retries, so that there is an incident. */
    private void fail(Job job) {
        engine.getManagementService().setJobRetries(job.getId(), 0);
    }

    private void look(CaseUnderTest theCase) {
        String instances = "(select proc_inst_id_ from act_hi_procinst where business_key_ = '"
                + theCase.reference().value() + "')";
        Map<String, String> ofTheCase = new TreeMap<>(Map.of(
                "proc_inst_id_", "in " + instances,
                "process_instance_id_", "in " + instances,
                "root_proc_inst_id_", "in " + instances,
                "task_id_", "in (select id_ from act_hi_taskinst where proc_inst_id_ in " + instances + ")"));
        for (String table : tablesWithTenant()) {
            List<String> columns = jdbc.queryForList(
                    "select column_name from information_schema.columns where table_schema = 'public' and table_name = ?",
                    String.class,
                    table);
            String condition = String.join(
                    " or ",
                    ofTheCase.entrySet().stream()
                            .filter(column -> columns.contains(column.getKey()))
                            .map(column -> column.getKey() + " " + column.getValue())
                            .toList());
            if (!condition.isEmpty()) {
                jdbc.queryForList(
                                "select distinct coalesce(tenant_id_, 'none') from " + table + " where " + condition,
                                String.class)
                        .forEach(tenant -> tenants.computeIfAbsent(table, name -> new TreeSet<>())
                                .add(tenant));
            }
        }
    }

    private List<String> tablesWithTenant() {
        return jdbc.queryForList("""
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'tenant_id_'
                          and (table_name like 'act_ru_%' or table_name like 'act_hi_%')
                        """, String.class).stream()
                .filter(table -> !WITHOUT_BY_CONSTRUCTION.contains(table))
                .toList();
    }
}
