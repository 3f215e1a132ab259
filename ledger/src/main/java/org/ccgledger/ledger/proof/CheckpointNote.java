package org.ccgledger.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.ccgledger.ledger.SigningKey;

/// A checkpoint with its signatures, as it is published (C2SP signed-note, tlog-cosignature).
final class CheckpointNote {

    private CheckpointNote() {}

    /// The note, with a line for each key under the name of the log.
    static String sign(Checkpoint checkpoint, List<SigningKey> keys, Instant now) {
        long seconds = now.getEpochSecond();
        StringBuilder note = new StringBuilder(checkpoint.text()).append('\n');
        for (SigningKey key : keys) {
            VerifierKey known = VerifierKey.of(checkpoint.origin(), key.publicKey());
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(known.id());
            if (known.type() == VerifierKey.Type.ML_DSA_44) {
                line.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(seconds).array());
            }
            line.writeBytes(key.sign(known.message(checkpoint, seconds)));
            note.append("\u2014 ")
                    .append(known.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(line.toByteArray()))
                    .append('\n');
        }
        return note.toString();
    }
}
