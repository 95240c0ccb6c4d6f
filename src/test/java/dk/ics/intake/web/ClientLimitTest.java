package dk.ics.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ics.intake.application.ApplicationLimits;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ClientLimitTest {

    private final ClientLimit clients =
            new ClientLimit(new ApplicationLimits(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 1, 1, 2));

    @Test
    void each_address_has_its_own_share() {
        assertThat(clients.admits("192.0.2.1")).isTrue();
        assertThat(clients.admits("192.0.2.1")).isTrue();
        assertThat(clients.admits("192.0.2.1")).isFalse();
        assertThat(clients.admits("192.0.2.2")).isTrue();
    }

    @Test
    void one_ipv6_network_is_one_sender() {
        assertThat(clients.admits("2001:db8:0:1::1")).isTrue();
        assertThat(clients.admits("2001:db8:0:1:ffff::2")).isTrue();
        assertThat(clients.admits("2001:db8:0:1::3")).isFalse();
        assertThat(clients.admits("2001:db8:0:2::1")).isTrue();
    }
}
