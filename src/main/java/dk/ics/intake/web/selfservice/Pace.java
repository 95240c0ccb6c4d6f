package dk.ics.intake.web.selfservice;

import dk.ics.intake.selfservice.SelfServiceProperties;
import dk.ics.intake.web.Buckets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How fast one client address may go and one link be sent to, and how often one mail address is written to. On this node. */
@Component
class Pace {

    private final Buckets drafts;
    private final Buckets changes;
    private final Buckets changesOf;
    private final Buckets misses;
    private final Buckets orders;
    private final Buckets mailsTo;

    Pace(SelfServiceProperties properties) {
        drafts = new Buckets(properties.draftsPerHour(), Duration.ofHours(1));
        changes = new Buckets(properties.changesPerMinute(), Duration.ofMinutes(1));
        changesOf = new Buckets(properties.changesPerMinute(), Duration.ofMinutes(1));
        misses = new Buckets(properties.missesPerMinute(), Duration.ofMinutes(1));
        orders = new Buckets(properties.linkMailsPerHour() * 2, Duration.ofHours(1));
        mailsTo = new Buckets(properties.linkMailsPerHour(), Duration.ofHours(1));
    }

    boolean admitsDraft(HttpServletRequest request) {
        return drafts.admitsClient(request.getRemoteAddr());
    }

    /**
     * One more page is sent: so many from each client, and so many to each link, from wherever they come and whether or
     * not it opens anything.
     */
    boolean admitsChange(HttpServletRequest request, String link) {
        return changes.admitsClient(request.getRemoteAddr()) && changesOf.admits(link);
    }

    /** Whether this client may try a link: who tries many that open nothing has to wait. */
    boolean admitsLook(HttpServletRequest request) {
        return misses.wouldAdmitClient(request.getRemoteAddr());
    }

    void missed(HttpServletRequest request) {
        misses.admitsClient(request.getRemoteAddr());
    }

    boolean admitsOrder(HttpServletRequest request) {
        return orders.admitsClient(request.getRemoteAddr());
    }

    /** Whether one more mail may go to this address; the caller tells nobody. */
    boolean admitsMailTo(String email) {
        return mailsTo.admits(email.strip().toLowerCase(Locale.ROOT));
    }
}
