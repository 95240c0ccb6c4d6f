package dk.ics.intake.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/** Brings the authorities' receipts to the application, again and again until it says 202. */
public class Postman implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int TRIES = 60;

    private final ObjectMapper json;
    private final UnaryOperator<@Nullable String> secretOf;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ScheduledExecutorService rounds = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "simulator-postman");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Runnable> held = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable URI application;

    Postman(ObjectMapper json, UnaryOperator<@Nullable String> secretOf) {
        this.json = json;
        this.secretOf = secretOf;
    }

    /** The application listens: its port is known only now. */
    @EventListener
    public void listening(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            deliverTo(URI.create("http://127.0.0.1:" + event.getWebServer().getPort()));
        }
    }

    /** Names the address of the application. */
    public void deliverTo(URI application) {
        this.application = application;
    }

    /** Sends the receipts that {@link Behaviour.Kind#LATE_RECEIPT} kept back. */
    public void releaseHeld() {
        List<Runnable> late;
        synchronized (held) {
            late = List.copyOf(held);
            held.clear();
        }
        late.forEach(Runnable::run);
    }

    /** Brings one receipt now, with the authority's own secret; the answer's status. */
    public int bring(String authority, Receipt receipt) throws IOException, InterruptedException {
        URI to = application;
        if (to == null) {
            return 0;
        }
        HttpRequest request = HttpRequest.newBuilder(to.resolve("/api/receipts/" + authority))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + secretOf.apply(authority))
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(receipt)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    void send(String authority, @Nullable Behaviour behaviour, List<Receipt> receipts) {
        Behaviour.@Nullable Kind kind = behaviour == null ? null : behaviour.kind();
        List<Receipt> round = new ArrayList<>(receipts);
        if (kind == Behaviour.Kind.OUT_OF_ORDER) {
            Collections.reverse(round);
        } else if (kind == Behaviour.Kind.DOUBLE_RECEIPT) {
            round.addAll(receipts);
        }
        if (kind == Behaviour.Kind.EARLY_RECEIPT) {
            round.forEach(receipt -> deliver(authority, receipt, 1));
        } else if (kind == Behaviour.Kind.LATE_RECEIPT) {
            held.add(() -> schedule(authority, round));
        } else {
            schedule(authority, round);
        }
    }

    private void schedule(String authority, List<Receipt> round) {
        for (int i = 0; i < round.size(); i++) {
            Receipt receipt = round.get(i);
            rounds.schedule(() -> deliver(authority, receipt, 1), 300 + 150L * i, TimeUnit.MILLISECONDS);
        }
    }

    private void deliver(String authority, Receipt receipt, int attempt) {
        try {
            int status = bring(authority, receipt);
            if (status != 202) {
                again(authority, receipt, attempt, "status " + status);
            }
        } catch (IOException e) {
            again(authority, receipt, attempt, e.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void again(String authority, Receipt receipt, int attempt, String why) {
        if (attempt == TRIES || rounds.isShutdown()) {
            LOG.warn("Receipt {} of {} not delivered: {}", receipt.receiptId(), authority, why);
            return;
        }
        rounds.schedule(() -> deliver(authority, receipt, attempt + 1), 500, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
