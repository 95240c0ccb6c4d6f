package dk.ics.intake.selfservice;

import dk.ics.intake.casefile.CaseReference;
import dk.ics.intake.letter.Mails;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a lost link again, to the address that was given in the application and to no other. It happens after the answer,
 * in a thread of its own: neither what is answered nor how long that takes tells whether there is a case. Nothing is
 * promised by the answer, so what a crash takes along is asked for again.
 */
@Service
public class LostLinks implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LostLinks.class);

    /** Who applied more often gets the newest. */
    private static final int MOST = 5;

    private static final int WAITING = 100;

    private final StatusLinks links;
    private final Mails mails;
    private final SelfServiceProperties properties;
    private final TransactionTemplate transactions;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> new Thread(work, "lost-links"),
            (work, full) -> LOG.warn("Too many lost links were asked for at once; one was not sent"));

    LostLinks(StatusLinks links, Mails mails, SelfServiceProperties properties, TransactionTemplate transactions) {
        this.links = links;
        this.mails = mails;
        this.properties = properties;
        this.transactions = transactions;
    }

    /** Has the links of what was applied for from this address sent there. */
    public void order(String email, String language) {
        worker.execute(() -> {
            try {
                send(email, language);
            } catch (RuntimeException e) {
                // The exception's text may hold the address.
                LOG.error("A lost link was not sent: {}", e.getClass().getSimpleName());
            }
        });
    }

    /** Further links, beside those that are there: nobody can shut a citizen out by asking in his name. */
    private void send(String email, String language) {
        List<CaseReference> cases = links.appliedFrom(email, MOST);
        for (CaseReference reference : cases) {
            Secret secret = Secret.random();
            transactions.executeWithoutResult(status -> links.issue(secret, reference, language));
            mails.send(
                    email,
                    language,
                    "mail.statusLink",
                    Map.of(
                            "reference", reference.value(),
                            "link", properties.address("/apply/status/" + secret.value())));
        }
    }

    @Override
    public void destroy() {
        worker.shutdown();
    }
}
