package dk.ics.intake.vault;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seals, once after each start, what lies in the clear (from versions without a vault) or under an older key. It may be
 * stopped at any moment and goes on where it was; when nothing is left, the older keys are no longer asked for.
 */
@Component
class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

    private final List<Resealable> rows;
    private final Vault vault;
    private final VaultProperties properties;
    private final JdbcClient jdbc;
    private volatile boolean stopped;

    Resealing(List<Resealable> rows, Vault vault, VaultProperties properties, JdbcClient jdbc) {
        this.rows = rows;
        this.vault = vault;
        this.properties = properties;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (properties.reseal()) {
            Thread thread = new Thread(this::run, "resealing");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void run() {
        try {
            int sealed = 0;
            for (Resealable some : rows) {
                for (int now = some.sealSome(); now > 0 && !stopped; now = some.sealSome()) {
                    sealed += now;
                }
            }
            if (sealed > 0) {
                LOG.info("{} contents are sealed with key {}", sealed, vault.key());
            }
            if (!stopped && rows.stream().noneMatch(Resealable::hasOthers)) {
                jdbc.sql("delete from ics.vault_key where key <> :key")
                        .param("key", vault.key())
                        .update();
            }
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.error("Contents were not sealed anew; the next start goes on with it", e);
            }
        }
    }

    @jakarta.annotation.PreDestroy
    void stop() {
        stopped = true;
    }
}
