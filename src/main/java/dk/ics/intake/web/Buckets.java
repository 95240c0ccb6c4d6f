package dk.ics.intake.web;

import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often something may happen for each of many, on this node. As many may come at once as in the whole time. */
public final class Buckets {

    /** How many are remembered; the longest unseen is forgotten first. */
    private static final int REMEMBERED = 10_000;

    /** Of an IPv6 address the half that names the customer's network; the rest a customer chooses freely. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final int most;
    private final Duration time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param most how often in the given time */
    public Buckets(int most, Duration time) {
        this.most = most;
        this.time = time;
    }

    /** Whether one more of this client address is welcome now. */
    public boolean admitsClient(String address) {
        return admits(network(address));
    }

    /** Whether one more of this name is welcome now. */
    public boolean admits(String name) {
        return bucket(name).tryConsume(1);
    }

    /** Whether one of this client address would be welcome now; nothing is counted. */
    public boolean wouldAdmitClient(String address) {
        return bucket(network(address)).getAvailableTokens() > 0;
    }

    private Bucket bucket(String name) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    name,
                    unseen -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(most).refillGreedy(most, time))
                            .build());
        }
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
