package dk.ics.intake.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Replaces a simulator port of 0 by a free one, before the addresses of the authorities are read from it. */
final class FreePorts implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> free = new LinkedHashMap<>();
        for (String property : new String[] {"ics.simulator.port", "ics.simulator.mail-port"}) {
            if ("0".equals(environment.getProperty(property))) {
                free.put(property, freePort());
            }
        }
        if (!free.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("freeSimulatorPorts", free));
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
