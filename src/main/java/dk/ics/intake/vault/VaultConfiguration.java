package dk.ics.intake.vault;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The vault as configured; it does not open without every key that something was sealed with. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    Vault vault(VaultProperties properties, JdbcClient jdbc, Clock clock) {
        List<String> used =
                jdbc.sql("select key from ics.vault_key").query(String.class).list();
        if (properties.makeKey() && used.isEmpty()) {
            Keyset.make(properties.keyset());
        }
        Vault vault = Vault.of(properties.keyset());
        if (!vault.keys().containsAll(used)) {
            throw new KeysetMissing(
                    "Contents in the database are sealed with a key that is not in " + properties.keyset(), null);
        }
        jdbc.sql("insert into ics.vault_key (key, used_since) values (:key, :now) on conflict do nothing")
                .param("key", vault.key())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return vault;
    }

    @Bean
    Resealable sealedDocuments(Vault vault, JdbcClient jdbc, TransactionTemplate transaction) {
        return new SealedTable(Vault.Kind.DOCUMENT, "ics.document", vault, jdbc, transaction);
    }

    @Bean
    Resealable quarantinedFiles(Vault vault, JdbcClient jdbc, TransactionTemplate transaction) {
        return new SealedTable(Vault.Kind.QUARANTINE, "ics.quarantine", vault, jdbc, transaction);
    }

    @Bean
    Resealable filesOfDrafts(Vault vault, JdbcClient jdbc, TransactionTemplate transaction) {
        return new SealedTable(Vault.Kind.DRAFT_FILE, "ics.application_draft_file", vault, jdbc, transaction);
    }
}
