package org.ccgledger.ledger.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the signer keeps outside the database: every note that it signed, and the last checkpoint.
///
/// The last one stands in a file of its own, `….state`, which is written before anything is signed.
/// Whoever can rewrite the database and not these files cannot make the signer forget.
public final class CheckpointFiles {

    private static final int LONGEST_TAIL = 1 << 18;

    /// A note and the blank line behind it.
    private static final Pattern NOTE =
            Pattern.compile("(ccg-ledger/\\S+\\n\\d+\\n\\S+\\n\\n(?:\u2014 [^\\n]+\\n)+)\\n");

    private final Path notes;
    private final Path state;

    /// @param notes the file to which notes are appended
    public CheckpointFiles(Path notes) {
        this.notes = notes;
        this.state = notes.resolveSibling(notes.getFileName() + ".state");
    }

    /// The last checkpoint that was signed or was about to be; nothing if there was none.
    public Optional<Checkpoint> last() {
        try {
            if (!Files.exists(state)) {
                return Optional.empty();
            }
            String[] words = Files.readString(state).strip().split(" ", -1);
            if (words.length != 3) {
                throw new IllegalStateException("The signer's state is damaged: " + state);
            }
            return Optional.of(
                    new Checkpoint(
                            words[0],
                            Long.parseLong(words[1]),
                            Base64.getDecoder().decode(words[2])));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The signer's state is damaged: " + state, e);
        } catch (IOException e) {
            throw new UncheckedIOException("The signer's state cannot be read: " + state, e);
        }
    }

    /// The last note that was appended as a whole; nothing if there is none.
    public Optional<String> lastNote() {
        if (!Files.exists(notes)) {
            return Optional.empty();
        }
        try (FileChannel in = FileChannel.open(notes, StandardOpenOption.READ)) {
            ByteBuffer tail = ByteBuffer.allocate((int) Math.min(in.size(), LONGEST_TAIL));
            in.position(in.size() - tail.capacity());
            while (tail.hasRemaining() && in.read(tail) >= 0) {
                // A read may give less than there is.
            }
            return NOTE.matcher(new String(tail.array(), StandardCharsets.UTF_8))
                    .results()
                    .map(note -> note.group(1))
                    .reduce((_, later) -> later);
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints cannot be read: " + notes, e);
        }
    }

    /// Is durable when it returns.
    void remember(Checkpoint checkpoint) {
        try {
            Path draft = state.resolveSibling(state.getFileName() + ".new");
            Files.deleteIfExists(draft);
            write(
                    draft,
                    checkpoint.origin()
                            + " "
                            + checkpoint.size()
                            + " "
                            + Base64.getEncoder().encodeToString(checkpoint.root())
                            + "\n");
            Files.move(draft, state, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder =
                    FileChannel.open(state.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The signer's state cannot be written: " + state, e);
        }
    }

    /// Appends a note, and a blank line behind it.
    void append(String note) {
        try {
            write(notes, note + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoint cannot be written: " + notes, e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(
                    file.toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
