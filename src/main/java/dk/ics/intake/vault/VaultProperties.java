package dk.ics.intake.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ics.vault}: the keys that contents are sealed with.
 *
 * @param keyset file with the keys, outside the database and readable by the application alone
 * @param makeKey whether a key is made if there is none: in the demo only
 * @param reseal whether contents that lie in the clear or under an older key are sealed anew in the background
 */
@ConfigurationProperties("ics.vault")
record VaultProperties(
        Path keyset,
        @DefaultValue("false") boolean makeKey,
        @DefaultValue("true") boolean reseal) {}
