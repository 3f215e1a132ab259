package org.ccgledger.verifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// The file in which an audit keeps how far it has come, to go on after an interrupt.
///
/// It says that positions were in order and need not be read again, so it is worth no more than the
/// place where it lies: only its owner may be able to read or write it. What it says of the tree
/// need not be believed, for the tree has to end in the signed root all the same. It goes with what
/// the audit was given: with another policy, or another note last seen, it says nothing.
public final class KeptAudit {

    private static final byte[] FORMAT = "ccg-audit/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final Set<PosixFilePermission> OWNER =
            PosixFilePermissions.fromString("rw-------");

    private final Path file;

    /// @param file which need not be there yet
    public KeptAudit(Path file) {
        this.file = file;
    }

    /// Something that is written as a part of it.
    interface Part {
        void to(DataOutputStream out) throws IOException;
    }

    /// What was kept by an audit that was given the same.
    ///
    /// @throws IllegalArgumentException in a sentence, if it is not to be trusted
    Optional<DataInputStream> read(byte[] given) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalArgumentException(
                    file
                            + " says what need not be audited again, and others than its owner may"
                            + " read or write it: delete it, and begin anew.");
        }
        byte[] bytes = Files.readAllBytes(file);
        int head = FORMAT.length + 2 * Sha256.LENGTH;
        byte[] content = Arrays.copyOfRange(bytes, Math.min(head, bytes.length), bytes.length);
        if (!Arrays.equals(head(given, content), Arrays.copyOf(bytes, head))) {
            throw new IllegalArgumentException(
                    file
                            + " is not of an audit that was given the same: delete it to begin anew,"
                            + " or name another.");
        }
        return Optional.of(new DataInputStream(new ByteArrayInputStream(content)));
    }

    private static byte[] head(byte[] given, byte[] content) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(FORMAT);
        head.writeBytes(given);
        head.writeBytes(Sha256.of(content));
        return head.toByteArray();
    }

    /// Writes it in one step.
    void write(byte[] given, Part part) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(content)) {
            part.to(out);
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER));
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            write(out, head(given, content.toByteArray()));
            write(out, content.toByteArray());
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(FileChannel out, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /// The audit has ended.
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
