package dk.ics.intake.process.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Who may begin what by its start form, called over both REST roots for every process. F reads the form, S sends it. A
 * dot is nothing; a process that is not in the table is begun by nobody.
 */
@IntakeTest
class StartRightsMatrixTest {

    private static final String EXPECTED = """
            process     visitation  sagsbehandler  idkontrol  specialist  bif  tilsyn  partner0147  admin
            intake      FS          .              .          .           .    .       .            .
            withdrawal  FS          FS             .          .           .    .       .            .
            relocation  FS          FS             .          .           .    .       .            .
            correction  .           FS             .          .           .    .       .            .
            departure   FS          FS             .          .           .    .       .            .
            complaint   FS          FS             .          .           .    .       .            .
            enquiry     FS          FS             .          .           .    .       .            .
            controlSupervision .    .              .          .           .    FS      .            .
            """;

    private static final String UNKNOWN = "{\"variables\":{\"unknown\":{\"value\":1}}}";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Test
    void no_cell_is_wrong_over_the_engines_rest_root() {
        assertThat(wrongCells("/engine-rest", account -> Http.basic(port, account, "demo")))
                .isEmpty();
    }

    @Test
    void no_cell_is_wrong_over_the_web_applications_rest_root() {
        Map<String, Http> sessions = new LinkedHashMap<>();
        for (String account : accounts()) {
            String app = Set.of("partner0147", "admin").contains(account) ? "cockpit" : "tasklist";
            sessions.put(account, WebappUser.login(port, account, "demo", app).http());
        }
        assertThat(wrongCells("/camunda/api/engine/engine/default", sessions::get))
                .isEmpty();
    }

    private List<String> wrongCells(String root, Function<String, Http> client) {
        Map<String, List<String>> rows = rows();
        Set<String> processes = processes();
        assertThat(processes).as("the table names processes that are there").containsAll(rows.keySet());
        List<String> wrong = new ArrayList<>();
        for (String process : processes) {
            for (int column = 0; column < accounts().size(); column++) {
                String account = accounts().get(column);
                String expected = rows.containsKey(process) ? rows.get(process).get(column) : ".";
                String found = cell(client.apply(account), root + "/process-definition/key/" + process);
                if (!found.equals(expected)) {
                    wrong.add("%s: %s may %s, expected %s".formatted(process, account, found, expected));
                }
            }
        }
        return wrong;
    }

    private static String cell(Http http, String path) {
        StringBuilder cell = new StringBuilder();
        mark(cell, 'F', http.get(path + "/deployed-start-form").statusCode());
        // What the form does not know is refused by the form: whoever gets that far may send it.
        mark(cell, 'S', http.json("POST", path + "/submit-form", UNKNOWN).statusCode());
        for (String closed : List.of("start", "message", "signal")) {
            mark(cell, 'X', http.json("POST", path + "/" + closed, "{}").statusCode());
        }
        return cell.isEmpty() ? "." : cell.toString();
    }

    private static void mark(StringBuilder cell, char letter, int status) {
        if (status == 401 || status >= 500) {
            cell.append('!').append(status);
        } else if (status != 403 && status != 404) {
            cell.append(letter);
        }
    }

    private Set<String> processes() {
        return engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> accounts() {
        List<String> header = List.of(EXPECTED.lines().findFirst().orElseThrow().split(" +"));
        return header.subList(1, header.size());
    }

    private static Map<String, List<String>> rows() {
        return EXPECTED.lines()
                .skip(1)
                .map(line -> List.of(line.split(" +")))
                .collect(Collectors.toMap(row -> row.get(0), row -> row.subList(1, row.size())));
    }
}
