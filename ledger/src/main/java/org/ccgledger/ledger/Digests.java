package org.ccgledger.ledger;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// SHA-256, and the ids that are derived with it.
public final class Digests {

    /// Never fed: a copy of it costs a fraction of asking the platform's providers each time.
    private static final MessageDigest SHA_256 = fromPlatform();

    private Digests() {}

    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = newSha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /// One to be fed piece by piece.
    public static MessageDigest newSha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The SHA-256 of this Java cannot be copied", e);
        }
    }

    private static MessageDigest fromPlatform() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// The first 16 bytes of a digest, written as a UUID of version 8.
    public static UUID uuid(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /// The id of a command's event: the command's id with the last two bytes replaced by the
    /// event's index.
    ///
    /// So an event's id leads back to its command without an index of its own.
    public static UUID eventId(UUID commandId, int index) {
        return new UUID(
                commandId.getMostSignificantBits(),
                (commandId.getLeastSignificantBits() & ~0xFFFFL) | index);
    }

    /// Which of its command's events one is, from 0; they stand at positions that follow one
    /// another.
    public static int indexOf(UUID eventId) {
        return (int) (eventId.getLeastSignificantBits() & 0xFFFFL);
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
