package dk.ics.intake.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code ics.simulator}: the ports of the simulated authorities and of the mail catcher; 0 picks free ones. */
@ConfigurationProperties("ics.simulator")
record SimulatorProperties(
        @DefaultValue("8090") int port,
        @DefaultValue("8025") int mailPort) {}
