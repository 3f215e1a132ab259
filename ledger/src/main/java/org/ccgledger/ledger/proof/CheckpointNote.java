package org.ccgledger.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.ccgledger.ledger.SigningKey;

/// A checkpoint with its signatures, as it is published (C2SP signed-note, tlog-cosignature).
final class CheckpointNote {

    private CheckpointNote() {}

    /// The note, with a line for each key under the name of the log.
    static String sign(Checkpoint checkpoint, List<SigningKey> keys, Instant now) {
        StringBuilder note = new StringBuilder(checkpoint.text()).append('\n');
        for (SigningKey key : keys) {
            VerifierKey known = VerifierKey.of(checkpoint.origin(), key.publicKey());
            byte[] signature =
                    switch (known.type()) {
                        case ED25519 ->
                                key.sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
                        case ML_DSA_44 -> timed(checkpoint, key, now.getEpochSecond());
                    };
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            line.writeBytes(known.id());
            line.writeBytes(signature);
            note.append("\u2014 ")
                    .append(known.name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(line.toByteArray()))
                    .append('\n');
        }
        return note.toString();
    }

    private static byte[] timed(Checkpoint checkpoint, SigningKey key, long seconds) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        ByteArrayOutputStream signature = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(message);
                DataOutputStream signed = new DataOutputStream(signature)) {
            out.write("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
            shortText(out, checkpoint.origin());
            out.writeLong(seconds);
            shortText(out, checkpoint.origin());
            out.writeLong(0);
            out.writeLong(checkpoint.size());
            out.write(checkpoint.root());
            signed.writeLong(seconds);
            signed.write(key.sign(message.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written", e);
        }
        return signature.toByteArray();
    }

    private static void shortText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(utf8.length);
        out.write(utf8);
    }
}
