package dk.ics.intake.process;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes unexpected exceptions to the log without a word of what was being worked on. */
@Component
public class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int SHORT = 8;

    /** @return a number under which the failure is found in the log */
    public String log(String what, Throwable failure) {
        String number = UUID.randomUUID().toString().substring(0, SHORT);
        LOG.error("{} ({})", what, number, SafeFailure.of(failure));
        return number;
    }
}
