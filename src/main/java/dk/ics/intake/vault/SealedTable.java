package dk.ics.intake.vault;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A table whose contents lie in {@code content}, with the key in {@code content_key}. */
final class SealedTable implements Resealable {

    /** Files sealed in one transaction. */
    private static final int AT_ONCE = 20;

    private final Vault.Kind kind;
    private final String table;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SealedTable(Vault.Kind kind, String table, Vault vault, JdbcClient jdbc, TransactionTemplate transaction) {
        this.kind = kind;
        this.table = table;
        this.vault = vault;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @SuppressWarnings("ArrayRecordComponent") // read and written again
    private record Stored(UUID id, byte[] content, @Nullable String key) {}

    @Override
    public int sealSome() {
        Integer sealed = transaction.execute(status -> {
            List<Stored> some = some();
            some.forEach(this::seal);
            return some.size();
        });
        return sealed == null ? 0 : sealed;
    }

    private List<Stored> some() {
        return jdbc.sql("""
                        select id, content, content_key from %s
                        where content is not null and content_key is distinct from :key
                        limit :some for update skip locked
                        """.formatted(table))
                .param("key", vault.key())
                .param("some", AT_ONCE)
                .query((row, number) -> new Stored(
                        row.getObject("id", UUID.class), row.getBytes("content"), row.getString("content_key")))
                .list();
    }

    private void seal(Stored stored) {
        Vault.Sealed sealed =
                vault.seal(kind, stored.id(), vault.open(kind, stored.id(), stored.content(), stored.key()));
        jdbc.sql("update %s set content = :content, content_key = :key where id = :id".formatted(table))
                .param("content", sealed.content())
                .param("key", sealed.key())
                .param("id", stored.id())
                .update();
    }

    @Override
    public boolean hasOthers() {
        return jdbc.sql("""
                        select exists (select from %s
                          where content is not null and content_key is distinct from :key)
                        """.formatted(table))
                .param("key", vault.key())
                .query(Boolean.class)
                .single();
    }
}
