package org.ccgledger.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// 256 neighbouring hashes of the tree, as C2SP's tlog-tiles has them.
///
/// @param level 0 holds leaves, each next one the roots of the tiles below
/// @param index within the level, from 0
record Tile(int level, long index, List<byte[]> hashes) {

    static final int WIDTH = 256;
    static final int LEVELS = 8;

    static List<byte[]> split(byte[] bytes) {
        List<byte[]> hashes = new ArrayList<>(bytes.length / TreeHash.LENGTH);
        for (int at = 0; at < bytes.length; at += TreeHash.LENGTH) {
            hashes.add(Arrays.copyOfRange(bytes, at, at + TreeHash.LENGTH));
        }
        return hashes;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(WIDTH * TreeHash.LENGTH);
        hashes.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /// What the level above holds of it.
    byte[] root() {
        return TreeHash.root(hashes);
    }
}
