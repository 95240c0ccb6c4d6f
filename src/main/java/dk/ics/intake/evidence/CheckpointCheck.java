package dk.ics.intake.evidence;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The checkpoints: their signatures, one after the other, against those outside and against the entries they cover. */
final class CheckpointCheck {

    private static final int AT_ONCE = 1000;

    private final Connection connection;
    private final PublicKeys keys;
    private final @Nullable CheckpointFolder outside;
    private final Findings findings;
    private final Map<Long, String> givenUp = new TreeMap<>();
    private final Map<String, Checkpoint.Head> heads = new HashMap<>();
    private long checked;
    private @Nullable Checkpoint last;
    private @Nullable Instant lastAt;
    private long coveredTo;

    CheckpointCheck(Connection connection, PublicKeys keys, @Nullable CheckpointFolder outside, Findings findings) {
        this.connection = connection;
        this.keys = keys;
        this.outside = outside;
        this.findings = findings;
    }

    long checked() {
        return checked;
    }

    void check() throws SQLException, IOException {
        if (outside == null) {
            inside(List.<Checkpoint>of().iterator());
            return;
        }
        statements(outside);
        try (Stream<Checkpoint> exported = outside.all()) {
            inside(exported.iterator());
        }
    }

    private void statements(CheckpointFolder folder) throws IOException {
        for (Restore restore : folder.restores()) {
            if (!keys.verifies(restore.keyId(), restore.payload(), restore.signature())) {
                findings.add(Finding.of(FindingType.STATEMENT_CHANGED, null, null, "erklæring i mappen"));
                continue;
            }
            Restore.Content content = restore.content();
            givenUp.putAll(content.givenUp());
            findings.add(Finding.of(
                    FindingType.RESTORED,
                    null,
                    null,
                    "%s, af %s: %s (kontrolpunkt %d bevaret, %d opgivet)"
                            .formatted(
                                    content.at(),
                                    content.who(),
                                    content.why(),
                                    content.kept(),
                                    content.givenUp().size())));
        }
    }

    /** Both in the order of their numbers, side by side. */
    private void inside(Iterator<Checkpoint> exported) throws SQLException {
        Checkpoint other = exported.hasNext() ? exported.next() : null;
        Entries entries = new Entries(connection);
        long from = 1;
        List<Checkpoint> page = CheckpointStore.from(connection, from, AT_ONCE);
        while (!page.isEmpty()) {
            for (Checkpoint checkpoint : page) {
                while (other != null && other.number() < checkpoint.number()) {
                    lacking(other, false);
                    other = exported.hasNext() ? exported.next() : null;
                }
                if (other != null && other.number() == checkpoint.number()) {
                    if (!other.isSame(checkpoint)) {
                        findings.add(Finding.ofCheckpoint(FindingType.CHECKPOINT_DIFFERS, checkpoint.number()));
                    }
                    other = exported.hasNext() ? exported.next() : null;
                }
                one(checkpoint, entries);
                from = checkpoint.number() + 1;
            }
            page = CheckpointStore.from(connection, from, AT_ONCE);
        }
        while (other != null) {
            lacking(other, true);
            other = exported.hasNext() ? exported.next() : null;
        }
        uncovered(coveredTo);
    }

    /** A checkpoint that was exported and is not in the database. */
    private void lacking(Checkpoint exported, boolean afterAll) {
        if (exported.hash().equals(givenUp.get(exported.number()))) {
            return;
        }
        findings.add(Finding.ofCheckpoint(
                afterAll ? FindingType.DATABASE_BEHIND : FindingType.CHECKPOINT_MISSING, exported.number()));
        if (afterAll && keys.verifies(exported.keyId(), exported.payload(), exported.signature())) {
            heads.putAll(exported.content().heads());
        }
    }

    private void one(Checkpoint checkpoint, Entries entries) throws SQLException {
        checked++;
        long number = checkpoint.number();
        if (!keys.knows(checkpoint.keyId())) {
            findings.add(Finding.ofCheckpoint(FindingType.CHECKPOINT_KEY_UNKNOWN, number));
        } else if (!keys.verifies(checkpoint.keyId(), checkpoint.payload(), checkpoint.signature())) {
            findings.add(Finding.ofCheckpoint(FindingType.CHECKPOINT_CHANGED, number));
        }
        Checkpoint.Content content;
        try {
            content = checkpoint.content();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            findings.add(Finding.ofCheckpoint(FindingType.CHECKPOINT_CHANGED, number));
            return;
        }
        if (content.number() != number || !content.key().equals(checkpoint.keyId())) {
            findings.add(Finding.ofCheckpoint(FindingType.CHECKPOINT_CHANGED, number));
        }
        follows(checkpoint, content);
        covers(content, entries);
        last = checkpoint;
        lastAt = content.at();
        coveredTo = Math.max(coveredTo, content.to());
    }

    private void follows(Checkpoint checkpoint, Checkpoint.Content content) {
        long expected = last == null ? 1 : last.number() + 1;
        for (long number = expected; number < checkpoint.number(); number++) {
            if (!givenUp.containsKey(number)) {
                findings.add(Finding.ofCheckpoint(FindingType.CHECKPOINT_MISSING, number));
            }
        }
        String before = last == null ? null : last.hash();
        boolean afterGap = checkpoint.number() != expected && !givenUp.containsKey(expected);
        if (!afterGap && !Objects.equals(before, content.previous())) {
            findings.add(Finding.ofCheckpoint(FindingType.CHECKPOINT_BROKEN, checkpoint.number()));
        }
    }

    /** Where each chain ends according to the checkpoints, as far as that is not what the entries say. */
    Map<String, Checkpoint.Head> headsInDoubt() {
        return heads;
    }

    private void covers(Checkpoint.Content content, Entries entries) throws SQLException {
        EntryRange range = entries.upTo(content.to());
        if (range.count() != content.count()
                || !range.digest().equals(content.digest())
                || (range.count() > 0 && (range.from() != content.from() || range.to() != content.to()))) {
            findings.add(Finding.of(
                    FindingType.ENTRIES_DIFFER,
                    null,
                    null,
                    "kontrolpunkt %d (%d poster, %d findes)"
                            .formatted(content.number(), content.count(), range.count())));
        }
        Set<String> known = new HashSet<>(range.heads().keySet());
        content.heads().forEach((chain, head) -> {
            if (!known.contains(chain) || !head.equals(range.heads().get(chain))) {
                heads.put(chain, head);
            }
        });
    }

    /** What stands after the last checkpoint: to be known while it is young, wrong when it is not. */
    private void uncovered(long after) throws SQLException {
        Instant newest = lastAt;
        for (Late entry : late(after, "desc", 1)) {
            newest = newest == null || entry.at().isAfter(newest) ? entry.at() : newest;
        }
        for (Late entry : late(after, "asc", Integer.MAX_VALUE)) {
            boolean tooLong = newest != null && entry.at().isBefore(newest.minus(OpenWindow.LENGTH));
            findings.add(Finding.of(
                    tooLong ? FindingType.UNCOVERED_TOO_LONG : FindingType.NOT_YET_COVERED,
                    entry.chain(),
                    entry.sequence(),
                    null));
        }
    }

    /** An entry after the last checkpoint. */
    private record Late(String chain, int sequence, Instant at) {}

    private List<Late> late(long after, String order, int atMost) throws SQLException {
        List<Late> late = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select chain, sequence, payload from ics.evidence_entry where id > ? order by id " + order
                        + " limit ?")) {
            statement.setFetchSize(AT_ONCE);
            statement.setLong(1, after);
            statement.setInt(2, atMost);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    late.add(new Late(rows.getString(1), rows.getInt(2), at(rows.getString(3))));
                }
            }
        }
        return late;
    }

    /** An entry that cannot be read is reported as such; for its age it counts as the oldest. */
    private static Instant at(String payload) {
        try {
            return Instant.parse(Checkpoint.read(payload).path("at").asText());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    /** All entries in the order of their numbers, read once. */
    private static final class Entries {

        private final ResultSet rows;
        private boolean waiting;

        Entries(Connection connection) throws SQLException {
            PreparedStatement statement =
                    connection.prepareStatement("select id, chain, sequence, hash from ics.evidence_entry order by id");
            statement.setFetchSize(2000);
            rows = statement.executeQuery();
            waiting = rows.next();
        }

        EntryRange upTo(long id) throws SQLException {
            EntryRange range = new EntryRange();
            while (waiting && rows.getLong(1) <= id) {
                range.add(rows.getLong(1), rows.getString(2), rows.getInt(3), rows.getBytes(4));
                waiting = rows.next();
            }
            return range;
        }
    }
}
