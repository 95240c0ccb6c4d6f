package dk.ics.intake.selfservice;

import java.net.URI;
import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.self-service}: the citizens' pages.
 *
 * @param publicUrl where citizens find the application, for the links in mails: never taken from a request, whose
 *     sender may write any host
 * @param keepDrafts how long a draft is kept after it was last changed
 * @param keepLinks how long a link to a status page opens it
 * @param sweepEvery how often drafts and links that are over are removed; zero = never, for tests
 * @param draftsPerHour drafts from one client address and one node
 * @param changesPerMinute pages sent from one client address, and to one link, on one node
 * @param missesPerMinute links that open nothing, from one client address and one node
 * @param linkMailsPerHour mails with a link to one mail address, and orders of them from one client address
 * @param privacyNotice where the authority says what it does with people's data (GDPR article 13)
 * @param accessibilityStatement where the authority says how accessible these pages are (Directive (EU) 2016/2102 article 7)
 */
@ConfigurationProperties("ics.self-service")
public record SelfServiceProperties(
        URI publicUrl,
        @DefaultValue("P30D") Period keepDrafts,
        @DefaultValue("P1Y") Period keepLinks,
        @DefaultValue("PT1H") Duration sweepEvery,
        @DefaultValue("20") int draftsPerHour,
        @DefaultValue("120") int changesPerMinute,
        @DefaultValue("10") int missesPerMinute,
        @DefaultValue("3") int linkMailsPerHour,
        @Nullable URI privacyNotice,
        @Nullable URI accessibilityStatement) {

    /** The address of a page of ours for a mail. */
    String address(String path) {
        String root = publicUrl.toString();
        return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path;
    }
}
