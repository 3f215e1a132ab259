package org.ccgledger.ledger.proof;

import java.util.Base64;

/// What a checkpoint says: this log has this many leaves, and this root (C2SP tlog-checkpoint).
///
/// @param root 32 bytes
public record Checkpoint(String origin, long size, byte[] root) {

    /// The note's text, three lines.
    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
