package dk.ics.intake.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of all simulated authorities: one port on loopback, one path for each.
 *
 * <p>{@code POST /{authority}/{operation}} with the authority's secret; {@code POST /behaviour} says how the next call
 * shall go; {@code GET /books/{authority}} and {@code GET /mails} show what came.
 */
public class SimulatorServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);
    private static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final Map<String, Desk> desks;
    private final Map<String, Object> oneAtATime;
    private final Books books;
    private final Behaviours behaviours;
    private final MailCatcher mails;
    private final ObjectMapper json;
    private final UnaryOperator<@Nullable String> secretOf;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8, task -> {
        Thread thread = new Thread(task, "simulator-http");
        thread.setDaemon(true);
        return thread;
    });

    SimulatorServer(
            int port,
            List<Desk> desks,
            Books books,
            Behaviours behaviours,
            MailCatcher mails,
            ObjectMapper json,
            UnaryOperator<@Nullable String> secretOf)
            throws IOException {
        this.desks = desks.stream().collect(Collectors.toMap(Desk::authority, desk -> desk));
        this.oneAtATime = desks.stream().collect(Collectors.toMap(Desk::authority, desk -> new Object()));
        this.books = books;
        this.behaviours = behaviours;
        this.mails = mails;
        this.json = json;
        this.secretOf = secretOf;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    void start() {
        server.start();
        LOG.info("Simulated authorities on http://127.0.0.1:{}", port());
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try {
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "POST /behaviour" -> behave(exchange);
                case "GET /mails" -> answer(exchange, 200, mails.all());
                default -> {
                    String[] parts = path.substring(1).split("/", -1);
                    if (parts.length == 2 && parts[0].equals("books") && desks.containsKey(parts[1])) {
                        answer(exchange, 200, books.arrivals(parts[1]));
                    } else if (parts.length == 2 && desks.containsKey(parts[0])) {
                        call(exchange, parts[0], parts[1]);
                    } else {
                        answer(exchange, 404, Map.of());
                    }
                }
            }
        } catch (RuntimeException e) {
            LOG.error("A simulated authority failed", e);
            answer(exchange, 500, Map.of());
        } finally {
            exchange.close();
        }
    }

    private void behave(HttpExchange exchange) throws IOException {
        JsonNode wish = json.readTree(exchange.getRequestBody());
        behaviours.next(
                wish.path("authority").asText(),
                wish.path("operation").asText(),
                new Behaviour(
                        Behaviour.Kind.valueOf(wish.path("behaviour").asText()),
                        wish.path("code").asText(null),
                        wish.path("millis").asLong()));
        answer(exchange, 204, null);
    }

    private void call(HttpExchange exchange, String authority, String operation) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 405, Map.of());
            return;
        }
        if (!("Bearer " + secretOf.apply(authority))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, Map.of());
            return;
        }
        Call call = new Call(
                operation,
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                json.readTree(exchange.getRequestBody().readNBytes(LARGEST_BODY)),
                behaviours.take(authority, operation));
        books.arrived(authority, call);
        if (call.behaves(Behaviour.Kind.FAIL)) {
            // Real systems do this: the error page repeats the request.
            answer(exchange, 500, Map.of("error", "Internal error while handling " + call.body()));
            return;
        }
        if (call.behaves(Behaviour.Kind.DROP)) {
            return;
        }
        pause(call);
        Reply reply = act(authority, call);
        if (!call.behaves(Behaviour.Kind.DROP_AFTER_ACTING)) {
            answer(exchange, reply.status(), reply.body());
        }
    }

    private Reply act(String authority, Call call) {
        Behaviour behaviour = call.behaviour();
        if (behaviour != null && behaviour.kind() == Behaviour.Kind.REFUSE) {
            return Reply.refused(String.valueOf(behaviour.code()));
        }
        Desk desk = desks.get(authority);
        Object desksTurn = oneAtATime.get(authority);
        if (desk == null || desksTurn == null) {
            return new Reply(404, Map.of());
        }
        synchronized (desksTurn) {
            if (call.key() == null) {
                return desk.handle(call);
            }
            return books.answered(authority, call).orElseGet(() -> {
                Reply reply = desk.handle(call);
                books.answer(authority, call, reply);
                return reply;
            });
        }
    }

    private static void pause(Call call) {
        Behaviour behaviour = call.behaviour();
        if (behaviour != null && behaviour.kind() == Behaviour.Kind.DELAY) {
            try {
                Thread.sleep(behaviour.millis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void answer(HttpExchange exchange, int status, @Nullable Object body) throws IOException {
        if (body == null) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        byte[] bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
