package org.ccgledger.ledger.bundle;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ccgledger.ledger.proof.Lineage;
import org.jspecify.annotations.Nullable;

/// Writes a ledger into a bundle of plain files, as docs/ledger-format.md has it.
///
/// A bundle goes up to the newest checkpoint, so all of it is signed. What is there already is kept
/// if it is whole, so that an export which was cut off goes on, and a later one adds to it.
public final class LedgerExport {

    /// Positions in a file of events.
    static final int CHUNK = 10_240;

    private static final byte[] FORMAT = "ccg-bundle/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = FORMAT.length + 4 * Long.BYTES;
    private static final int LARGEST = 16 << 20;
    private static final int WIDTH = 256;
    private static final String CHECKPOINT = "checkpoint";

    private final Connection connection;
    private final BundleFolder folder;
    private final UUID ledger;
    private final long size;
    private final long end;
    private final Progress progress;
    private long written;

    private LedgerExport(
            Connection connection,
            BundleFolder folder,
            UUID ledger,
            long size,
            long end,
            Progress progress) {
        this.connection = connection;
        this.folder = folder;
        this.ledger = ledger;
        this.size = size;
        this.end = end;
        this.progress = progress;
    }

    /// Hears how far an export has come.
    public interface Progress {
        /// So many of all that there are, such as events, are in the bundle.
        void reached(long done, long all);
    }

    /// What is put into a bundle beside the ledger.
    public interface Annex {
        /// Adds its files.
        ///
        /// @param end the position of the last event in the bundle
        void addTo(BundleFolder folder, long end) throws SQLException, IOException;
    }

    /// What a bundle holds now.
    ///
    /// @param written of the events, because they were not there or not whole
    public record Exported(long events, long written) {}

    /// Exports the ledger.
    ///
    /// @param connection without autocommit, in whose transaction everything is read
    /// @param to a folder that is empty, is not there yet, or holds an earlier bundle of this
    ///   ledger
    /// @param annexes what is put in beside the ledger, when all of that is there
    /// @throws IllegalStateException in a sentence, if nothing can be exported there
    public static Exported run(
            Connection connection, Path to, Progress progress, List<? extends Annex> annexes)
            throws SQLException, IOException {
        return run(connection, to, Long.MAX_VALUE, progress, annexes);
    }

    /// Exports the ledger up to the newest checkpoint of a size that is not larger than another.
    ///
    /// @param most events that the bundle may hold
    public static Exported run(
            Connection connection,
            Path to,
            long most,
            Progress progress,
            List<? extends Annex> annexes)
            throws SQLException, IOException {
        Lineage lineage =
                Lineage.read(connection)
                        .orElseThrow(
                                () -> new IllegalStateException("The database holds no ledger."));
        String note =
                first(
                        connection,
                        "select note from witness.checkpoint where size <= %d order by size desc limit 1"
                                .formatted(most));
        String size =
                first(
                        connection,
                        "select max(size) from ledger.checkpoint where size <= %d".formatted(most));
        String head = first(connection, "select coalesce(max(position), 0) from ledger.event");
        if (note == null || size == null || head == null) {
            throw new IllegalStateException(
                    "No checkpoint of the ledger has been signed yet: export it a little later.");
        }
        try (BundleFolder folder = BundleFolder.open(to)) {
            long signed = Long.parseLong(size);
            LedgerExport export =
                    new LedgerExport(
                            connection,
                            folder,
                            lineage.ledgerId(),
                            signed,
                            Math.min(signed, Long.parseLong(head)),
                            progress);
            export.addsTo();
            export.tiles();
            export.chunks();
            folder.put(BundleFolder.FORMAT, format());
            folder.put("keys", keys(lineage));
            folder.put(CHECKPOINT, note.getBytes(StandardCharsets.UTF_8));
            for (Annex annex : annexes) {
                annex.addTo(folder, export.end);
            }
            folder.finish();
            return new Exported(export.end, export.written);
        }
    }

    /// Refuses a bundle that holds what the ledger does not.
    ///
    /// Complete tiles are compared where they are written; what the older bundle had beyond them is
    /// compared here.
    private void addsTo() throws SQLException, IOException {
        Path checkpoint = folder.resolve(CHECKPOINT);
        if (!Files.exists(checkpoint) || !folder.isWhole(CHECKPOINT)) {
            return;
        }
        long before = Long.parseLong(Files.readAllLines(checkpoint).get(1));
        int width = (int) (before % WIDTH);
        String edge = tile(0, before / WIDTH, width);
        if (before > size
                || (width > 0 && folder.differs(edge, hashes(0, before / WIDTH, width)))) {
            throw anotherHistory();
        }
    }

    private static IllegalStateException anotherHistory() {
        return new IllegalStateException(
                "The folder holds a bundle of another history than this ledger's: name an empty"
                        + " one.");
    }

    private void tiles() throws SQLException, IOException {
        for (int level = 0; size >> (8 * level) > 0; level++) {
            long hashes = size >> (8 * level);
            completeTiles(level, hashes / WIDTH);
            int width = (int) (hashes % WIDTH);
            if (width > 0) {
                folder.put(
                        tile(level, hashes / WIDTH, width), hashes(level, hashes / WIDTH, width));
            }
        }
    }

    private void completeTiles(int level, long count) throws SQLException, IOException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select index, hashes from ledger.tile where level = ? and index >= 0 and"
                                + " index < ? order by index")) {
            select.setFetchSize(WIDTH);
            select.setInt(1, level);
            select.setLong(2, count);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String name = tile(level, row.getLong(1), WIDTH);
                    byte[] hashes = row.getBytes(2);
                    if (folder.differs(name, hashes)) {
                        throw anotherHistory();
                    }
                    folder.put(name, hashes);
                }
            }
        }
    }

    /// The first hashes of a tile that is not complete.
    private byte[] hashes(int level, long index, int width) throws SQLException, IOException {
        String sql =
                level == 0
                        ? "select leaf_hash from ledger.event where position > ? and position <= ?"
                                + " order by position"
                        : "select root from ledger.tile where index >= ? and index < ? and level ="
                                + " ? order by index";
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, index * WIDTH);
            select.setLong(2, index * WIDTH + width);
            if (level > 0) {
                select.setInt(3, level - 1);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    hashes.write(row.getBytes(1));
                }
            }
        }
        return hashes.toByteArray();
    }

    /// The name that C2SP's tlog-tiles gives to a tile.
    private static String tile(int level, long index, int width) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + level + "/" + path + (width < WIDTH ? ".p/" + width : "");
    }

    private void chunks() throws SQLException, IOException {
        List<Long> missing = new ArrayList<>();
        long done = 0;
        for (long chunk = 0; chunk * CHUNK < end; chunk++) {
            if (isThere(chunk)) {
                folder.keep(name(chunk));
                done += last(chunk) - chunk * CHUNK;
                progress.reached(done, end);
            } else {
                missing.add(chunk);
            }
        }
        for (int from = 0; from < missing.size(); ) {
            int to = from + 1;
            while (to < missing.size() && missing.get(to) == missing.get(to - 1) + 1) {
                to++;
            }
            write(missing.subList(from, to), done + written);
            from = to;
        }
    }

    private static String name(long chunk) {
        return "events/%06d".formatted(chunk);
    }

    private long last(long chunk) {
        return Math.min(end, (chunk + 1) * CHUNK);
    }

    private byte[] header(long chunk) {
        return ByteBuffer.allocate(HEADER)
                .put(FORMAT)
                .putLong(ledger.getMostSignificantBits())
                .putLong(ledger.getLeastSignificantBits())
                .putLong(chunk * CHUNK + 1)
                .putLong(last(chunk))
                .array();
    }

    /// Whether the file is whole, and holds all positions that it is to hold now.
    private boolean isThere(long chunk) throws IOException {
        if (!folder.isWhole(name(chunk))) {
            return false;
        }
        try (InputStream in = Files.newInputStream(folder.resolve(name(chunk)))) {
            return Arrays.equals(in.readNBytes(HEADER), header(chunk));
        }
    }

    /// Writes files that follow one another, through one pass over each table.
    private void write(List<Long> chunks, long done) throws SQLException, IOException {
        long before = written;
        List<RowCursor> cursors =
                RowCursor.open(connection, chunks.getFirst() * CHUNK, last(chunks.getLast()));
        try {
            for (long chunk : chunks) {
                folder.write(name(chunk), out -> records(chunk, cursors, out));
                written += last(chunk) - chunk * CHUNK;
                progress.reached(done + written - before, end);
            }
        } finally {
            for (RowCursor cursor : cursors) {
                cursor.close();
            }
        }
    }

    private void records(long chunk, List<RowCursor> cursors, OutputStream file)
            throws SQLException, IOException {
        DataOutputStream out = new DataOutputStream(file);
        out.write(header(chunk));
        int count = 0;
        for (long position = chunk * CHUNK + 1; position <= last(chunk); position++) {
            for (RowCursor cursor : cursors) {
                while (cursor.isAt(position)) {
                    byte[] content = cursor.take();
                    if (content.length > LARGEST) {
                        throw new IllegalStateException(
                                "Position %d: a row has %d bytes, more than a bundle takes."
                                        .formatted(position, content.length));
                    }
                    out.writeByte(cursor.kind());
                    out.writeInt(content.length);
                    out.write(content);
                    count++;
                }
            }
        }
        out.writeByte(0);
        out.writeInt(Integer.BYTES);
        out.writeInt(count);
        out.flush();
    }

    private static byte[] format() throws IOException {
        try (InputStream format =
                Objects.requireNonNull(
                        LedgerExport.class.getResourceAsStream("ledger-format.md"))) {
            return format.readAllBytes();
        }
    }

    private static byte[] keys(Lineage lineage) {
        return ("""
        # What the ledger says of its own keys. It is no reason to believe them: an auditor has the policy
        # from the owner of the keys, and compares.
        """
                        + String.join("\n", lineage.policy())
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String first(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
