package org.ccgledger.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/// Which version each stream has reached, and which commands there were, when events come in the
/// order of positions.
///
/// Both are known by a hash under a secret of this audit, in a table whose size is bounded. When
/// there may be more of them than it takes, they are looked at in several passes over the events,
/// some in each.
final class StreamsAndCommands {

    /// Most events whose streams and commands are looked at in one pass.
    static final int EVENTS = 1 << 20;

    private static final int LONGS = 3;
    private static final byte[] STREAM = {0};
    private static final byte[] COMMAND = {1};

    private final byte[] secret = new byte[32];
    private final int passes;
    private final int slots;
    private final long[] table;
    private int pass;

    /// @param events that there are
    /// @param most of them whose streams and commands are looked at in one pass
    StreamsAndCommands(long events, int most) {
        new SecureRandom().nextBytes(secret);
        passes = (int) (events / most) + 1;
        slots = 8 * Integer.highestOneBit(Math.clamp(events, 1, most));
        table = new long[LONGS * slots];
    }

    int passes() {
        return passes;
    }

    void begin(int nextPass) {
        pass = nextPass;
        Arrays.fill(table, 0);
    }

    /// Takes the next event of a stream.
    ///
    /// @return the version that belongs where this one stands; 0 if it is this one, or the stream
    ///   is not looked at in this pass
    long wrong(String stream, long version) {
        return wrong(STREAM, stream.getBytes(StandardCharsets.UTF_8), version);
    }

    /// Takes the next command.
    ///
    /// @return whether there was one of that id before; no if it is not looked at in this pass
    boolean isAnother(UUID command) {
        ByteBuffer id = ByteBuffer.allocate(2 * Long.BYTES);
        id.putLong(command.getMostSignificantBits()).putLong(command.getLeastSignificantBits());
        return wrong(COMMAND, id.array(), 1) != 0;
    }

    private long wrong(byte[] kind, byte[] name, long version) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(secret, kind, name));
        if (Math.floorMod(hash.getLong(), passes) != pass) {
            return 0;
        }
        long high = hash.getLong();
        long low = hash.getLong();
        int slot = (int) (high & (slots - 1));
        while (!isFree(slot) && !(table[LONGS * slot] == high && table[LONGS * slot + 1] == low)) {
            slot = (slot + 1) & (slots - 1);
        }
        long expected = table[LONGS * slot + 2] + 1;
        table[LONGS * slot] = high;
        table[LONGS * slot + 1] = low;
        table[LONGS * slot + 2] = version;
        return version == expected ? 0 : expected;
    }

    private boolean isFree(int slot) {
        return table[LONGS * slot] == 0 && table[LONGS * slot + 1] == 0;
    }
}
