package org.ccgledger.ledger.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.ledger.LedgerException;

/// The ledger's tree as the database holds it: complete tiles from their table, the hashes that are
/// in none yet from the level below.
///
/// What was read is kept, so an instance serves one question.
final class Tiles implements Tree.Subtrees {

    private final Connection connection;
    private final Map<Place, List<byte[]>> known = new HashMap<>();

    Tiles(Connection connection) {
        this.connection = connection;
    }

    private record Place(int level, long index) {}

    @Override
    public byte[] root(int height, long index) {
        int level = height / 8;
        int width = 1 << (height % 8);
        long first = index * width;
        int offset = (int) (first % Tile.WIDTH);
        List<byte[]> hashes = hashes(level, first / Tile.WIDTH, offset + width);
        return TreeHash.root(hashes.subList(offset, offset + width));
    }

    /// The first hashes of a tile.
    ///
    /// @throws IllegalStateException if the ledger does not hold so many
    List<byte[]> hashes(int level, long index, int width) {
        if (width == 0) {
            return List.of();
        }
        Place place = new Place(level, index);
        List<byte[]> hashes = known.get(place);
        if (hashes == null || hashes.size() < width) {
            hashes = read(level, index, width);
            known.put(place, hashes);
        }
        return hashes.subList(0, width);
    }

    private List<byte[]> read(int level, long index, int width) {
        List<byte[]> stored =
                query("select hashes from ledger.tile where level = ? and index = ?", level, index);
        List<byte[]> hashes =
                !stored.isEmpty()
                        ? Tile.split(stored.getFirst())
                        : level == 0 ? leaves(index, width) : rootsOfTiles(level - 1, index, width);
        if (hashes.size() < width) {
            throw new IllegalStateException(
                    "The ledger does not hold tile %d of level %d up to %d"
                            .formatted(index, level, width));
        }
        return hashes;
    }

    /// The leaves themselves, whether or not a tile holds them.
    List<byte[]> leaves(long index, int width) {
        long first = index * Tile.WIDTH;
        return query(
                "select leaf_hash from ledger.event where position > ? and position <= ? order by position",
                first,
                first + width);
    }

    private List<byte[]> rootsOfTiles(int level, long index, int width) {
        long first = index * Tile.WIDTH;
        List<byte[]> roots =
                query(
                        "select root from ledger.tile where level = ? and index >= ? and index < ? order by index",
                        level,
                        first,
                        first + width);
        for (int i = roots.size(); i < width; i++) {
            roots.add(TreeHash.root(hashes(level, first + i, Tile.WIDTH)));
        }
        return roots;
    }

    private List<byte[]> query(String sql, long... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            List<byte[]> hashes = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    hashes.add(row.getBytes(1));
                }
            }
            return hashes;
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(e);
        }
    }
}
