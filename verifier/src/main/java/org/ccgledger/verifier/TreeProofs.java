package org.ccgledger.verifier;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// Whether a proof shows what it claims about a log's tree.
///
/// The algorithms are those of RFC 9162, sections 2.1.3.2 and 2.1.4.2. Whatever is malformed, a
/// hash of another length or an index outside the tree, proves nothing.
public final class TreeProofs {

    private TreeProofs() {}

    /// Whether a leaf stands at an index, from 0, of the tree that has this size and root.
    public static boolean includes(
            long index, byte[] leaf, long size, byte[] root, List<byte[]> proof) {
        if (index < 0 || index >= size || !areHashes(proof) || !areHashes(List.of(leaf, root))) {
            return false;
        }
        long place = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if (isOdd(place) || place == last) {
                hash = Sha256.node(sibling, hash);
                int skipped = isOdd(place) ? 0 : zeros(place);
                place >>= skipped;
                last >>= skipped;
            } else {
                hash = Sha256.node(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /// Whether the tree of size `to` begins with all leaves of the tree of size `from`.
    ///
    /// Every tree extends the empty one, whose root is the SHA-256 of nothing.
    public static boolean isExtended(
            long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) {
        if (from < 0 || from > to || !areHashes(proof) || !areHashes(List.of(fromRoot, toRoot))) {
            return false;
        }
        if (from == to) {
            return proof.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
        }
        if (from == 0) {
            return proof.isEmpty() && MessageDigest.isEqual(fromRoot, Sha256.of());
        }
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(from) == 1) {
            path.addFirst(fromRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        int whole = Long.numberOfTrailingZeros(from);
        long place = (from - 1) >> whole;
        long last = (to - 1) >> whole;
        byte[] older = path.getFirst();
        byte[] newer = older;
        for (byte[] hash : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if (isOdd(place) || place == last) {
                older = Sha256.node(hash, older);
                newer = Sha256.node(hash, newer);
                int skipped = isOdd(place) ? 0 : zeros(place);
                place >>= skipped;
                last >>= skipped;
            } else {
                newer = Sha256.node(newer, hash);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0
                && MessageDigest.isEqual(older, fromRoot)
                && MessageDigest.isEqual(newer, toRoot);
    }

    private static boolean isOdd(long number) {
        return (number & 1) == 1;
    }

    /// How far a number can be halved until it is odd; 0 for 0.
    private static int zeros(long number) {
        return number == 0 ? 0 : Long.numberOfTrailingZeros(number);
    }

    private static boolean areHashes(List<byte[]> hashes) {
        return hashes.stream().allMatch(hash -> hash.length == Sha256.LENGTH);
    }
}
