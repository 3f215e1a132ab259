package org.ccgledger.verifier;

import java.util.ArrayList;
import java.util.List;

/// A log's tree by the letter of RFC 6962, section 2.1, in as many steps as it takes.
public final class ReferenceTree {

    private final List<byte[]> leaves = new ArrayList<>();

    public static ReferenceTree of(List<byte[]> leaves) {
        ReferenceTree tree = new ReferenceTree();
        tree.leaves.addAll(leaves);
        return tree;
    }

    public byte[] leaf(int index) {
        return leaves.get(index);
    }

    public byte[] root(int size) {
        return mth(0, size);
    }

    public List<byte[]> inclusion(int index, int size) {
        return path(index, 0, size);
    }

    public List<byte[]> consistency(int from, int to) {
        return subproof(from, 0, to, true);
    }

    private byte[] mth(int from, int to) {
        if (from == to) {
            return Sha256.of();
        }
        if (to - from == 1) {
            return leaves.get(from);
        }
        int k = split(to - from);
        return Sha256.node(mth(from, from + k), mth(from + k, to));
    }

    private List<byte[]> path(int m, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int k = split(to - from);
        boolean left = m < k;
        List<byte[]> path = left ? path(m, from, from + k) : path(m - k, from + k, to);
        path.add(left ? mth(from + k, to) : mth(from, from + k));
        return path;
    }

    private List<byte[]> subproof(int m, int from, int to, boolean whole) {
        if (m == to - from) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(mth(from, to)));
        }
        int k = split(to - from);
        boolean left = m <= k;
        List<byte[]> proof =
                left ? subproof(m, from, from + k, whole) : subproof(m - k, from + k, to, false);
        proof.add(left ? mth(from + k, to) : mth(from, from + k));
        return proof;
    }

    private static int split(int width) {
        return Integer.highestOneBit(width - 1);
    }
}
