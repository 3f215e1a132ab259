package org.ccgledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The list of a bundle's files, held against the files that are there.
///
/// It shows what was lost or altered by accident. Whoever alters a file can list it anew, so it
/// proves nothing.
final class FileList {

    static final String NAME = "SHA256SUMS";

    private static final String DRAFT = NAME + ".draft";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (\\S{1,200})");
    private static final long LONGEST_LIST = 64 << 20;
    private static final long LONGEST_FILE = 16 << 20;
    private static final String EVENTS = "events/";

    /// What follows from the events, of any length, and is held against the list alone.
    static final String READ_MODELS = "read-models/";

    private final Path bundle;
    private final Faults faults;
    private final Map<String, String> listed = new HashMap<>();

    private FileList(Path bundle, Faults faults) {
        this.bundle = bundle;
        this.faults = faults;
    }

    /// Checks all files but those of events, which are read once only, by whoever audits them.
    ///
    /// @param belongs which names are those of a bundle's files
    static FileList check(Path bundle, Predicate<String> belongs, Faults faults)
            throws IOException {
        FileList list = new FileList(bundle, faults);
        list.read();
        list.compare(belongs);
        return list;
    }

    /// A list of nothing, against which nothing is held.
    static FileList none(Path bundle) {
        return new FileList(bundle, new Faults());
    }

    /// Compares the hash of a file of events.
    void holds(String name, String hash, Faults found) {
        String stated = listed.remove(name);
        if (stated != null && !stated.equals(hash)) {
            found.general(other(name));
        }
    }

    private static String other(String name) {
        return name + " is not the file that " + NAME + " lists";
    }

    private void read() throws IOException {
        Path list = bundle.resolve(NAME);
        if (Files.exists(bundle.resolve(DRAFT))) {
            faults.general("the last export into this bundle was not finished");
        }
        if (!Files.isRegularFile(list) || Files.size(list) > LONGEST_LIST) {
            faults.general(NAME + " is missing or longer than " + LONGEST_LIST + " bytes");
            return;
        }
        try (Stream<String> lines = Files.lines(list, StandardCharsets.ISO_8859_1)) {
            lines.forEach(line -> {
                Matcher entry = LINE.matcher(line);
                if (!entry.matches()) {
                    faults.general(NAME + " has a line that lists no file");
                } else if (listed.put(entry.group(2), entry.group(1)) != null) {
                    faults.general(NAME + " lists " + entry.group(2) + " twice");
                }
            });
        }
    }

    private void compare(Predicate<String> belongs) throws IOException {
        TreeSet<String> missing = new TreeSet<>(listed.keySet());
        Files.walkFileTree(
                bundle,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        String name = bundle.relativize(file).toString().replace('\\', '/');
                        if (!name.equals(NAME) && !name.equals(DRAFT)) {
                            missing.remove(name);
                            compare(name, file, attributes, belongs);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        missing.forEach(name -> faults.general(name + " is listed in " + NAME + " and missing"));
    }

    private void compare(
            String name, Path file, BasicFileAttributes attributes, Predicate<String> belongs)
            throws IOException {
        if (!attributes.isRegularFile() || !belongs.test(name)) {
            faults.general(name + " is no file of this bundle");
        } else if (!listed.containsKey(name)) {
            faults.general(name + " is not listed in " + NAME);
        } else if (!name.startsWith(EVENTS)) {
            boolean same =
                    (attributes.size() <= LONGEST_FILE || name.startsWith(READ_MODELS))
                            && hash(file).equals(listed.remove(name));
            if (!same) {
                faults.general(other(name));
            }
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
