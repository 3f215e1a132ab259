package org.ccgledger.verifier;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A bundle's file of events, read record by record.
final class Chunk implements Closeable {

    /// Positions in each file but the last.
    static final int POSITIONS = 10_240;

    /// The kinds of records, in the order in which those of a position stand.
    static final int COMMAND = 1;

    static final int EVENT = 2;
    static final int TAG = 3;
    static final int PART = 4;
    static final int CHECKPOINT = 5;

    private static final int END = 0;
    private static final byte[] FORMAT = "ccg-bundle/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 16 << 20;
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest = Sha256.digest();
    private final InputStream in;
    private UUID ledgerId = new UUID(0, 0);
    private long first;
    private long last;
    private int count;
    private @Nullable Entry next;
    private long lastPosition;
    private int lastKind;

    private Chunk(InputStream file) {
        in = new BufferedInputStream(new DigestInputStream(file, digest), BUFFER);
    }

    /// A record: what it is, where it belongs, and its other fields.
    record Entry(int kind, long position, Fields fields) {}

    /// @param number of the file, which says at which position it begins
    static Chunk open(Path bundle, long number) throws IOException, Damaged {
        Path file = bundle.resolve(name(number));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Damaged("is missing");
        }
        Chunk chunk = new Chunk(Files.newInputStream(file));
        try {
            chunk.header(number);
            chunk.lastPosition = chunk.first;
            chunk.next = chunk.read();
            return chunk;
        } catch (IOException | Damaged e) {
            chunk.close();
            throw e;
        }
    }

    static String name(long number) {
        return "events/%06d".formatted(number);
    }

    UUID ledgerId() {
        return ledgerId;
    }

    /// The last position that it is about.
    long last() {
        return last;
    }

    /// The next record, or nothing behind the last one.
    @Nullable Entry peek() {
        return next;
    }

    void skip() throws IOException, Damaged {
        next = read();
    }

    private void header(long number) throws IOException, Damaged {
        if (!ByteBuffer.wrap(FORMAT).equals(ByteBuffer.wrap(bytes(FORMAT.length)))) {
            throw new Damaged("does not begin with ccg-bundle/1");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes(4 * Long.BYTES));
        ledgerId = new UUID(header.getLong(), header.getLong());
        first = header.getLong();
        last = header.getLong();
        if (first != number * POSITIONS + 1 || last < first || last > first + POSITIONS - 1) {
            throw new Damaged("says that it holds positions " + first + " to " + last);
        }
    }

    private @Nullable Entry read() throws IOException, Damaged {
        ByteBuffer head = ByteBuffer.wrap(bytes(1 + Integer.BYTES));
        int kind = head.get();
        int length = head.getInt();
        if (length < 0 || length > LARGEST) {
            throw new Damaged("holds a record of " + Integer.toUnsignedString(length) + " bytes");
        }
        Fields fields = new Fields(ByteBuffer.wrap(bytes(length)));
        if (kind == END) {
            end(fields);
            return null;
        }
        long position = fields.number();
        boolean inOrder =
                position > lastPosition
                        || (position == lastPosition
                                && (kind > lastKind
                                        || (kind == lastKind && (kind == TAG || kind == PART))));
        if (!inOrder || position > last || kind < COMMAND || kind > CHECKPOINT) {
            throw new Damaged(
                    "holds a record of kind %d for position %d that does not belong there"
                            .formatted(kind, position));
        }
        lastPosition = position;
        lastKind = kind;
        count++;
        return new Entry(kind, position, fields);
    }

    private void end(Fields fields) throws IOException, Damaged {
        if (fields.small() != count) {
            throw new Damaged("does not hold as many records as its end states");
        }
        fields.end();
        if (in.read() >= 0) {
            throw new Damaged("goes on behind its end");
        }
    }

    private byte[] bytes(int length) throws IOException, Damaged {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new Damaged("ends too early");
        }
        return bytes;
    }

    /// The SHA-256 of the whole file in hexadecimal; nothing can be read afterwards.
    String hash() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
