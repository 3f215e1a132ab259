package org.ccgledger.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256, and the hashes of a log's tree that are made with it (RFC 6962, section 2.1).
final class Sha256 {

    static final int LENGTH = 32;

    private static final byte[] NODE = {1};
    private static final ThreadLocal<MessageDigest> DIGEST =
            ThreadLocal.withInitial(Sha256::digest);

    private Sha256() {}

    static byte[] of(byte[]... parts) {
        MessageDigest digest = DIGEST.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /// The hash of a node over two subtrees.
    static byte[] node(byte[] left, byte[] right) {
        return of(NODE, left, right);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
