package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.process.rights.EngineOperations.Operation;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Calls everything in the engine's REST interface that could change something, or that asks with a body: what is not
 * listed here answers 403, whoever calls, over both roots.
 */
@IntakeTest
class ClosedOperationsTest {

    private static final Set<String> EVERYONE = Set.of("POST /identity/password-policy");

    private static final Set<String> TASK_LISTS = Set.of("POST /task", "POST /task/count");

    private static final Set<String> FILTERS = Set.of(
            "POST /filter/x/list",
            "POST /filter/x/count",
            "POST /filter/x/singleResult",
            "OPTIONS /filter",
            "OPTIONS /filter/x");

    private static final Set<String> COCKPIT = Set.of(
            "POST /process-instance",
            "POST /process-instance/count",
            "POST /execution",
            "POST /execution/count",
            "POST /variable-instance",
            "POST /variable-instance/count",
            "POST /external-task",
            "POST /external-task/count",
            "POST /job",
            "POST /job/count",
            "POST /job-definition",
            "POST /job-definition/count",
            "POST /history/process-instance",
            "POST /history/process-instance/count",
            "POST /history/activity-instance",
            "POST /history/activity-instance/count",
            "POST /history/job-log",
            "POST /history/job-log/count");

    private static final Set<String> HISTORY = Set.of(
            "POST /history/task",
            "POST /history/task/count",
            "POST /history/variable-instance",
            "POST /history/variable-instance/count",
            "POST /history/detail");

    /** Conditions refuse these on what does not exist, so a plain sweep meets a 4xx other than 403 only here. */
    private static final Set<String> ADMIN = Set.of(
            "PUT /job/x/retries",
            "PUT /user/x/profile",
            "PUT /user/x/credentials",
            "POST /user/create",
            "POST /user/x/unlock",
            "DELETE /user/x",
            "PUT /group/x/members/x",
            "DELETE /group/x/members/x",
            "PUT /tenant/x/user-members/x",
            "DELETE /tenant/x/user-members/x",
            "OPTIONS /user",
            "OPTIONS /user/x",
            "OPTIONS /group",
            "OPTIONS /group/x",
            "OPTIONS /group/x/members",
            "OPTIONS /tenant",
            "OPTIONS /tenant/x",
            "OPTIONS /tenant/x/user-members",
            "OPTIONS /tenant/x/group-members",
            "OPTIONS /authorization",
            "OPTIONS /authorization/x");

    private static final Map<String, List<Set<String>>> OPEN = Map.of(
            "visitation", List.of(EVERYONE, TASK_LISTS, FILTERS),
            "sagsbehandler", List.of(EVERYONE, TASK_LISTS, FILTERS),
            "idkontrol", List.of(EVERYONE, TASK_LISTS, FILTERS),
            "specialist", List.of(EVERYONE, TASK_LISTS, FILTERS),
            "bif", List.of(EVERYONE, TASK_LISTS, FILTERS),
            "tilsyn", List.of(EVERYONE, TASK_LISTS, FILTERS, COCKPIT, HISTORY, Set.of("POST /task/x/assignee")),
            "partner0147", List.of(EVERYONE, TASK_LISTS, COCKPIT, HISTORY),
            "admin", List.of(EVERYONE, COCKPIT, ADMIN));

    @LocalServerPort
    private int port;

    @Test
    void theSweepKnowsTheInterface() {
        List<String> all =
                EngineOperations.ofEngine().stream().map(Operation::toString).toList();

        assertThat(all)
                .hasSizeGreaterThan(300)
                .contains("POST /deployment/create", "POST /task/x/delegate", "DELETE /process-instance/x/variables/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"visitation", "sagsbehandler", "idkontrol", "specialist", "bif", "tilsyn", "partner0147", "admin"
            })
    void onlyWhatIsListedIsOpen(String account) {
        Set<String> expected = new TreeSet<>();
        OPEN.getOrDefault(account, List.of()).forEach(expected::addAll);
        String app = Set.of("partner0147", "admin").contains(account) ? "cockpit" : "tasklist";
        Http session = WebappUser.login(port, account, "demo", app).http();
        Http basic = Http.basic(port, account, "demo");

        assertThat(notRefused(basic, "/engine-rest")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(notRefused(basic, "/engine-rest/engine/default")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(notRefused(session, "/camunda/api/engine/engine/default"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The engine counts these over all municipalities; PartnerTest looks at those answered all the same. */
    @Test
    void totalsAreNotForPartners() {
        Http partner = Http.basic(port, "partner0147", "demo");

        for (Operation operation : EngineOperations.ofEngine()) {
            if (operation.method().equals("GET")
                    && operation.path().matches(".*(statistics|report|metrics|batch|deployment/x).*")
                    && !operation.path().matches("/process-definition/(x/)?statistics")) {
                assertThat(partner.get("/engine-rest" + operation.path()).statusCode())
                        .as(operation.toString())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void anAdministratorReadsNoTaskAndNoForm() {
        Http admin = Http.basic(port, "admin", "demo");

        for (Operation operation : EngineOperations.ofEngine()) {
            if (operation.method().equals("GET")
                    && operation
                            .path()
                            .matches(
                                    "/(task|filter|history/task|history/detail|history/variable-instance)(/.*)?|.*form.*|.*Form.*")) {
                assertThat(admin.get("/engine-rest" + operation.path()).statusCode())
                        .as(operation.toString())
                        .isEqualTo(403);
            }
        }
    }

    private Set<String> notRefused(Http client, String root) {
        Set<String> open = new TreeSet<>();
        for (Operation operation : EngineOperations.ofEngine()) {
            if (!operation.method().equals("GET")) {
                HttpResponse<String> answer = client.json(operation.method(), root + operation.path(), "{}");
                // A 403 of the engine's own has another type: that call got past the table.
                if (answer.statusCode() != 403 || !answer.body().contains("\"type\":\"Forbidden\"")) {
                    open.add(operation.toString());
                }
            }
        }
        return open;
    }
}
