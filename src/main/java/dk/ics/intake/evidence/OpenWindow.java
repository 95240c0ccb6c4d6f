package dk.ics.intake.evidence;

import java.time.Duration;

/** How long an entry may stand without a checkpoint that covers it. */
final class OpenWindow {

    static final Duration LENGTH = Duration.ofSeconds(60);

    private OpenWindow() {}
}
