package dk.ics.intake.evidence;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what a salted hash was made of, by a rule of law. The chain stays valid, and verification names the rule; nobody
 * can find out afterwards which value it was.
 */
@Service
public class Erasure {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Evidence evidence;

    Erasure(JdbcClient jdbc, Clock clock, Evidence evidence) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.evidence = evidence;
    }

    /**
     * Erases one value of one entry, with its salt.
     *
     * @param rule the rule it is done by, as verification shows it
     * @return whether there was something left to erase
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean erase(String chain, int sequence, String name, String rule) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int erased = jdbc.sql("select ics.erase_evidence(:chain, :sequence, :name, :rule, :at)")
                .param("chain", chain)
                .param("sequence", sequence)
                .param("name", name)
                .param("rule", rule)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        if (erased == 0) {
            return false;
        }
        evidence.record(
                chain,
                Kind.ERASED,
                new Facts()
                        .code("entry", sequence)
                        .code("name", name)
                        .code("rule", rule)
                        .code("erasedAt", at));
        return true;
    }
}
