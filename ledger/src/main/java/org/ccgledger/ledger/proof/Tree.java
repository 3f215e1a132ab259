package org.ccgledger.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/// The tree over the first leaves of the ledger, and what can be proved with it (RFC 6962, section
/// 2.1).
final class Tree {

    private final Subtrees subtrees;
    private final long size;

    /// @param subtrees of a log that has at least so many leaves
    Tree(Subtrees subtrees, long size) {
        this.subtrees = subtrees;
        this.size = size;
    }

    /// The roots of complete subtrees, from which all other hashes follow.
    interface Subtrees {
        /// The root over the 2^height leaves from index · 2^height on.
        byte[] root(int height, long index);
    }

    byte[] root() {
        return size == 0 ? TreeHash.empty() : range(0, size);
    }

    /// Shows that the leaf stands at its index: the siblings on the way to the root, lowest first.
    ///
    /// @param index from 0
    List<byte[]> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("There is no leaf " + index + " of " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (index < middle) {
                proof.addFirst(range(middle, to));
                to = middle;
            } else {
                proof.addFirst(range(from, middle));
                from = middle;
            }
        }
        return proof;
    }

    /// Shows that the tree of an earlier size is the beginning of this one.
    ///
    /// @param earlier 1 to the size of this tree
    List<byte[]> consistency(long earlier) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("No tree of " + earlier + " precedes " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = size;
        while (earlier < to) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (earlier <= middle) {
                proof.addFirst(range(middle, to));
                to = middle;
            } else {
                proof.addFirst(range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            proof.addFirst(range(from, to));
        }
        return proof;
    }

    private byte[] range(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return subtrees.root(height, from >> height);
        }
        long middle = from + Long.highestOneBit(width);
        return TreeHash.node(range(from, middle), range(middle, to));
    }
}
