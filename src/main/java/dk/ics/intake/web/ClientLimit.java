package dk.ics.intake.web;

import dk.ics.intake.application.ApplicationLimits;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often one client address may send an application to this node. Behind a proxy the address is the one that
 * {@code server.forward-headers-strategy} makes of it.
 */
@Component
class ClientLimit {

    private final Buckets clients;

    ClientLimit(ApplicationLimits limits) {
        clients = new Buckets(limits.perMinute(), Duration.ofMinutes(1));
    }

    /** Whether one more from this address is welcome now. */
    boolean admits(String address) {
        return clients.admitsClient(address);
    }
}
