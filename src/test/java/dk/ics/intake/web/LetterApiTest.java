package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.authority.TestCases;
import dk.ics.intake.casefile.Act;
import dk.ics.intake.casefile.CaseFile;
import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Letters;
import dk.ics.intake.web.security.Http;
import dk.ics.intake.web.security.WebappUser;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The letters to print, as the page that is built on it asks for them. */
@IntakeTest
class LetterApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LETTERS = "/camunda/api/ics/letters";

    @LocalServerPort
    int port;

    @Autowired
    CaseFile caseFile;

    @Autowired
    Letters letters;

    private CaseReference reference;

    @BeforeEach
    void writeToSomebodyWithoutMail() {
        reference = TestCases.euWorker(caseFile);
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("email", null);
        caseFile.write(reference, change, Act.bySystem("test"));
        letters.send(reference, "offerBooking", Map.of());
    }

    @Test
    void who_visits_prints_and_says_so_once() throws IOException {
        Http visitation = user("visitation", "tasklist");
        JsonNode letter = mine(visitation);
        assertThat(letter.path("kind").asText()).isEqualTo("offerBooking");
        assertThat(letter.path("date").asText()).isEqualTo("2026-03-02");
        assertThat(letter.fieldNames())
                .toIterable()
                .as("nothing of a person")
                .containsExactlyInAnyOrder("id", "reference", "kind", "title", "date");
        assertThat(letter.toString()).doesNotContain("Nowak", "Bożena");

        String printed = LETTERS + "/" + letter.path("id").asText() + "/printed";
        assertThat(visitation.json("POST", printed, "{}").statusCode()).isEqualTo(204);
        assertThat(mine(visitation).isMissingNode()).isTrue();
        assertThat(visitation.json("POST", printed, "{}").statusCode()).isEqualTo(404);
        assertThat(visitation.json("POST", LETTERS + "/nothing/printed", "{}").statusCode())
                .isEqualTo(404);
        assertThat(caseFile.journalOf(reference))
                .anyMatch(entry -> entry.actCode().equals("letterPrinted")
                        && entry.userId().equals("visitation"));
    }

    @Test
    void nobody_else_sees_or_prints_them() throws IOException {
        String printed =
                LETTERS + "/" + mine(user("visitation", "tasklist")).path("id").asText() + "/printed";
        for (String account : List.of("sagsbehandler", "idkontrol", "specialist", "bif", "tilsyn")) {
            Http other = user(account, "tasklist");
            assertThat(other.get(LETTERS + "/to-print").statusCode())
                    .as(account)
                    .isEqualTo(403);
            assertThat(other.json("POST", printed, "{}").statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        for (String account : List.of("partner0147", "admin")) {
            assertThat(user(account, "cockpit").get(LETTERS + "/to-print").statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(Http.anonymous(port).get(LETTERS + "/to-print").statusCode()).isEqualTo(401);
        assertThat(mine(user("visitation", "tasklist")).isMissingNode()).isFalse();
    }

    private JsonNode mine(Http caller) throws IOException {
        for (JsonNode letter : JSON.readTree(caller.get(LETTERS + "/to-print").body())) {
            if (letter.path("reference").asText().equals(reference.value())) {
                return letter;
            }
        }
        return JSON.missingNode();
    }

    private Http user(String account, String app) {
        return WebappUser.login(port, account, "demo", app).http();
    }
}
