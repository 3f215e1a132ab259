package org.ccgledger.ledger.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccgledger.ledger.Digests;

/// The files of a bundle, and the list of their SHA-256 that says which of them are whole.
///
/// A file is written under another name and renamed, then listed. Until all are there the list is a
/// draft of its own, so that an export which was cut off goes on with what it has finished.
public final class BundleFolder implements AutoCloseable {

    static final String FORMAT = "FORMAT.md";

    private static final String LIST = "SHA256SUMS";

    private static final String DRAFT = LIST + ".draft";
    private static final int BUFFER = 1 << 16;
    private static final String UNFINISHED = ".unfinished";
    private static final String NAME =
            "(?:FORMAT\\.md|keys|checkpoint|events/\\d{6,15}"
                    + "|read-models/(?:[a-z][a-z0-9_]{0,62}\\.(?:csv|parquet)|csv-metadata\\.json)"
                    + "|tile/[0-7]/(?:x\\d{3}/)*\\d{3}(?:\\.p/\\d{1,3})?)";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (" + NAME + ")");

    /// What an export writes into its folder, and may take away.
    private static final Pattern OWN =
            Pattern.compile(NAME + "(?:\\" + UNFINISHED + ")?|" + LIST + "\\" + UNFINISHED);

    private final Path folder;
    private final FileChannel draft;
    private final Map<String, String> listed;
    private final TreeMap<String, String> current = new TreeMap<>();

    private BundleFolder(Path folder, FileChannel draft, Map<String, String> listed) {
        this.folder = folder;
        this.draft = draft;
        this.listed = listed;
    }

    /// Opens a folder that is empty, is not there yet, or holds a bundle.
    static BundleFolder open(Path named) throws IOException {
        if (Files.exists(named) && !isBundle(named)) {
            try (Stream<Path> entries = Files.list(named)) {
                if (entries.findAny().isPresent()) {
                    throw new IllegalStateException(
                            named + " holds something else than a bundle: name an empty folder.");
                }
            }
        }
        Path folder = Files.createDirectories(named).toRealPath();
        FileChannel draft =
                FileChannel.open(
                        folder.resolve(DRAFT),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = draft.tryLock();
            if (lock == null) {
                throw new OverlappingFileLockException();
            }
            Map<String, String> listed = new HashMap<>();
            read(folder.resolve(LIST), listed);
            read(folder.resolve(DRAFT), listed);
            draft.position(draft.size());
            return new BundleFolder(folder, draft, listed);
        } catch (OverlappingFileLockException e) {
            draft.close();
            throw new IllegalStateException("Somebody else exports into " + folder + ".", e);
        } catch (IOException | RuntimeException e) {
            draft.close();
            throw e;
        }
    }

    /// Whether a list names a bundle's files and no others, or an export has only begun.
    private static boolean isBundle(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        if (!Files.exists(list)) {
            return Files.exists(folder.resolve(DRAFT));
        }
        Map<String, String> listed = new HashMap<>();
        return read(list, listed) && listed.containsKey(FORMAT);
    }

    /// Lines that are no entries, such as one that was cut off, say nothing.
    ///
    /// @return whether there are none of these
    private static boolean read(Path list, Map<String, String> listed) throws IOException {
        boolean all = true;
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list, StandardCharsets.ISO_8859_1)) {
                Matcher entry = LINE.matcher(line);
                if (entry.matches()) {
                    listed.put(entry.group(2), entry.group(1));
                } else {
                    all = false;
                }
            }
        }
        return all;
    }

    /// Where a file is, or is to be.
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    /// Whether a file is there as it was written.
    public boolean isWhole(String name) throws IOException {
        String hash = listed.get(name);
        if (hash == null || !Files.isRegularFile(resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return hash.equals(hash(resolve(name)));
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Digests.newSha256();
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return hex(digest);
    }

    /// Lets a whole file belong to the bundle as it is.
    public void keep(String name) {
        current.put(name, Objects.requireNonNull(listed.get(name)));
    }

    /// Whether a file is there as it was written, and has another content.
    boolean differs(String name, byte[] content) throws IOException {
        return !hash(content).equals(listed.get(name)) && isWhole(name);
    }

    /// Writes a file, or leaves it as it is if it is the same.
    void put(String name, byte[] content) throws SQLException, IOException {
        if (hash(content).equals(listed.get(name)) && isWhole(name)) {
            keep(name);
        } else {
            write(name, out -> out.write(content));
        }
    }

    /// What writes a file.
    public interface Content {
        void to(OutputStream out) throws SQLException, IOException;
    }

    /// What makes a file at a place that it is told.
    public interface Making {
        void at(Path file) throws SQLException, IOException;
    }

    void write(String name, Content content) throws SQLException, IOException {
        replace(name, written(name, content));
    }

    /// Writes a file, or leaves it as it is if it is the same; what is made of it is taken away
    /// before it changes.
    public void renew(String name, List<String> madeOfIt, Content content)
            throws SQLException, IOException {
        String hash = written(name, content);
        if (hash.equals(listed.get(name)) && isWhole(name)) {
            Files.delete(unfinished(name));
            keep(name);
        } else {
            for (String made : madeOfIt) {
                Files.deleteIfExists(resolve(made));
            }
            replace(name, hash);
        }
    }

    /// Has a file made by what needs its path.
    public void make(String name, Making making) throws SQLException, IOException {
        Path unfinished = unfinished(name);
        Files.createDirectories(unfinished.getParent());
        making.at(unfinished);
        replace(name, hash(unfinished));
    }

    private Path unfinished(String name) {
        Path file = resolve(name);
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    /// @return the hash of what was written, which is not finished
    private String written(String name, Content content) throws SQLException, IOException {
        Path unfinished = unfinished(name);
        Files.createDirectories(unfinished.getParent());
        MessageDigest digest = Digests.newSha256();
        try (OutputStream out =
                new BufferedOutputStream(
                        new DigestOutputStream(Files.newOutputStream(unfinished), digest),
                        BUFFER)) {
            content.to(out);
        }
        return hex(digest);
    }

    private void replace(String name, String hash) throws IOException {
        Files.move(unfinished(name), resolve(name), StandardCopyOption.ATOMIC_MOVE);
        current.put(name, hash);
        draft.write(StandardCharsets.UTF_8.encode(line(name, hash)));
    }

    /// Leaves of a bundle's files those that were written or kept, and lists them.
    ///
    /// What an export has left that was cut off need not be listed anywhere.
    void finish() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path left : files.filter(this::isLeft).toList()) {
                Files.delete(left);
            }
        }
        Path unfinished = resolve(LIST + UNFINISHED);
        try (Writer list = Files.newBufferedWriter(unfinished)) {
            for (Map.Entry<String, String> file : current.entrySet()) {
                list.write(line(file.getKey(), file.getValue()));
            }
        }
        Files.move(unfinished, resolve(LIST), StandardCopyOption.ATOMIC_MOVE);
        Files.delete(resolve(DRAFT));
    }

    private boolean isLeft(Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        return OWN.matcher(name).matches()
                && !current.containsKey(name)
                && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String line(String name, String hash) {
        return hash + "  " + name + "\n";
    }

    private static String hash(byte[] content) {
        MessageDigest digest = Digests.newSha256();
        digest.update(content);
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Leaves no draft if nothing was done.
    @Override
    public void close() throws IOException {
        if (draft.size() == 0) {
            Files.deleteIfExists(resolve(DRAFT));
        }
        draft.close();
    }
}
