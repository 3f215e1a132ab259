package org.ccgledger.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ccgledger.verifier.CheckpointText;

/// The last checkpoint of each log that a witness has cosigned, a file for each.
///
/// It is what a witness is for: whoever deletes it, or puts an older one in its place, makes it
/// cosign a second history.
final class Heads {

    private final Path folder;

    Heads(Path folder) {
        this.folder = folder;
    }

    /// The last one of a log; the empty tree if there is none yet.
    ///
    /// @throws IOException if the file cannot be read or is damaged
    CheckpointText of(String origin) throws IOException {
        Path file = file(origin);
        String head;
        try {
            head = Files.readString(file);
        } catch (NoSuchFileException _) {
            return new CheckpointText(origin, 0, sha256(new byte[0]));
        }
        return CheckpointText.parse(head)
                .filter(said -> said.origin().equals(origin))
                .orElseThrow(() -> new IOException(file + " is damaged"));
    }

    /// Is durable when it returns.
    void remember(String text, String origin) throws IOException {
        DurableFile.write(file(origin), text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String origin) {
        return folder.resolve(
                HexFormat.of().formatHex(sha256(origin.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
