package org.ccgledger.verifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.verifier.LedgerRows.TileRow;
import org.jspecify.annotations.Nullable;

/// Holds the stored tiles against the leaves, and against one another.
///
/// A leaf that was changed together with its stored hash differs from its tile, so the tile says
/// which one it was.
///
/// @param <X> how it shows that they cannot be read
final class Tiles<X extends Exception> {

    static final int WIDTH = 256;

    private static final int LEVELS = 7;

    private final LedgerRows<X> rows;
    private final Faults faults;
    private final Map<Long, TileRow> page = new HashMap<>();

    Tiles(LedgerRows<X> rows, Faults faults) {
        this.rows = rows;
        this.faults = faults;
    }

    /// Reads the tiles over some positions.
    void load(long after, long upTo) throws X {
        page.clear();
        for (TileRow tile : rows.tiles(0, after / WIDTH, (upTo + WIDTH - 1) / WIDTH)) {
            if (hasItsRoot(tile)) {
                page.put(tile.index(), tile);
            }
        }
    }

    /// Compares a leaf with its tile.
    ///
    /// @param signed the size up to which tiles must be there
    void leaf(long position, byte[] leaf, long signed) {
        long index = (position - 1) / WIDTH;
        int place = (int) ((position - 1) % WIDTH);
        TileRow tile = page.get(index);
        if (tile == null) {
            boolean isLast = place == WIDTH - 1 || (rows.hasPartialTiles() && position == signed);
            if (position <= signed && isLast) {
                faults.at(position, "tile 0/" + index + " is missing or wrong");
            }
        } else if (place < tile.hashes().length / Sha256.LENGTH
                && !Arrays.equals(
                        tile.hashes(),
                        place * Sha256.LENGTH,
                        (place + 1) * Sha256.LENGTH,
                        leaf,
                        0,
                        Sha256.LENGTH)) {
            faults.at(position, "leaf is not the one in tile 0/" + index);
        }
    }

    /// Compares the tiles above with those below them.
    ///
    /// @param signed the size up to which tiles must be there
    void upperLevels(long signed) throws X {
        long hashes = signed / WIDTH;
        for (int level = 1; level < LEVELS && hashes > 0; level++) {
            for (long index = 0; index < hashes / WIDTH; index++) {
                upper(level, index, WIDTH);
            }
            if (rows.hasPartialTiles() && hashes % WIDTH > 0) {
                upper(level, hashes / WIDTH, (int) (hashes % WIDTH));
            }
            hashes /= WIDTH;
        }
    }

    private void upper(int level, long index, int width) throws X {
        String name = "tile " + level + "/" + index;
        List<TileRow> found = rows.tiles(level, index, index + 1);
        if (found.isEmpty()) {
            faults.general(name + " is missing");
            return;
        }
        TileRow tile = found.getFirst();
        if (!hasItsRoot(tile)) {
            return;
        }
        Map<Long, byte[]> roots = rows.tileRoots(level - 1, index * WIDTH, index * WIDTH + width);
        List<byte[]> hashes = split(tile.hashes());
        for (int i = 0; i < width; i++) {
            byte @Nullable [] root = roots.get(index * WIDTH + i);
            if (root == null || i >= hashes.size() || !Arrays.equals(root, hashes.get(i))) {
                faults.general(
                        "%s does not hold the root of tile %d/%d"
                                .formatted(name, level - 1, index * WIDTH + i));
            }
        }
    }

    private boolean hasItsRoot(TileRow tile) {
        byte @Nullable [] stored = tile.root();
        boolean right =
                stored == null
                        || (tile.hashes().length == WIDTH * Sha256.LENGTH
                                && Arrays.equals(root(split(tile.hashes())), stored));
        if (!right) {
            faults.general(
                    "tile %d/%d does not have the root that stands beside it"
                            .formatted(tile.level(), tile.index()));
        }
        return right;
    }

    static List<byte[]> split(byte[] bytes) {
        List<byte[]> hashes = new ArrayList<>(WIDTH);
        for (int at = 0; at < bytes.length; at += Sha256.LENGTH) {
            hashes.add(Arrays.copyOfRange(bytes, at, at + Sha256.LENGTH));
        }
        return hashes;
    }

    /// The root over as many hashes as a power of two.
    static byte[] root(List<byte[]> hashes) {
        List<byte[]> level = hashes;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Sha256.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return level.getFirst();
    }
}
