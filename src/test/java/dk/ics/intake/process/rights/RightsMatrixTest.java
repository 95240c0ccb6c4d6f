package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.process.rights.OpenTasks.OpenTask;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who may do what with whose task, called over both REST roots for every user task of every process.
 *
 * <p>A cell says what is allowed: R reads the task, F reads its form and, in the web application, its case, C claims it
 * when it is free, U puts it back when it is his own, S sends its form when it is his own, A gives it to a colleague.
 * Completing past the form is allowed to nobody and so has no letter. A dot is nothing.
 */
@IntakeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTest {

    private static final String EXPECTED = """
            process         group               visitation  sagsbehandler  idkontrol  specialist  bif  tilsyn  partner0147  admin
            intake          visitation          RFCUS       .              .          .           .    RA      R            .
            euResidence     caseworker          .           RFCUS          .          .           .    RA      R            .
            identityControl identityControl     .           .              RFCUS      R           .    RA      R            .
            identityControl identitySpecialist  .           .              R          RFCUS       .    RA      R            .
            cprRegistration caseworker          .           RFCUS          .          .           .    RA      R            .
            healthCard      caseworker          .           RFCUS          .          .           .    RA      R            .
            healthCardDelivery caseworker       .           RFCUS          .          .           .    RA      R            .
            mitId           caseworker          .           RFCUS          .          .           .    RA      R            .
            taxApplication  caseworker          .           RFCUS          .          .           .    RA      R            .
            unemploymentBenefit employment      .           .              .          .        RFCUS   RA      R            .
            guidance        employment          .           .              .          .        RFCUS   RA      R            .
            correction      caseworker          .           RFCUS          .          .           .    RA      R            .
            complaint       caseworker          .           RFCUS          .          .           .    RA      R            .
            authorityNotice caseworker          .           RFCUS          .          .           .    RA      R            .
            supervisionItem supervisor          .           .              .          .           .    RFCUSA  R            .
            identityRecontrol identityControl   .           .              RFCUS      .           .    RA      R            .
            """;

    private static final Map<String, String> MEMBERS = Map.of(
            "visitation", "visitation",
            "caseworker", "sagsbehandler",
            "identityControl", "idkontrol",
            "identitySpecialist", "specialist",
            "employment", "bif",
            "supervisor", "tilsyn");

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private CaseFile caseFile;

    private List<OpenTask> tasks = List.of();

    @BeforeAll
    void openOneTaskOfEachKind() {
        tasks = new OpenTasks(engine, caseFile).ofEveryKind("0147");
    }

    @Test
    void noCellIsWrongOverTheEnginesRestRoot() {
        assertThat(wrongCells("/engine-rest", account -> Http.basic(port, account, "demo")))
                .isEmpty();
    }

    @Test
    void noCellIsWrongOverTheWebApplicationsRestRoot() {
        Map<String, Http> sessions = new LinkedHashMap<>();
        for (String account : accounts()) {
            String app = Set.of("partner0147", "admin").contains(account) ? "cockpit" : "tasklist";
            sessions.put(account, WebappUser.login(port, account, "demo", app).http());
        }
        assertThat(wrongCells("/camunda/api/engine/engine/default", sessions::get))
                .isEmpty();
    }

    @Test
    void theTableCoversEveryProcessAndGroupThereIs() {
        Set<String> there = new TreeSet<>();
        tasks.forEach(task -> there.add(task.process() + " " + task.group()));
        Set<String> expected = new TreeSet<>();
        rows().forEach(row -> expected.add(row.get(0) + " " + row.get(1)));

        assertThat(expected).isEqualTo(there);
        assertThat(tasks).hasSizeGreaterThanOrEqualTo(20);
    }

    private List<String> wrongCells(String root, Function<String, Http> client) {
        List<String> wrong = new ArrayList<>();
        List<String> accounts = accounts();
        for (OpenTask task : tasks) {
            List<String> row = rows().stream()
                    .filter(line ->
                            line.get(0).equals(task.process()) && line.get(1).equals(task.group()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No row for " + task));
            for (int column = 0; column < accounts.size(); column++) {
                String account = accounts.get(column);
                String found = cell(client.apply(account), root + "/task/" + task.id(), account, task);
                if (!found.equals(row.get(column + 2))) {
                    wrong.add("%s %s: %s may %s, expected %s"
                            .formatted(task.process(), task.definition(), account, found, row.get(column + 2)));
                }
            }
        }
        return wrong;
    }

    private String cell(Http http, String path, String account, OpenTask task) {
        String colleague = MEMBERS.get(task.group());
        boolean member = account.equals(colleague);
        StringBuilder cell = new StringBuilder();
        assign(task, null);
        mark(cell, 'R', http.get(path).statusCode());
        mark(cell, 'F', http.get(path + "/form-variables").statusCode());
        same(cell, 'F', http.get(path + "/deployed-form").statusCode());
        if (path.startsWith("/camunda/")) {
            same(
                    cell,
                    'F',
                    http.json("POST", "/camunda/api/ics/task/" + task.id() + "/case", "{}")
                            .statusCode());
        }
        mark(
                cell,
                'C',
                http.json("POST", path + "/claim", "{\"userId\":\"" + account + "\"}")
                        .statusCode());
        assign(task, member ? account : colleague);
        mark(cell, 'U', http.json("POST", path + "/unclaim", "").statusCode());
        assign(task, member ? account : colleague);
        // What the form does not know is refused by the form: whoever gets that far may send it.
        mark(
                cell,
                'S',
                http.json("POST", path + "/submit-form", "{\"variables\":{\"unknown\":{\"value\":1}}}")
                        .statusCode());
        for (String closed : List.of("complete", "resolve", "delegate")) {
            mark(
                    cell,
                    'X',
                    http.json("POST", path + "/" + closed, "{\"userId\":\"" + account + "\"}")
                            .statusCode());
        }
        mark(
                cell,
                'A',
                http.json("POST", path + "/assignee", "{\"userId\":\"" + colleague + "\",\"reason\":\"Prøve\"}")
                        .statusCode());
        return cell.isEmpty() ? "." : cell.toString();
    }

    private void assign(OpenTask task, @Nullable String user) {
        engine.getTaskService().setAssignee(task.id(), user);
    }

    private static void mark(StringBuilder cell, char letter, int status) {
        if (status == 401 || status >= 500) {
            cell.append('!').append(status);
        } else if (status != 403 && status != 404) {
            cell.append(letter);
        }
    }

    /** A second call that must be allowed exactly where the first one was. */
    private static void same(StringBuilder cell, char letter, int status) {
        boolean first = cell.indexOf(String.valueOf(letter)) >= 0;
        boolean second = status != 403 && status != 404;
        if (first != second) {
            cell.append('?').append(status);
        }
    }

    private static List<String> accounts() {
        List<String> header = List.of(EXPECTED.lines().findFirst().orElseThrow().split(" +"));
        return header.subList(2, header.size());
    }

    private static List<List<String>> rows() {
        return EXPECTED.lines().skip(1).map(line -> List.of(line.split(" +"))).toList();
    }
}
