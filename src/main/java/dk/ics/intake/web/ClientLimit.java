package dk.ics.intake.web;

import dk.ics.intake.application.ApplicationLimits;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often one client address may send an application to this node. Behind a proxy the address is the one that
 * {@code server.forward-headers-strategy} makes of it.
 */
@Component
class ClientLimit {

    /** The addresses that are remembered; the longest unseen is forgotten first. */
    private static final int REMEMBERED = 10_000;

    /** Of an IPv6 address the half that names the customer's network; the rest a customer chooses freely. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    ClientLimit(ApplicationLimits limits) {
        perMinute = limits.perMinute();
    }

    /** Whether one more from this address is welcome now. */
    boolean admits(String address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(
                    network(address),
                    unseen -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                            .build());
        }
        return bucket.tryConsume(1);
    }

    private static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
