package dk.ics.intake.evidence;

import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger's readers on a database of the test's own. */
public final class LedgerReading {

    private LedgerReading() {}

    public static Trail trail(JdbcClient jdbc) {
        return new Trail(jdbc);
    }

    public static LedgerStates states(JdbcTemplate jdbc) {
        return new LedgerStates(jdbc, Clock.systemUTC());
    }
}
