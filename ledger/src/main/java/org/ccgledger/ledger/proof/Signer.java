package org.ccgledger.ledger.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ccgledger.ledger.SigningKey;
import org.ccgledger.ledger.proof.Witness.Cosignature;
import org.jspecify.annotations.Nullable;

/// Signs what the ledger has become, as long as it still begins with all that was signed before.
///
/// It begins with proof: the ledger must hold the leaves of the last checkpoint that the files
/// know, and of the newest that the database knows, and the last tile must be that of its leaves.
/// From there on it only adds leaves, so every checkpoint extends the one before.
final class Signer {

    private static final int BATCH = 4096;

    private final Connection connection;
    private final Path keys;
    private final CheckpointFiles files;
    private final Witnesses witnesses;
    private final Clock clock;
    private final String origin;
    private final TreeBuilder tree;
    private @Nullable Checkpoint last;
    private @Nullable Signed published;

    /// A checkpoint and its note, without cosignatures.
    private record Signed(Checkpoint checkpoint, String note) {}

    private Signer(
            Connection connection,
            Path keys,
            CheckpointFiles files,
            Witnesses witnesses,
            Clock clock,
            Lineage lineage)
            throws SigningRefused, SQLException {
        this.connection = connection;
        this.keys = keys;
        this.files = files;
        this.witnesses = witnesses;
        this.clock = clock;
        this.origin = lineage.origin();
        Tiles tiles = new Tiles(connection);
        long head = head();
        last = files.last().orElse(null);
        Optional<Checkpoint> known = known(lineage);
        if (known.isPresent()) {
            holds(tiles, known.get(), head, "it signed");
        }
        published = newest().orElse(null);
        if (published != null) {
            holds(tiles, published.checkpoint(), head, "the database holds");
        }
        long size = Math.max(known.map(Checkpoint::size).orElse(0L), published());
        lastTileIsThatOfItsLeaves(tiles, size);
        this.tree = TreeBuilder.at(size, tiles);
    }

    /// Takes up signing where it was left.
    ///
    /// @param connection which is only this signer's, without autocommit
    static Signer begin(
            Connection connection,
            Path keys,
            CheckpointFiles files,
            Witnesses witnesses,
            Clock clock)
            throws SigningRefused, SQLException {
        Lineage lineage =
                Lineage.read(connection)
                        .orElseThrow(() -> new SigningRefused("the database holds no ledger"));
        Signer signer = new Signer(connection, keys, files, witnesses, clock, lineage);
        connection.commit();
        return signer;
    }

    String origin() {
        return origin;
    }

    /// The size of the newest checkpoint that is published.
    long published() {
        return published == null ? 0 : published.checkpoint().size();
    }

    long head() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "select coalesce(max(position), 0) from ledger.event");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Signs the ledger as it stands at a position, has it cosigned, and publishes that.
    ///
    /// After an exception begin anew.
    void sign(long head) throws SigningRefused, SQLException {
        addLeaves(head);
        Checkpoint checkpoint = new Checkpoint(origin, tree.size(), tree.root());
        isAlone();
        List<SigningKey> signing = signingKeys();
        files.remember(checkpoint);
        last = checkpoint;
        Signed signed =
                new Signed(checkpoint, CheckpointNote.sign(checkpoint, signing, clock.instant()));
        List<Cosignature> cosignatures = cosign(signed);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into ledger.checkpoint (size, note, made_at) values (?, ?, ?) on conflict do nothing")) {
            insert.setLong(1, checkpoint.size());
            insert.setString(2, signed.note());
            insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        keep(checkpoint.size(), cosignatures);
        append(checkpoint.size());
        connection.commit();
        published = signed;
    }

    /// Has the newest checkpoint cosigned again, by which it is seen to be the newest still.
    ///
    /// After an exception begin anew.
    void renew() throws SQLException {
        if (published != null && published.checkpoint().origin().equals(origin)) {
            long size = published.checkpoint().size();
            if (keep(size, cosign(published))) {
                append(size);
            }
            connection.commit();
        }
    }

    /// No transaction stands open while others are asked.
    private List<Cosignature> cosign(Signed signed) throws SQLException {
        connection.commit();
        return witnesses.cosign(
                signed.checkpoint(),
                signed.note(),
                from ->
                        new Tree(new Tiles(connection), signed.checkpoint().size())
                                .consistency(from));
    }

    /// Keeps cosignatures in the place of earlier ones.
    ///
    /// @return whether somebody cosigned who had not before
    private boolean keep(long size, List<Cosignature> cosignatures) throws SQLException {
        boolean more = false;
        for (Cosignature cosignature : cosignatures) {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            insert into witness.cosignature as c (size, key, line, made_at) values (?, ?, ?, ?)
                            on conflict (size, key) do update set line = excluded.line, made_at = excluded.made_at
                            returning c.xmax = 0
                            """)) {
                insert.setLong(1, size);
                insert.setString(2, cosignature.key());
                insert.setString(3, cosignature.line());
                insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
                try (ResultSet row = insert.executeQuery()) {
                    row.next();
                    more |= row.getBoolean(1);
                }
            }
        }
        return more;
    }

    /// Writes a checkpoint with its cosignatures to the file.
    private void append(long size) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select note from witness.checkpoint where size = ?")) {
            select.setLong(1, size);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                files.append(row.getString(1));
            }
        }
    }

    /// What the files know, as far as the ledger is bound to hold it.
    private Optional<Checkpoint> known(Lineage lineage) throws SigningRefused {
        if (last == null || last.origin().equals(origin)) {
            return Optional.ofNullable(last);
        }
        LedgerRestored restored = lineage.restored();
        LedgerRestored.@Nullable Signed signed = restored == null ? null : restored.signed();
        if (restored == null
                || signed == null
                || !signed.origin().equals(last.origin())
                || signed.size() != last.size()
                || !signed.root().equals(Base64.getEncoder().encodeToString(last.root()))) {
            throw new SigningRefused(
                    "the ledger is "
                            + origin
                            + ", but what it signed last is size "
                            + last.size()
                            + " of "
                            + last.origin()
                            + ", and no restore in its lineage accounts for that");
        }
        return Optional.of(last).filter(earlier -> earlier.size() <= restored.restoredTo());
    }

    private Optional<Signed> newest() throws SigningRefused, SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement(
                                "select note from ledger.checkpoint order by size desc limit 1");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            String note = row.getString(1);
            String[] lines = note.split("\n", 4);
            return Optional.of(
                    new Signed(
                            new Checkpoint(
                                    lines[0],
                                    Long.parseLong(lines[1]),
                                    Base64.getDecoder().decode(lines[2])),
                            note));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            throw new SigningRefused("the newest checkpoint in the database cannot be read");
        }
    }

    private static void holds(Tiles tiles, Checkpoint earlier, long head, String which)
            throws SigningRefused {
        String what = "the checkpoint of size " + earlier.size() + " that " + which;
        if (earlier.size() > head) {
            throw new SigningRefused("the ledger ends at " + head + ", which is before " + what);
        }
        byte[] root = rootAt(tiles, earlier.size());
        if (!Arrays.equals(root, earlier.root())) {
            throw new SigningRefused("the ledger no longer has the root of " + what);
        }
    }

    private static byte[] rootAt(Tiles tiles, long size) throws SigningRefused {
        try {
            return new Tree(tiles, size).root();
        } catch (IllegalStateException e) {
            throw new SigningRefused(String.valueOf(e.getMessage()));
        }
    }

    private static void lastTileIsThatOfItsLeaves(Tiles tiles, long size) throws SigningRefused {
        long index = size / Tile.WIDTH - 1;
        if (index >= 0) {
            Tile leaves = new Tile(0, index, tiles.leaves(index, Tile.WIDTH));
            Tile stored = new Tile(0, index, tiles.hashes(0, index, Tile.WIDTH));
            if (!Arrays.equals(leaves.bytes(), stored.bytes())) {
                throw new SigningRefused("tile " + index + " is not that of its leaves");
            }
        }
    }

    private void addLeaves(long head) throws SigningRefused, SQLException {
        while (tree.size() < head) {
            long upTo = Math.min(head, tree.size() + BATCH);
            try (PreparedStatement select =
                    connection.prepareStatement(
                            "select position, leaf_hash from ledger.event where position > ? and position <= ?"
                                    + " order by position")) {
                select.setLong(1, tree.size());
                select.setLong(2, upTo);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next() && row.getLong(1) == tree.size() + 1) {
                        insert(tree.add(row.getBytes(2)));
                    }
                }
            }
            if (tree.size() < upTo) {
                throw new SigningRefused("position " + (tree.size() + 1) + " is missing");
            }
        }
    }

    private void insert(List<Tile> tiles) throws SigningRefused, SQLException {
        for (Tile tile : tiles) {
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "insert into ledger.tile (level, index, hashes, root) values (?, ?, ?, ?)"
                                    + " on conflict do nothing")) {
                insert.setInt(1, tile.level());
                insert.setLong(2, tile.index());
                insert.setBytes(3, tile.bytes());
                insert.setBytes(4, tile.root());
                if (insert.executeUpdate() == 0 && !isStored(tile)) {
                    throw new SigningRefused(
                            "another tile %d of level %d is stored"
                                    .formatted(tile.index(), tile.level()));
                }
            }
        }
    }

    private boolean isStored(Tile tile) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select from ledger.tile where level = ? and index = ? and hashes = ? and root = ?")) {
            select.setInt(1, tile.level());
            select.setLong(2, tile.index());
            select.setBytes(3, tile.bytes());
            select.setBytes(4, tile.root());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /// Another process with the same files would have written there.
    private void isAlone() throws SigningRefused {
        Optional<Checkpoint> found = files.last();
        boolean same =
                found.isEmpty()
                        ? last == null
                        : last != null && found.get().text().equals(last.text());
        if (!same) {
            throw new SigningRefused("somebody else signs with the same files");
        }
    }

    /// The lineage is read after the size was settled, so a size behind a rotation is signed by the
    /// new keys.
    private List<SigningKey> signingKeys() throws SigningRefused, SQLException {
        Lineage lineage =
                Lineage.read(connection)
                        .orElseThrow(() -> new SigningRefused("the ledger's lineage is gone"));
        if (!lineage.origin().equals(origin)) {
            throw new SigningRefused("the ledger has become " + lineage.origin());
        }
        return KeyRotation.keysNamedBy(lineage, keys)
                .orElseThrow(
                        () -> new SigningRefused("the ledger does not name the keys as its own"))
                .signingAt(clock.instant())
                .stream()
                .filter(key -> lineage.names(key.publicKey()))
                .toList();
    }
}
