package dk.ics.intake.pageimage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code ics.page-images}: what looking at documents may cost.
 *
 * @param painters how many pages are drawn at once on this node, each by a process of its own
 * @param memory heap of such a process
 * @param longest how long a page may take
 * @param patience how long a caseworker waits for a free process before being asked to try again
 * @param idle after which time without work a process ends
 */
@ConfigurationProperties("ics.page-images")
record PageImageProperties(
        @DefaultValue("2") int painters,
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("20s") Duration longest,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("5m") Duration idle) {

    PageImageProperties {
        if (painters < 1) {
            throw new IllegalArgumentException("ics.page-images.painters must be at least 1");
        }
    }
}
