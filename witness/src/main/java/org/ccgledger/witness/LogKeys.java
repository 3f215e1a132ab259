package org.ccgledger.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ccgledger.verifier.NoteKey;
import org.ccgledger.verifier.PinnedKey;

/// The keys of the logs that a witness looks after, in a file that its operator writes.
///
/// It holds the lines that `ccg keys policy` prints. It is read whenever somebody asks, so a key or
/// a log that is added counts at once.
final class LogKeys {

    private final Path file;

    LogKeys(Path file) {
        this.file = file;
    }

    /// Those that are believed to be a log's at a size.
    ///
    /// @throws IllegalArgumentException if the file has a line that is none of this kind
    List<NoteKey> of(String origin, long size) throws IOException {
        return all().stream().filter(key -> key.isFor(origin, size)).map(PinnedKey::key).toList();
    }

    /// Whether it looks after this log.
    boolean has(String origin) throws IOException {
        return all().stream().anyMatch(key -> key.origin().equals(origin));
    }

    /// All that the file holds; none if it is not there.
    List<PinnedKey> all() throws IOException {
        List<PinnedKey> keys = new ArrayList<>();
        for (String line : lines()) {
            String said = line.strip();
            if (!said.isEmpty() && !said.startsWith("#")) {
                try {
                    keys.add(PinnedKey.parse(said.split("\\s+", -1)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "A line of " + file + " is wrong: " + e.getMessage(), e);
                }
            }
        }
        return keys;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }
}
