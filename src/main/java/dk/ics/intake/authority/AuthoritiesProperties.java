package dk.ics.intake.authority;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.authorities}: mode and address of each authority. The application does not start before each has a mode.
 *
 * @param pause how long an authority that does not answer is left in peace
 */
@ConfigurationProperties("ics.authorities")
public record AuthoritiesProperties(
        @Nullable AuthorityConnection cpr,
        @Nullable AuthorityConnection siri,
        @Nullable AuthorityConnection healthInsurance,
        @Nullable AuthorityConnection mitid,
        @Nullable AuthorityConnection skattestyrelsen,
        @Nullable AuthorityConnection nidc,
        @DefaultValue("30s") Duration pause) {

    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException with everything that is missing or wrong, never with a value */
    public AuthoritiesProperties {
        List<String> problems = new ArrayList<>();
        check("cpr", cpr, problems);
        check("siri", siri, problems);
        check("health-insurance", healthInsurance, problems);
        check("mitid", mitid, problems);
        check("skattestyrelsen", skattestyrelsen, problems);
        check("nidc", nidc, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    AuthorityConnection connection(Authority authority) {
        AuthorityConnection connection = switch (authority) {
            case CPR -> cpr;
            case SIRI -> siri;
            case HEALTH_INSURANCE -> healthInsurance;
            case MITID -> mitid;
            case SKATTESTYRELSEN -> skattestyrelsen;
            case NIDC -> nidc;
        };
        if (connection == null) {
            throw new IllegalStateException("No mode for " + authority.code());
        }
        return connection;
    }

    private static void check(String name, @Nullable AuthorityConnection connection, List<String> problems) {
        String prefix = "ics.authorities." + name + ".";
        if (connection == null || connection.mode() == null) {
            problems.add(prefix + "mode is missing: manual or connected");
            return;
        }
        if (connection.mode() == AuthorityMode.MANUAL) {
            return;
        }
        if (!isHttp(connection.url())) {
            problems.add(prefix + "url is missing or no http(s) address, but the mode is connected");
        }
        String secret = connection.secret();
        if (secret == null || secret.isBlank()) {
            problems.add(prefix + "secret is missing, but the mode is connected");
        }
        if (!isPositive(connection.connectTimeout())) {
            problems.add(prefix + "connect-timeout must be positive");
        }
        if (!isPositive(connection.readTimeout()) || connection.readTimeout().compareTo(LONGEST_READ) > 0) {
            problems.add(prefix + "read-timeout must be positive and at most 5s");
        }
    }

    private static boolean isHttp(@Nullable URI url) {
        if (url == null || url.getScheme() == null || url.getHost() == null) {
            return false;
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https");
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
