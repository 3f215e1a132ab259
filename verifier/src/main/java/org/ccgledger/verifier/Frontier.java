package org.ccgledger.verifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/// A log's tree as it grows: of all its hashes only those that the next leaf may need.
///
/// They are the roots of its complete subtrees, one for each bit of the size.
final class Frontier {

    private static final int HEIGHTS = Long.SIZE;

    private final byte[][] roots = new byte[HEIGHTS][];
    private long size;

    void add(byte[] leaf) {
        byte[] root = leaf;
        int height = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            root = Sha256.node(roots[height], root);
            height++;
        }
        roots[height] = root;
        size++;
    }

    void keep(DataOutputStream out) throws IOException {
        out.writeLong(size);
        for (int height = 0; height < HEIGHTS; height++) {
            if ((size >> height & 1) == 1) {
                out.write(roots[height]);
            }
        }
    }

    void takeUp(DataInputStream in) throws IOException {
        size = in.readLong();
        for (int height = 0; height < HEIGHTS; height++) {
            if ((size >> height & 1) == 1) {
                roots[height] = in.readNBytes(Sha256.LENGTH);
            }
        }
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (size == 0) {
            return Sha256.of();
        }
        int lowest = Long.numberOfTrailingZeros(size);
        byte[] root = roots[lowest];
        for (int height = lowest + 1; height < HEIGHTS; height++) {
            if ((size >> height & 1) == 1) {
                root = Sha256.node(roots[height], root);
            }
        }
        return Arrays.copyOf(root, root.length);
    }
}
