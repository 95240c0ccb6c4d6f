package dk.ics.intake.upload;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** An examiner with a process of its own, for tests without application. */
public final class TestExaminer implements AutoCloseable {

    private final Examiner examiner =
            new Examiner(properties(new UploadProperties.Clamd(null, 0, Duration.ofSeconds(1))));

    /** As delivered. */
    static UploadProperties properties(UploadProperties.Clamd clamd) {
        return new UploadProperties(
                UploadProperties.Scan.NONE,
                clamd,
                Duration.ZERO,
                30,
                64_000_000,
                800,
                60,
                1,
                DataSize.ofMegabytes(384),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofMinutes(5));
    }

    public Examiner examiner() {
        return examiner;
    }

    @Override
    public void close() {
        examiner.close();
    }
}
