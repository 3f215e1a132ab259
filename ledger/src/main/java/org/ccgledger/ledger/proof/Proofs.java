package org.ccgledger.ledger.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.ccgledger.ledger.LedgerException;

/// What anybody may ask for to check the ledger: its newest checkpoint, and proofs about its tree.
///
/// It needs to read only. A proof is made from a few tiles, however large the ledger is.
public final class Proofs {

    private final DataSource database;

    public Proofs(DataSource database) {
        this.database = database;
    }

    /// A published checkpoint.
    ///
    /// @param note as it was signed, and cosigned
    public record Published(long size, String note) {}

    /// Shows that an event is in the tree of a size.
    ///
    /// @param index of the leaf, one less than the position
    /// @param hashes the siblings on the way from the leaf to the root
    public record Inclusion(
            long position, long index, byte[] leaf, long size, byte[] root, List<byte[]> hashes) {}

    /// Shows that the tree of one size begins with that of another.
    public record Consistency(
            long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> hashes) {}

    public Optional<Published> newest() {
        return read(connection -> upTo(connection, Long.MAX_VALUE));
    }

    /// The checkpoint of a size; not every size has one.
    public Optional<Published> checkpoint(long size) {
        return read(connection -> upTo(connection, size)).filter(found -> found.size() == size);
    }

    /// The first one that covers a position; it stays the first.
    public Optional<Published> covering(long position) {
        return read(connection ->
                one(
                        connection,
                        "select size, note from witness.checkpoint where size >= ? order by size limit 1",
                        position));
    }

    /// The proof for an event in the tree of a size.
    ///
    /// @param position 1 to the size
    /// @param size at most that of the newest checkpoint
    public Inclusion inclusion(long position, long size) {
        return read(connection -> {
            Tiles tiles = new Tiles(connection);
            Tree tree = new Tree(tiles, size);
            return new Inclusion(
                    position,
                    position - 1,
                    tiles.root(0, position - 1),
                    size,
                    tree.root(),
                    tree.inclusion(position - 1));
        });
    }

    /// The proof that what was there at one size is there at another.
    ///
    /// @param from 1 to the other
    /// @param to at most the size of the newest checkpoint
    public Consistency consistency(long from, long to) {
        return read(connection -> {
            Tiles tiles = new Tiles(connection);
            Tree tree = new Tree(tiles, to);
            return new Consistency(
                    from, new Tree(tiles, from).root(), to, tree.root(), tree.consistency(from));
        });
    }

    /// The last one that is not larger.
    private static Optional<Published> upTo(Connection connection, long size) throws SQLException {
        return one(
                connection,
                "select size, note from witness.checkpoint where size <= ? order by size desc limit 1",
                size);
    }

    private static Optional<Published> one(Connection connection, String statement, long size)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(statement)) {
            select.setLong(1, size);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Published(row.getLong(1), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    private <T> T read(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            T answer = question.ask(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return answer;
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(e);
        }
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }
}
