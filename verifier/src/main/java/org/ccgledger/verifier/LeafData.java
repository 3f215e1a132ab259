package org.ccgledger.verifier;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// What a leaf is the hash of: the place of an event, the time of its recording, and its body.
record LeafData(long position, Instant recordedAt, byte[] body) {

    private static final int PLACE = 2 * Long.BYTES;
    private static final byte[] LEAF = {0};

    static LeafData of(StoredLeaf leaf) {
        return new LeafData(leaf.position(), leaf.recordedAt(), leaf.body());
    }

    static LeafData parse(byte[] bytes) throws LeafBody.Unreadable {
        if (bytes.length < PLACE) {
            throw new LeafBody.Unreadable("it ends too early");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new LeafData(
                in.getLong(),
                Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS),
                Arrays.copyOfRange(bytes, PLACE, bytes.length));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(PLACE + body.length)
                .putLong(position)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt))
                .put(body)
                .array();
    }

    byte[] hash() {
        return hash(bytes());
    }

    /// The hash of a leaf, whatever it is of (RFC 6962, section 2.1).
    static byte[] hash(byte[] data) {
        return Sha256.of(LEAF, data);
    }
}
