package dk.ics.intake.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Works cases with claim, {@code deployed-form}, {@code form-variables} and {@code submit-form} over {@code engine-rest}
 * only. All demo accounts take turns; what one may not do is put back and tried by the next.
 */
public final class ScriptedCaseworkers {

    static final List<String> ACCOUNTS = List.of(
            "visitation", "sagsbehandler", "sagsbehandler2", "idkontrol", "idkontrol2", "specialist", "bif", "tilsyn");

    /** Looks on: at a task that has just been claimed and opened, and again when its form has been sent. */
    public interface Onlooker {

        default void opened(EngineRest account, String taskId, String task) {}

        default void submitted(EngineRest account, String taskId, String task) {}
    }

    private final List<EngineRest> accounts;
    private final ScriptedForm form;
    private final Onlooker onlooker;
    private final List<String> refusals = new ArrayList<>();

    public ScriptedCaseworkers(String address, Clock clock) {
        this(address, clock, new Onlooker() {});
    }

    public ScriptedCaseworkers(String address, Clock clock, Onlooker onlooker) {
        this(address, new ScriptedForm(clock), onlooker);
    }

    public ScriptedCaseworkers(String address, ScriptedForm form) {
        this(address, form, new Onlooker() {});
    }

    private ScriptedCaseworkers(String address, ScriptedForm form, Onlooker onlooker) {
        this.onlooker = onlooker;
        this.accounts =
                ACCOUNTS.stream().map(name -> new EngineRest(address, name)).toList();
        this.form = form;
    }

    /** What was refused on the way, for the message of a test that fails. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    /**
     * Works the case until no instance of it runs any more.
     *
     * @return the ids of the tasks done, in order
     * @throws AssertionError when the case is still open after {@code limit}
     */
    public List<String> close(String reference, Duration limit) throws InterruptedException {
        var deadline = Instant.now().plus(limit);
        List<String> done = new ArrayList<>();
        while (running(reference)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Case %s is still open after %s. Done: %s. Refused: %s"
                        .formatted(reference, limit, done, refusals));
            }
            var worked = round(reference);
            done.addAll(worked);
            if (worked.isEmpty()) {
                Thread.sleep(200);
            }
        }
        return done;
    }

    /** One round: every task of the case that some account can do now. */
    public List<String> round(String reference) {
        List<String> done = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        for (var account : accounts) {
            for (var task : tasks(account, reference)) {
                if (!done.contains(task.path("id").asText())
                        && tried.add(account.account() + task.path("id").asText())
                        && work(account, task)) {
                    done.add(task.path("taskDefinitionKey").asText());
                }
            }
        }
        return done;
    }

    public boolean running(String reference) {
        return count("/process-instance/count?businessKey=" + encoded(reference)) > 0;
    }

    private long count(String path) {
        var answer = accounts.get(accounts.size() - 1).get(path);
        if (!answer.ok()) {
            throw new AssertionError("tilsyn may not count instances: " + answer.status());
        }
        return answer.body().path("count").asLong();
    }

    private static JsonNode tasks(EngineRest account, String reference) {
        return account.get("/task?processInstanceBusinessKey=" + encoded(reference))
                .body();
    }

    /**
     * One round over all cases: every task that some account sees and can do now, in an order of its own.
     *
     * @return how many tasks were done
     */
    public int sweep(Random order) {
        return sweep(order, id -> true);
    }

    /** The same, over the tasks with these ids only. */
    public int sweep(Random order, Predicate<String> which) {
        int done = 0;
        for (var account : accounts) {
            var seen = new ArrayList<JsonNode>();
            account.get("/task?maxResults=200").body().forEach(seen::add);
            seen.removeIf(task -> !which.test(task.path("id").asText()));
            Collections.shuffle(seen, order);
            for (var task : seen) {
                if (work(account, task)) {
                    done++;
                }
            }
        }
        return done;
    }

    private boolean work(EngineRest account, JsonNode task) {
        var id = task.path("id").asText();
        var path = "/task/" + id;
        var key = task.path("taskDefinitionKey").asText();
        var claim = account.post(path + "/claim", Map.of("userId", account.account()));
        if (!claim.ok()) {
            note(account, key + " claim", claim);
            return false;
        }
        var schema = account.get(path + "/deployed-form");
        var values = account.get(path + "/form-variables");
        if (!schema.ok() || !values.ok()) {
            note(account, key + " open", schema.ok() ? values : schema);
            return false;
        }
        onlooker.opened(account, id, key);
        var answer = account.post(path + "/submit-form", form.fill(schema.body(), values.body()));
        if (!answer.ok()) {
            refusals.add(account.account() + " "
                    + task.path("taskDefinitionKey").asText() + ": " + answer.status() + " " + answer.body());
            account.post(path + "/unclaim", Map.of());
        }
        onlooker.submitted(account, id, key);
        return answer.ok();
    }

    private void note(EngineRest account, String what, EngineRest.Answer answer) {
        refusals.add(account.account() + " " + what + ": " + answer.status() + " " + answer.text());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
