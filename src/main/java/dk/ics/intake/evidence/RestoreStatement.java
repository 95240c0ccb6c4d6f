package dk.ics.intake.evidence;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * {@code --ics.evidence-restored=<why> --ics.evidence-restored-by=<who>}: states, signed, that an older copy of the database
 * was put back lawfully. Verification then shows the statement instead of an alarm, and checkpoints go on.
 */
@Component
class RestoreStatement implements ApplicationRunner {

    static final String WHY = "ics.evidence-restored";
    static final String WHO = "ics.evidence-restored-by";

    private static final Logger LOG = LoggerFactory.getLogger(RestoreStatement.class);

    private final Checkpoints checkpoints;

    RestoreStatement(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!arguments.containsOption(WHY)) {
            return;
        }
        int givenUp = checkpoints.restored(value(arguments, WHO), value(arguments, WHY));
        LOG.info("Stated that the database was restored; {} checkpoints are given up", givenUp);
    }

    private static String value(ApplicationArguments arguments, String option) {
        if (!arguments.containsOption(option)
                || arguments.getOptionValues(option).size() != 1
                || arguments.getOptionValues(option).get(0).isBlank()) {
            throw new IllegalArgumentException("Say why and by whom: --" + WHY + "=<why> --" + WHO + "=<who>");
        }
        return arguments.getOptionValues(option).get(0);
    }
}
