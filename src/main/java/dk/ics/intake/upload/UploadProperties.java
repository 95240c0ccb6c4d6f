package dk.ics.intake.upload;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code ics.upload}: how files that come in are looked at.
 *
 * @param scan who looks for viruses; without it the application starts in the demo only
 * @param rescanEvery how often files are scanned that wait because the scanner was away; zero = never, for tests
 * @param pages a PDF may have
 * @param pixels a picture may have
 * @param shorterSide pixels across below which a citizen is told that a photo is small: 100 to the inch of an A4 page
 * @param sharpness variance of the Laplacian below which a citizen is told that a photo is blurred
 * @param examiners how many files are examined at once on this node, each by a process of its own
 * @param memory heap of such a process
 * @param longest how long a file may take
 * @param patience how long somebody waits for a free process before being asked to try again
 * @param idle after which time without work a process ends
 */
@ConfigurationProperties("ics.upload")
public record UploadProperties(
        Scan scan,
        @DefaultValue Clamd clamd,
        @DefaultValue("PT1M") Duration rescanEvery,
        @DefaultValue("30") int pages,
        @DefaultValue("64000000") int pixels,
        @DefaultValue("800") int shorterSide,
        @DefaultValue("60") double sharpness,
        @DefaultValue("2") int examiners,
        @DefaultValue("384MB") DataSize memory,
        @DefaultValue("20s") Duration longest,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("5m") Duration idle) {

    /** Who looks for viruses. */
    public enum Scan {
        /** ClamAV. */
        CLAMD,
        NONE
    }

    /**
     * Where ClamAV's {@code clamd} listens.
     *
     * @param timeout for connecting, and for each answer
     */
    public record Clamd(
            @Nullable String host,
            @DefaultValue("3310") int port,
            @DefaultValue("10s") Duration timeout) {}
}
