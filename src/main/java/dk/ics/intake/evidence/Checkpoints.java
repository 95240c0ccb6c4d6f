package dk.ics.intake.evidence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs what was appended since the last checkpoint, and takes every checkpoint out of the database. Any node may sign,
 * one at a time; each exports what its folder lacks.
 */
public final class Checkpoints {

    private static final int AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SigningKey key;
    private final CheckpointFolder folder;
    private final Clock clock;

    Checkpoints(
            JdbcTemplate jdbc, TransactionTemplate transaction, SigningKey key, CheckpointFolder folder, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.key = key;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Makes a checkpoint if something is new and no other node is making one. Whoever appends meanwhile waits for this,
     * and this waits two seconds at most for whoever is appending.
     *
     * @throws DatabaseIsBehind if there are checkpoints outside that the database does not have
     */
    Optional<Checkpoint> take() {
        return transaction.execute(status -> jdbc.execute((ConnectionCallback<Optional<Checkpoint>>) this::take));
    }

    /** The same within the transaction of the connection. */
    Optional<Checkpoint> take(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet alone = statement.executeQuery("select pg_try_advisory_xact_lock(350, 2)")) {
                alone.next();
                if (!alone.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            statement.execute("set local lock_timeout = '2s'");
            statement.execute(EntryStore.ALONE);
        }
        Optional<Checkpoint> last = CheckpointStore.last(connection);
        EntryRange range = after(
                connection,
                last.map(Checkpoint::content).map(Checkpoint.Content::to).orElse(0L));
        if (range.isEmpty()) {
            return Optional.empty();
        }
        long number = next(last.map(Checkpoint::number).orElse(0L));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String payload = new Checkpoint.Content(
                        number,
                        last.map(Checkpoint::hash).orElse(null),
                        now,
                        key.id(),
                        range.from(),
                        range.to(),
                        range.count(),
                        range.digest(),
                        range.heads())
                .json();
        Checkpoint made = new Checkpoint(number, payload, key.sign(payload), key.id());
        CheckpointStore.insert(connection, made);
        return Optional.of(made);
    }

    /** Goes on where the folder ends, if what the database lacks was given up. */
    private long next(long lastInDatabase) {
        try {
            long lastOutside = folder.last().orElse(0);
            if (lastOutside <= lastInDatabase) {
                return lastInDatabase + 1;
            }
            Map<Long, String> lacking = folder.hashesAfter(lastInDatabase);
            folder.restores().stream()
                    .map(Restore::content)
                    .filter(restore -> restore.kept() <= lastInDatabase)
                    .forEach(restore -> restore.givenUp().forEach(lacking::remove));
            if (!lacking.isEmpty()) {
                throw new DatabaseIsBehind(lastInDatabase, lastOutside);
            }
            return lastOutside + 1;
        } catch (IOException e) {
            throw new ExportFailed(e);
        }
    }

    private static EntryRange after(Connection connection, long id) throws SQLException {
        EntryRange range = new EntryRange();
        try (PreparedStatement statement = connection.prepareStatement(
                "select id, chain, sequence, hash from ics.evidence_entry where id > ? order by id")) {
            statement.setFetchSize(AT_ONCE);
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    range.add(rows.getLong(1), rows.getString(2), rows.getInt(3), rows.getBytes(4));
                }
            }
        }
        return range;
    }

    /**
     * Writes what the folder lacks.
     *
     * @return how many checkpoints were new there
     */
    int export() {
        try {
            OptionalLong last = folder.last();
            long from = last.orElse(1);
            int written = 0;
            List<Checkpoint> next = page(from, AT_ONCE);
            while (!next.isEmpty()) {
                for (Checkpoint checkpoint : next) {
                    written += folder.keep(checkpoint) ? 1 : 0;
                }
                next = page(next.get(next.size() - 1).number() + 1, AT_ONCE);
            }
            return written;
        } catch (IOException e) {
            throw new ExportFailed(e);
        }
    }

    /** The checkpoints from a number on as they stand in their files, for a collector. */
    public List<String> files(long from, int atMost) {
        return page(from, atMost).stream().map(Checkpoint::file).toList();
    }

    private List<Checkpoint> page(long from, int atMost) {
        return jdbc.execute(
                (ConnectionCallback<List<Checkpoint>>) connection -> CheckpointStore.from(connection, from, atMost));
    }

    /**
     * States that the database was lawfully put back: every checkpoint outside that it lacks is given up.
     *
     * @return how many are given up
     */
    int restored(String who, String why) {
        try {
            long kept = jdbc.execute((ConnectionCallback<Long>) connection ->
                    CheckpointStore.last(connection).map(Checkpoint::number).orElse(0L));
            Map<Long, String> givenUp = folder.hashesAfter(kept);
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            String payload = new Restore.Content(now, who, why, kept, givenUp, key.id()).json();
            folder.keep(new Restore(payload, key.sign(payload), key.id()));
            return givenUp.size();
        } catch (IOException e) {
            throw new ExportFailed(e);
        }
    }

    /** The database lacks checkpoints that were exported: an older copy of it was put back. */
    static final class DatabaseIsBehind extends RuntimeException {

        DatabaseIsBehind(long inDatabase, long outside) {
            super("The database ends with checkpoint " + inDatabase + ", the folder of exported ones with " + outside
                    + ": an older copy was put back. Nothing is signed until that is stated");
        }
    }

    /** The folder of exported checkpoints cannot be read or written. */
    static final class ExportFailed extends RuntimeException {

        ExportFailed(IOException cause) {
            super("The folder of exported checkpoints cannot be used", cause);
        }
    }
}
