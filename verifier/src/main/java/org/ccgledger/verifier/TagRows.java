package org.ccgledger.verifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/// Whether the rows of a table are those that follow from the bodies, although the two come in
/// different orders.
///
/// What follows from a body is added to a sum, what stands in a row is taken from it, both hashed
/// under a secret of this audit, so that nobody can have prepared rows whose differences cancel
/// out. The sums are of ranges of positions, as many as fit a fixed memory, to know where to look
/// if one is not zero.
final class TagRows {

    private static final int RANGES = 4096;

    private final byte[] secret = new byte[32];
    private final long width;
    private final long[] high = new long[RANGES];
    private final long[] low = new long[RANGES];

    /// @param head the last position
    TagRows(long head) {
        new SecureRandom().nextBytes(secret);
        width = Math.max(1, (head + RANGES - 1) / RANGES);
    }

    void keep(DataOutputStream out) throws IOException {
        out.write(secret);
        for (int range = 0; range < RANGES; range++) {
            out.writeLong(high[range]);
            out.writeLong(low[range]);
        }
    }

    void takeUp(DataInputStream in) throws IOException {
        in.readFully(secret);
        for (int range = 0; range < RANGES; range++) {
            high[range] = in.readLong();
            low[range] = in.readLong();
        }
    }

    /// Positions after the first, up to the last.
    record Range(long after, long upTo) {}

    void follows(long position, String type, String tag) {
        ByteBuffer hash = hash(position, type, tag);
        int range = range(position);
        high[range] += hash.getLong();
        low[range] += hash.getLong();
    }

    void stands(long position, String type, String tag) {
        ByteBuffer hash = hash(position, type, tag);
        int range = range(position);
        high[range] -= hash.getLong();
        low[range] -= hash.getLong();
    }

    /// Where rows are missing or too many.
    List<Range> wrong() {
        List<Range> wrong = new ArrayList<>();
        for (int range = 0; range < RANGES; range++) {
            if (high[range] != 0 || low[range] != 0) {
                wrong.add(new Range(range * width, (range + 1) * width));
            }
        }
        return wrong;
    }

    private int range(long position) {
        return (int) ((position - 1) / width);
    }

    private ByteBuffer hash(long position, String type, String tag) {
        byte[] kind = type.getBytes(StandardCharsets.UTF_8);
        byte[] place = ByteBuffer.allocate(12).putLong(position).putInt(kind.length).array();
        return ByteBuffer.wrap(
                Sha256.of(secret, place, kind, tag.getBytes(StandardCharsets.UTF_8)));
    }
}
