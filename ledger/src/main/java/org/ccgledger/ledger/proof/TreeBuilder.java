package org.ccgledger.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/// The tree as it grows, tile by tile: it keeps the tiles that are not complete, one a level.
final class TreeBuilder {

    private final List<List<byte[]>> partial = new ArrayList<>();
    private long size;

    /// A builder that goes on from a size.
    static TreeBuilder at(long size, Tiles tiles) {
        TreeBuilder builder = new TreeBuilder();
        builder.size = size;
        for (int level = 0; level < Tile.LEVELS && size >> (8 * level) > 0; level++) {
            long hashes = size >> (8 * level);
            int width = (int) (hashes % Tile.WIDTH);
            builder.partial.add(new ArrayList<>(tiles.hashes(level, hashes / Tile.WIDTH, width)));
        }
        return builder;
    }

    /// Adds a leaf.
    ///
    /// @return the tiles that it completes, lowest first
    List<Tile> add(byte[] leaf) {
        List<Tile> complete = new ArrayList<>();
        byte[] hash = leaf;
        size++;
        for (int level = 0; ; level++) {
            if (level == partial.size()) {
                partial.add(new ArrayList<>());
            }
            List<byte[]> hashes = partial.get(level);
            hashes.add(hash);
            if (hashes.size() < Tile.WIDTH) {
                return complete;
            }
            Tile tile = new Tile(level, (size >> (8 * (level + 1))) - 1, List.copyOf(hashes));
            hashes.clear();
            complete.add(tile);
            hash = tile.root();
        }
    }

    long size() {
        return size;
    }

    byte[] root() {
        List<byte[]> rest = new ArrayList<>();
        for (List<byte[]> hashes : partial) {
            List<byte[]> all = new ArrayList<>(hashes);
            all.addAll(rest);
            rest = all.isEmpty() ? List.of() : List.of(TreeHash.root(all));
        }
        return TreeHash.root(rest);
    }
}
