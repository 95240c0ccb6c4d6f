package dk.ics.intake.web.selfservice;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import dk.ics.intake.process.rights.OtherNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The limits as they are behind a proxy that is configured, on a node whose limits are low. */
@IntakeTest
class PaceTest {

    private static final int FEW = 4;

    private static OtherNode node;

    @BeforeAll
    static void start() throws Exception {
        node = OtherNode.start(
                "--server.forward-headers-strategy=native",
                "--server.tomcat.remoteip.internal-proxies=127[.]0[.]0[.]1|0:0:0:0:0:0:0:1|::1",
                "--ics.self-service.drafts-per-hour=" + FEW,
                "--ics.self-service.changes-per-minute=" + FEW,
                "--ics.self-service.misses-per-minute=" + FEW,
                "--ics.self-service.link-mails-per-hour=" + FEW / 2);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        node.close();
    }

    @Test
    @DisplayName("each client of the proxy has its own share of drafts; who has used it up is told so in words")
    void drafts() throws Exception {
        assertThat(codes("192.0.2.1", "/apply/en", "")).containsExactly(303, 303, 303, 303, 429, 429);
        assertThat(codes("192.0.2.2", "/apply/en", "")).startsWith(303, 303);
        assertThat(send("192.0.2.1", "/apply/en", "").body())
                .contains("Please wait a minute")
                .doesNotContain("429");
    }

    @Test
    @DisplayName("a link takes so many changes a minute, from wherever they come, and one that opens nothing no more")
    void changesOfOneLink() throws Exception {
        String link = send("192.0.2.10", "/apply/en", "")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("(/apply/draft/[^/]+).*", "$1");
        List<Integer> codes = new ArrayList<>();
        List<Integer> nothing = new ArrayList<>();
        for (int i = 0; i < FEW + 2; i++) {
            codes.add(
                    send("192.0.2." + (20 + i), link + "/1/name", "familyName=").statusCode());
            nothing.add(send("192.0.2." + (40 + i), "/apply/draft/" + "B".repeat(43) + "/1/name", "familyName=")
                    .statusCode());
        }
        assertThat(codes).containsExactly(400, 400, 400, 400, 429, 429);
        assertThat(nothing).containsExactly(404, 404, 404, 404, 429, 429);
        assertThat(get("192.0.2.60", link).statusCode()).as("reading goes on").isBetween(200, 303);
    }

    @Test
    @DisplayName("who tries links that open nothing has to wait, also for one that opens")
    void misses() throws Exception {
        for (int i = 0; i < FEW; i++) {
            assertThat(get("192.0.2.70", "/apply/status/" + "C".repeat(42) + i).statusCode())
                    .isEqualTo(404);
        }
        assertThat(get("192.0.2.70", "/apply/status/" + "C".repeat(43)).statusCode())
                .isEqualTo(429);
        assertThat(get("192.0.2.71", "/apply/status/" + "C".repeat(43)).statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("lost links are ordered so often from one client, and nobody learns of the limit of an address")
    void lostLinks() throws Exception {
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < FEW; i++) {
            codes.add(send("192.0.2.80", "/apply/en/lost-link", "email=somebody%40example.org")
                    .statusCode());
        }
        assertThat(codes).containsOnly(200);
        assertThat(send("192.0.2.80", "/apply/en/lost-link", "email=somebody%40example.org")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    @DisplayName("what a client writes of itself before the proxy adds its address is not believed")
    void writtenByAnybody() throws Exception {
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < FEW + 1; i++) {
            codes.add(send("192.0.2." + (90 + i) + ", 198.51.100.7", "/apply/en", "")
                    .statusCode());
        }
        // The proxy's own caller is the last one it names: what stands before it anybody may have written.
        assertThat(codes).containsExactly(303, 303, 303, 303, 429);
        assertThat(send("198.51.100.7", "/apply/en", "").statusCode()).isEqualTo(429);
    }

    private static List<Integer> codes(String client, String path, String body) throws Exception {
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < FEW + 2; i++) {
            codes.add(send(client, path, body).statusCode());
        }
        return codes;
    }

    private static HttpResponse<String> send(String client, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request(client, path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String client, String path) throws Exception {
        return HttpClient.newHttpClient().send(request(client, path).GET().build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String client, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + path))
                .header("X-Forwarded-For", client);
    }
}
