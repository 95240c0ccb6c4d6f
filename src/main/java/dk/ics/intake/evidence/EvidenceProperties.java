package dk.ics.intake.evidence;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.evidence}: how the ledger is signed and where its checkpoints go.
 *
 * @param signingKey private key, PKCS#8 as PEM, outside the database and readable by the application alone
 * @param publicKeys folder with the public keys as PEM, this one's and all earlier ones
 * @param export folder outside the database that takes every checkpoint
 * @param makeKey whether a key is made if there is none: in the demo only
 * @param checkpointEvery how often a checkpoint is made; at most 60 seconds, and never at 0 (tests make their own)
 */
@ConfigurationProperties("ics.evidence")
record EvidenceProperties(
        Path signingKey,
        Path publicKeys,
        Path export,
        @DefaultValue("false") boolean makeKey,
        @DefaultValue("PT30S") Duration checkpointEvery) {

    EvidenceProperties {
        if (checkpointEvery.isNegative() || checkpointEvery.compareTo(OpenWindow.LENGTH) > 0) {
            throw new IllegalArgumentException("ics.evidence.checkpoint-every: at most 60 seconds");
        }
    }
}
