package org.ccgledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The folder of everything that one installation keeps, owned by one process at a time.
///
/// | entry | holds |
/// |---|---|
/// | `format` | the number of this layout; another number is refused |
/// | `lock` | the owner's pid; the file is locked for as long as the owner lives |
/// | `postgres/` | PostgreSQL's data; it appears in one rename, complete |
/// | `postgres-log/` | what PostgreSQL says, one file a weekday |
/// | `binaries/` | PostgreSQL's programs, unpacked |
/// | `keys/` | secrets, for the owner's eyes only |
///
/// A folder that was cut off while it was being made is finished at the next start.
public final class DataFolder implements AutoCloseable {

    /// The layout that this version reads and writes.
    public static final int FORMAT = 3;

    private static final String FORMAT_FILE = "format";
    private static final String LOCK_FILE = "lock";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final FolderLock lock;

    private DataFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes the folder if it is absent, and takes it for this process until [#close()].
    ///
    /// @throws UnusableDataFolder if it belongs to another format, program or living process, or
    ///   the system refuses it
    public static DataFolder open(Path location) {
        Path path = location.toAbsolutePath().normalize();
        try {
            Path real = makeFolder(path).toRealPath();
            boolean made = isMade(real);
            FolderLock lock = FolderLock.take(real, real.resolve(LOCK_FILE));
            try {
                if (!made) {
                    closeToOthers(real);
                    Files.writeString(real.resolve(FORMAT_FILE), FORMAT + "\n");
                }
                DataFolder folder = new DataFolder(real, lock);
                folder.privateFolder("keys");
                return folder;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw UnusableDataFolder.refusedBySystem(path, e);
        }
    }

    /// Where the folder is, links resolved.
    public Path path() {
        return path;
    }

    /// For secrets: mode 700.
    public Path keys() {
        return path.resolve("keys");
    }

    /// Gives the folder free for another process.
    @Override
    public void close() {
        lock.close();
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    /// A folder inside, mode 700, made if absent.
    Path privateFolder(String name) throws IOException {
        Path folder = path.resolve(name);
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
        return folder;
    }

    private static Path makeFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return path;
        }
        try {
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return Files.createDirectory(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            Path inTheWay = Path.of(e.getFile());
            if (Files.isDirectory(inTheWay)) {
                return path;
            }
            throw UnusableDataFolder.notAFolder(inTheWay);
        }
    }

    /// Whether the format is written. An empty format file is one whose writer was cut off.
    private static boolean isMade(Path path) throws IOException {
        Path formatFile = path.resolve(FORMAT_FILE);
        String found = Files.isRegularFile(formatFile) ? Files.readString(formatFile).strip() : "";
        if (found.isEmpty()) {
            refuseForeign(path);
            return false;
        }
        if (!found.equals(Integer.toString(FORMAT))) {
            throw UnusableDataFolder.otherFormat(path, shown(found), FORMAT);
        }
        return true;
    }

    private static void refuseForeign(Path path) throws IOException {
        Set<String> ours = Set.of(FORMAT_FILE, LOCK_FILE);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                if (!ours.contains(entry.getFileName().toString()) || !Files.isRegularFile(entry)) {
                    throw UnusableDataFolder.foreign(path);
                }
            }
        }
    }

    /// A folder that was made for us, a mounted volume say, may belong to somebody else; what is
    /// secret is in folders of our own in any case.
    private static void closeToOthers(Path path) throws IOException {
        if (Files.getOwner(path).equals(Files.getOwner(path.resolve(LOCK_FILE)))) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
    }

    private static String shown(String found) {
        String line = found.lines().findFirst().orElse("");
        return line.length() > 20 ? line.substring(0, 20) + "…" : line;
    }
}
