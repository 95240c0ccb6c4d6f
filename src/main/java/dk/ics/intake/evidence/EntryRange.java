package dk.ics.intake.evidence;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;

/** What a checkpoint says of the entries it covers, gathered while they are read in the order of their numbers. */
final class EntryRange {

    private final MessageDigest digest = Digests.sha256();
    private final Map<String, Checkpoint.Head> heads = new TreeMap<>();
    private long from;
    private long to;
    private long count;

    void add(long id, String chain, int sequence, byte[] hash) {
        if (count == 0) {
            from = id;
        }
        to = id;
        count++;
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(id).flip());
        digest.update(hash);
        heads.put(chain, new Checkpoint.Head(sequence, Digests.text(hash)));
    }

    boolean isEmpty() {
        return count == 0;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    long count() {
        return count;
    }

    Map<String, Checkpoint.Head> heads() {
        return heads;
    }

    /** May be asked once. */
    String digest() {
        return Digests.text(digest.digest());
    }
}
