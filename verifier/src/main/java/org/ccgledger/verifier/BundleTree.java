package org.ccgledger.verifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The tree of a bundle, from whose tiles proofs are made (RFC 6962, section 2.1).
///
/// It believes the tiles; whoever makes a proof checks it against a signed root.
final class BundleTree {

    private static final int BITS = Integer.numberOfTrailingZeros(Tiles.WIDTH);

    private final TileFiles tiles;

    BundleTree(TileFiles tiles) {
        this.tiles = tiles;
    }

    /// Shows that a leaf is in the tree of a size: the siblings on the way to the root, lowest
    /// first.
    List<byte[]> inclusion(long index, long size) throws IOException, Damaged {
        List<byte[]> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    private void inclusion(long index, long from, long to, List<byte[]> path)
            throws IOException, Damaged {
        if (to - from == 1) {
            return;
        }
        long middle = middle(from, to);
        if (index < middle) {
            inclusion(index, from, middle, path);
            path.add(root(middle, to));
        } else {
            inclusion(index, middle, to, path);
            path.add(root(from, middle));
        }
    }

    /// Shows that the tree of a size extends that of an earlier one, which is not empty.
    List<byte[]> consistency(long earlier, long size) throws IOException, Damaged {
        List<byte[]> path = new ArrayList<>();
        consistency(earlier, 0, size, path);
        return path;
    }

    private void consistency(long earlier, long from, long to, List<byte[]> path)
            throws IOException, Damaged {
        if (to == earlier) {
            if (from > 0) {
                path.add(root(from, to));
            }
            return;
        }
        long middle = middle(from, to);
        if (earlier <= middle) {
            consistency(earlier, from, middle, path);
            path.add(root(middle, to));
        } else {
            consistency(earlier, middle, to, path);
            path.add(root(from, middle));
        }
    }

    private byte[] root(long from, long to) throws IOException, Damaged {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            return subtree(Long.numberOfTrailingZeros(width), from);
        }
        long middle = middle(from, to);
        return Sha256.node(root(from, middle), root(middle, to));
    }

    /// The root over the 2^height leaves from one on.
    private byte[] subtree(int height, long from) throws IOException, Damaged {
        int level = height / BITS;
        long first = from >> (BITS * level);
        long index = first / Tiles.WIDTH;
        int offset = (int) (first % Tiles.WIDTH);
        int count = 1 << (height % BITS);
        String name = tiles.name(level, index);
        List<byte[]> hashes =
                Tiles.split(
                        tiles.read(level, index)
                                .orElseThrow(() -> new Damaged(name + " is missing")));
        if (offset + count > hashes.size()) {
            throw new Damaged(name + " does not hold so many hashes");
        }
        return Tiles.root(hashes.subList(offset, offset + count));
    }

    /// Where the left subtree ends: the largest power of two below the width.
    private static long middle(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }
}
