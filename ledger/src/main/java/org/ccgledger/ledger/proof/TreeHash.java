package org.ccgledger.ledger.proof;

import java.util.List;
import org.ccgledger.ledger.Digests;

/// The hashes of a log's tree (RFC 6962, section 2.1).
final class TreeHash {

    static final int LENGTH = 32;

    private static final byte[] NODE = {1};

    private TreeHash() {}

    /// The root of a tree without leaves.
    static byte[] empty() {
        return Digests.sha256();
    }

    static byte[] node(byte[] left, byte[] right) {
        return Digests.sha256(NODE, left, right);
    }

    /// The root over some subtrees of one height, of which the last may be smaller.
    static byte[] root(List<byte[]> subtrees) {
        if (subtrees.isEmpty()) {
            return empty();
        }
        if (subtrees.size() == 1) {
            return subtrees.getFirst();
        }
        int left = Integer.highestOneBit(subtrees.size() - 1);
        return node(root(subtrees.subList(0, left)), root(subtrees.subList(left, subtrees.size())));
    }
}
