package dk.ics.intake.evidence;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's key and folder, as configured. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    SigningKey signingKey(EvidenceProperties properties) {
        if (properties.makeKey()) {
            SigningKey.make(properties.signingKey(), properties.publicKeys());
        }
        return SigningKey.load(properties.signingKey(), properties.publicKeys());
    }

    @Bean
    CheckpointFolder checkpointFolder(EvidenceProperties properties) {
        return new CheckpointFolder(properties.export());
    }

    @Bean
    Checkpoints checkpoints(
            JdbcTemplate jdbc, TransactionTemplate transaction, SigningKey key, CheckpointFolder folder, Clock clock) {
        return new Checkpoints(jdbc, transaction, key, folder, clock);
    }
}
