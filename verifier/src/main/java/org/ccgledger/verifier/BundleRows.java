package org.ccgledger.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rows in a bundle of files, read from front to end, and a page ahead of whoever asks for
/// them.
///
/// Where a file does not have its format that is a fault, and what it may hold behind that place is
/// not there.
final class BundleRows implements LedgerRows<IOException>, Closeable {

    private static final long LARGEST_PAGE = 256 << 20;

    /// What a record takes up beside its content.
    private static final int OBJECTS = 200;

    private static final Pattern READ_MODEL =
            Pattern.compile(
                    FileList.READ_MODELS
                            + "(?:[a-z][a-z0-9_]{0,62}\\.(?:csv|parquet)|csv-metadata\\.json)");

    private static final long NONE = -1;

    private final Path bundle;
    private final UUID ledgerId;
    private final FileList files;
    private final Faults faults;
    private final TileFiles tiles;
    private final long chunks;
    private final CheckpointRow newest;
    private final long head;

    private long open = NONE;
    private @Nullable Chunk chunk;
    private Page page = new Page(0, 0);
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("bundle-reader").factory());
    private @Nullable Future<Page> ahead;

    private BundleRows(
            Path bundle, UUID ledgerId, FileList files, TileFiles tiles, long chunks, Faults faults)
            throws IOException {
        this.bundle = bundle;
        this.ledgerId = ledgerId;
        this.files = files;
        this.tiles = tiles;
        this.chunks = chunks;
        this.faults = faults;
        this.newest = newestCheckpoint().orElse(new CheckpointRow(0, new byte[0]));
        this.head = chunks == 0 ? 0 : lastPosition(chunks - 1);
    }

    /// Opens a bundle, and holds the files that are no events against their list.
    static BundleRows open(Path bundle, UUID ledgerId, Faults faults) throws IOException {
        long size = size(bundle);
        long chunks = chunks(bundle, size);
        TileFiles tiles = new TileFiles(bundle, size);
        FileList files =
                FileList.check(
                        bundle,
                        name ->
                                List.of("FORMAT.md", "keys", "checkpoint").contains(name)
                                        || isChunk(name, chunks)
                                        || READ_MODEL.matcher(name).matches()
                                        || tiles.isOne(name),
                        faults);
        return new BundleRows(bundle, ledgerId, files, tiles, chunks, faults);
    }

    /// Whether there are files that are made of the events.
    boolean hasReadModels() {
        return Files.isDirectory(bundle.resolve(FileList.READ_MODELS));
    }

    /// The same once more, when all that is wrong with the files has been named.
    BundleRows again() throws IOException {
        Faults named = new Faults();
        return new BundleRows(bundle, ledgerId, FileList.none(bundle), tiles, chunks, named);
    }

    /// What lies between two positions, as far as it could be read, and what is wrong with it,
    /// which becomes known when it is the page's turn.
    private record Page(
            long after,
            long upTo,
            List<CommandRow> commands,
            List<StoredLeaf> events,
            List<CheckpointRow> checkpoints,
            Faults faults) {

        Page(long after, long upTo) {
            this(
                    after,
                    upTo,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new Faults());
        }
    }

    /// The newest checkpoint's note; nothing if there is none.
    static Optional<byte[]> note(Path bundle) throws IOException {
        Path file = bundle.resolve("checkpoint");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(SignedNote.LONGEST + 1));
        }
    }

    /// The size that the newest checkpoint states, whoever has signed it.
    static long size(Path bundle) throws IOException {
        return note(bundle).flatMap(BundleRows::said).map(CheckpointText::size).orElse(0L);
    }

    private static Optional<CheckpointText> said(byte[] note) {
        return text(note).flatMap(CheckpointText::parse);
    }

    /// What is signed, which stays when others sign it later.
    private static Optional<String> text(byte[] note) {
        try {
            return Optional.of(SignedNote.parse(note).text());
        } catch (SignedNote.Rejected _) {
            return Optional.empty();
        }
    }

    /// How many files of events there are, up to the last that begins within the checkpoint; all
    /// that are there, if there is none.
    private static long chunks(Path bundle, long size) throws IOException {
        long most = size == 0 ? Long.MAX_VALUE : (size - 1) / Chunk.POSITIONS + 1;
        long chunks = 0;
        Path events = bundle.resolve("events");
        if (Files.isDirectory(events)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(events)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    if (name.matches("\\d{6}") && Long.parseLong(name) < most) {
                        chunks = Math.max(chunks, Long.parseLong(name) + 1);
                    }
                }
            }
        }
        return chunks;
    }

    private static boolean isChunk(String name, long chunks) {
        return name.matches("events/\\d{6}")
                && Long.parseLong(name.substring("events/".length())) < chunks;
    }

    /// Where the last file ends, or the one before it if the last cannot be read.
    private long lastPosition(long number) throws IOException {
        try (Chunk last = Chunk.open(bundle, number)) {
            return last.last();
        } catch (Damaged e) {
            faults.general(Chunk.name(number) + " " + e.how());
            return number * Chunk.POSITIONS;
        }
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public List<CommandRow> commands(long after, long upTo) throws IOException {
        return page(after, upTo).commands;
    }

    @Override
    public List<StoredLeaf> events(long after, long upTo, Map<Long, CommandRow> commands)
            throws IOException {
        List<StoredLeaf> events = new ArrayList<>();
        for (StoredLeaf event : page(after, upTo).events) {
            CommandRow command = commands.get(event.position() - event.commandIndex());
            events.add(command == null ? event : event.of(command.command()));
        }
        return events;
    }

    @Override
    public List<CheckpointRow> checkpoints(long after, long upTo) throws IOException {
        return page(after, upTo).checkpoints;
    }

    @Override
    public Optional<CheckpointRow> newestCheckpoint() throws IOException {
        return note(bundle)
                .map(note ->
                        new CheckpointRow(said(note).map(CheckpointText::size).orElse(0L), note));
    }

    /// There are none: a bundle ends where it was audited, and its erasures with it.
    @Override
    public List<byte[]> factsBehind(long position, String type) {
        return List.of();
    }

    @Override
    public List<TileRow> tiles(int level, long from, long to) throws IOException {
        List<TileRow> found = new ArrayList<>();
        for (long index = from; index < to && tiles.width(level, index) > 0; index++) {
            try {
                Optional<byte[]> hashes = tiles.read(level, index);
                if (hashes.isPresent()) {
                    found.add(new TileRow(level, index, hashes.get(), null));
                }
            } catch (Damaged e) {
                faults.general(tiles.name(level, index) + " " + e.how());
            }
        }
        return found;
    }

    @Override
    public Map<Long, byte[]> tileRoots(int level, long from, long to) throws IOException {
        Map<Long, byte[]> roots = new HashMap<>();
        for (TileRow tile : tiles(level, from, to)) {
            roots.put(tile.index(), Tiles.root(Tiles.split(tile.hashes())));
        }
        return roots;
    }

    @Override
    public boolean hasPartialTiles() {
        return true;
    }

    /// The page that comes next, or the last one once more.
    private Page page(long after, long upTo) throws IOException {
        if (page.after != after || page.upTo != upTo) {
            page = ahead == null ? read(after, upTo) : taken(ahead);
            faults.add(page.faults);
            long next = Math.min(head, upTo + LedgerAudit.PAGE);
            ahead = upTo == head ? null : reader.submit(() -> read(upTo, next));
        }
        return page;
    }

    private static Page taken(Future<Page> ahead) throws IOException {
        try {
            return ahead.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException("A bundle cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a bundle is read");
        }
    }

    private Page read(long after, long upTo) throws IOException {
        Page read = new Page(after, upTo);
        open(after / Chunk.POSITIONS, read.faults);
        Chunk from = chunk;
        if (from != null) {
            try {
                read(from, read);
            } catch (Damaged e) {
                damaged(e, read.faults);
            }
        }
        return read;
    }

    private void open(long number, Faults found) throws IOException {
        if (open == number) {
            return;
        }
        closeFile(found);
        open = number;
        try {
            Chunk opened = Chunk.open(bundle, number);
            chunk = opened;
            if (!opened.ledgerId().equals(ledgerId)) {
                throw new Damaged("is of the ledger " + opened.ledgerId());
            }
            if (number < chunks - 1 && opened.last() != (number + 1) * Chunk.POSITIONS) {
                throw new Damaged("ends at position " + opened.last() + " and is not the last");
            }
        } catch (Damaged e) {
            damaged(e, found);
        }
    }

    /// What is left of the file is not read; its number stays, so that this is said once.
    private void damaged(Damaged e, Faults found) throws IOException {
        found.general(Chunk.name(open) + " " + e.how());
        long damaged = open;
        closeFile(found);
        open = damaged;
    }

    private void read(Chunk from, Page into) throws IOException, Damaged {
        long size = 0;
        List<StoredLeaf.Tag> tags = List.of();
        List<StoredLeaf.Part> parts = List.of();
        for (Chunk.Entry entry = from.peek();
                entry != null && entry.position() <= into.upTo;
                entry = from.peek()) {
            size += entry.fields().length() + OBJECTS;
            if (size > LARGEST_PAGE) {
                throw new Damaged("holds too much for position " + entry.position());
            }
            long position = entry.position();
            Fields fields = entry.fields();
            boolean ofEvent =
                    !into.events.isEmpty() && into.events.getLast().position() == position;
            switch (entry.kind()) {
                case Chunk.COMMAND -> into.commands.add(command(position, fields));
                case Chunk.EVENT -> {
                    tags = new ArrayList<>();
                    parts = new ArrayList<>();
                    into.events.add(event(position, fields, tags, parts));
                }
                case Chunk.TAG -> {
                    StoredLeaf.Tag tag = new StoredLeaf.Tag(fields.text(), fields.text());
                    if (ofEvent) {
                        tags.add(tag);
                    } else {
                        into.faults.at(position, "has a tag and is no event");
                    }
                }
                case Chunk.PART -> {
                    StoredLeaf.Part part = part(fields);
                    if (ofEvent) {
                        parts.add(part);
                    } else {
                        into.faults.at(position, "has a personal part and is no event");
                    }
                }
                default -> into.checkpoints.add(checkpoint(position, fields, into.faults));
            }
            fields.end();
            from.skip();
        }
    }

    private CheckpointRow checkpoint(long size, Fields fields, Faults found) throws Damaged {
        byte[] note = fields.bytes();
        if (size == newest.size() && !text(note).equals(text(newest.note()))) {
            found.at(size, "the checkpoint of this size is not the one in the file checkpoint");
        }
        return new CheckpointRow(size, note);
    }

    private static CommandRow command(long position, Fields fields) throws Damaged {
        return new CommandRow(
                position,
                fields.small(),
                new StoredLeaf.Command(fields.id(), fields.bytes(), fields.bytes()));
    }

    static StoredLeaf event(
            long position, Fields fields, List<StoredLeaf.Tag> tags, List<StoredLeaf.Part> parts)
            throws Damaged {
        return new StoredLeaf(
                position,
                Instant.EPOCH.plus(fields.number(), ChronoUnit.MICROS),
                fields.text(),
                fields.number(),
                fields.small(),
                fields.text(),
                fields.small(),
                LocalDate.ofEpochDay(fields.small()),
                fields.bytes(),
                fields.bytes(),
                fields.bytes(),
                fields.bytes(),
                null,
                tags,
                parts);
    }

    /// The field and the subject are no part of the hashes.
    private static StoredLeaf.Part part(Fields fields) throws Damaged {
        int number = fields.small();
        fields.text();
        fields.id();
        return new StoredLeaf.Part(number, fields.bytes(), fields.bytes());
    }

    @Override
    public void close() throws IOException {
        reader.close();
        closeFile(faults);
    }

    /// Holds what was read against the list of files, and goes on with nothing.
    private void closeFile(Faults found) throws IOException {
        Chunk read = chunk;
        if (read != null) {
            files.holds(Chunk.name(open), read.hash(), found);
            read.close();
        }
        chunk = null;
        open = NONE;
    }
}
