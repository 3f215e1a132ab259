package org.ccgledger.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccgledger.command.http.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// Where bundles stand that are handed out; it belongs to one process at a time.
final class ExportsFolder {

    private static final Pattern BUNDLE =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;
    private final long reserve;
    private @Nullable FileChannel lock;

    /// Not made before it is needed.
    ///
    /// @param reserve bytes of its disk that are left to others
    ExportsFolder(Path folder, long reserve) {
        this.folder = folder;
        this.reserve = reserve;
    }

    /// Says that the disk has no more space.
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }

    /// Takes the folder, and deletes what an earlier process has left of its bundles.
    ///
    /// @throws Problem if another process has it
    synchronized void open() throws IOException {
        if (lock != null) {
            return;
        }
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new Problem(
                    503,
                    "UNAVAILABLE",
                    "Another process makes exports in the same folder",
                    "Ask that one.");
        }
        lock = channel;
        try (Stream<Path> left = Files.list(folder)) {
            List<Path> bundles =
                    left.filter(path -> BUNDLE.matcher(path.getFileName().toString()).matches())
                            .toList();
            bundles.forEach(this::delete);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    Path bundle(UUID id) {
        return folder.resolve(id.toString());
    }

    void delete(Path bundle) {
        try {
            FileSystemUtils.deleteRecursively(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException("A bundle cannot be deleted: " + bundle, e);
        }
    }

    boolean hasSpace() {
        try {
            return Files.getFileStore(folder).getUsableSpace() > reserve;
        } catch (IOException e) {
            throw new UncheckedIOException("The disk cannot be looked at: " + folder, e);
        }
    }

    /// What is asked of the disk, in a sentence.
    String needs() {
        return String.format(
                Locale.UK,
                "The disk of the exports has less than %,d MB left, which are kept for others. Ask again when there is space.",
                reserve >> 20);
    }

    synchronized void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
