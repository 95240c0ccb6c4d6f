package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.ics.intake.IntakeTest;
import dk.ics.intake.application.ApplicationJson;
import dk.ics.intake.process.rights.OtherNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many send at once to two nodes, one of which is killed meanwhile; whoever got no answer sends the same again. */
@IntakeTest
class ParallelApplicationsTest {

    private static final int APPLICATIONS = 500;
    private static final int AT_ONCE = 100;
    private static final int BEFORE_THE_KILL = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<Integer> unanswered = ConcurrentHashMap.newKeySet();
    private final CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);

    @Test
    @DisplayName("of 500 at once each that is acknowledged is a case, exactly once, also over a kill and when repeated")
    void exactlyOnce() throws Exception {
        List<byte[]> applications = new ArrayList<>();
        for (int i = 0; i < APPLICATIONS; i++) {
            applications.add(
                    ApplicationJson.valid().with("city", "\"Parallelby\"").bytes());
        }
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try (OtherNode doomed = OtherNode.start("--ics.applications.per-minute=6000")) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < APPLICATIONS; i++) {
                int number = i;
                // Half of them are sent twice from the start, to both nodes.
                sent.add(senders.submit(() -> send(client, doomed.port(), number, applications.get(number))));
                if (number % 2 == 0) {
                    sent.add(senders.submit(() -> send(client, port, number, applications.get(number))));
                }
            }
            assertThat(enough.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            doomed.kill();
            for (Future<?> one : sent) {
                one.get();
            }
            assertThat(unanswered).as("the kill came in between").isNotEmpty();

            List<Future<?>> repeated = new ArrayList<>();
            for (int i = 0; i < APPLICATIONS; i++) {
                int number = i;
                repeated.add(senders.submit(() -> send(client, port, number, applications.get(number))));
            }
            for (Future<?> one : repeated) {
                one.get();
            }
        } finally {
            senders.shutdownNow();
        }

        assertThat(acknowledged).hasSize(APPLICATIONS);
        assertThat(new HashSet<>(acknowledged.values())).hasSize(APPLICATIONS);
        assertThat(cases("select case_reference from ics.person where city = 'Parallelby'"))
                .containsExactlyInAnyOrderElementsOf(acknowledged.values());
        assertThat(cases("""
                        select distinct e.business_key_ from public.act_hi_procinst e
                        join ics.person p on p.case_reference = e.business_key_ and p.city = 'Parallelby'
                        where e.proc_def_key_ = 'intake'
                        """)).containsExactlyInAnyOrderElementsOf(acknowledged.values());
        assertThat(cases("""
                        select min(e.business_key_) from public.act_hi_procinst e
                        join ics.person p on p.case_reference = e.business_key_ and p.city = 'Parallelby'
                        where e.proc_def_key_ = 'intake' group by e.business_key_ having count(*) > 1
                        """)).as("cases with two processes").isEmpty();
    }

    private void send(HttpClient client, int node, int number, byte[] application) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + node + "/api/applications"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "parallel-" + number)
                .POST(BodyPublishers.ofByteArray(application))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            String reference =
                    JSON.readTree(answer.body()).at("/cases/0/reference").asText();
            String before = acknowledged.putIfAbsent(number, reference);
            assertThat(before == null || before.equals(reference))
                    .as("another case for the same application")
                    .isTrue();
            enough.countDown();
        } catch (IOException killed) {
            unanswered.add(number);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> cases(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
