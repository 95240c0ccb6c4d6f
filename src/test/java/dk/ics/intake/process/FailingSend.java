package dk.ics.intake.process;

import dk.ics.intake.authority.Authority;
import dk.ics.intake.authority.AuthorityPaused;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A call that fails with a person's name in every text of its exceptions, or finds its authority paused. */
public class FailingSend implements JavaDelegate {

    static final String SECRET = "Wilhelmina";

    static volatile boolean isPaused;

    @Override
    public void execute(DelegateExecution execution) {
        if (isPaused) {
            throw new IllegalStateException(
                    "wrapped", new AuthorityPaused(Authority.values()[0], Duration.ofMinutes(7)));
        }
        throw new IllegalArgumentException(
                "Refused " + SECRET, new java.io.IOException("{\"name\":\"" + SECRET + "\"}"));
    }
}
