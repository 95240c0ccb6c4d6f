package dk.ics.intake.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.IntakeTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A page's scripts run only if their nonce is the one in the page's header. */
@IntakeTest
public class NonceTest {

    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final int CLIENTS = 8;
    private static final int PAGES = 25;

    @LocalServerPort
    private int port;

    @Test
    void eightClientsGetNoPageWithAWrongNonce() throws Exception {
        assertThat(wrongPages(port)).isZero();
    }

    @Test
    void noTwoPagesShareANonce() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < PAGES; i++) {
            nonces.add(header(Http.anonymous(port).get("/camunda/app/tasklist/default/")));
        }

        assertThat(nonces).hasSize(PAGES);
    }

    /** How many of 200 pages, asked for by eight clients at once, carry another nonce than their header. */
    public static int wrongPages(int port) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                work.add(() -> wrongPagesOfOneClient(port));
            }
            int wrong = 0;
            for (Future<Integer> done : clients.invokeAll(work)) {
                wrong += done.get();
            }
            return wrong;
        } finally {
            clients.shutdownNow();
        }
    }

    private static int wrongPagesOfOneClient(int port) {
        int wrong = 0;
        for (int i = 0; i < PAGES; i++) {
            HttpResponse<String> page = Http.anonymous(port).get("/camunda/app/tasklist/default/");
            String expected = header(page);
            Matcher scripts = IN_PAGE.matcher(page.body());
            int found = 0;
            boolean right = true;
            while (scripts.find()) {
                found++;
                right &= scripts.group(1).equals(expected);
            }
            if (!right || found == 0) {
                wrong++;
            }
        }
        return wrong;
    }

    private static String header(HttpResponse<?> page) {
        Matcher nonce = IN_HEADER.matcher(
                page.headers().firstValue("Content-Security-Policy").orElse(""));
        return nonce.find() ? nonce.group(1) : "";
    }
}
