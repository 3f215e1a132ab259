package org.ccgledger.verifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ccgledger.verifier.LedgerRows.CheckpointRow;
import org.ccgledger.verifier.LedgerRows.CommandRow;
import org.ccgledger.verifier.SignedNote.Rejected;
import org.jspecify.annotations.Nullable;

/// Reads a whole ledger, from its database with the rights to select and nothing else or from a
/// bundle of files, and holds it against a signed checkpoint.
///
/// Its memory does not grow with the ledger: it keeps one page, of a bundle the next as well, the
/// hashes that the next leaf of the tree may need, and bounded sums or tables over the rest.
///
/// @param <X> how it shows that the ledger cannot be read
public final class LedgerAudit<X extends Exception> {

    /// Divides the positions of a bundle's file of events.
    static final int PAGE = 8 * Tiles.WIDTH;

    /// How many pages are read before it is kept anew how far an audit has come.
    private static final int PAGES_BETWEEN = 8;

    private final LedgerRows<X> rows;
    private final Optional<CheckpointRow> newest;
    private final Indexes<X> indexes;
    private final Policy policy;
    private final Progress progress;
    private final Faults faults;
    private final List<String> notChecked = new ArrayList<>();
    private final Frontier tree = new Frontier();
    private final TreeMap<Long, Expected> expected = new TreeMap<>();
    private final Tiles<X> tiles;
    private final long head;

    private boolean treeIsWhole = true;
    private boolean rootIsWrong;
    private byte @Nullable [] note;
    private @Nullable Instant cosignedAt;
    private long lastGood;
    private Instant lastTime = Instant.MIN;
    private long nextCommand = 1;
    private @Nullable CommandRow lastCommand;
    private final Erasures erasures = new Erasures();
    private long parts;
    private long olderCheckpoints;
    private Instant began = Instant.now();
    private long reached;
    private @Nullable Keeper keeper;

    /// @param newest the newest checkpoint, which is read before the head, so that a ledger which
    ///   grows meanwhile is not found cut off
    private LedgerAudit(
            LedgerRows<X> rows,
            Optional<CheckpointRow> newest,
            long head,
            Indexes<X> indexes,
            Faults faults,
            Policy policy,
            Progress progress) {
        this.rows = rows;
        this.newest = newest;
        this.head = head;
        this.indexes = indexes;
        this.faults = faults;
        this.policy = policy;
        this.progress = progress;
        this.tiles = new Tiles<>(rows, faults);
    }

    /// Hears how far an audit has come.
    public interface Progress {
        /// So many of the events have been read.
        ///
        /// @param done of the events
        void reached(long done, long events);
    }

    /// What is given to an audit beside the ledger.
    ///
    /// @param policy whose signatures are believed
    /// @param checkpoint a note in place of the newest that the ledger holds
    /// @param lastSeen a note of an earlier audit
    public record Given(Policy policy, byte @Nullable [] checkpoint, byte @Nullable [] lastSeen) {
        private byte[] digest() {
            return Sha256.of(policy.digest(), hash(checkpoint), hash(lastSeen));
        }

        private static byte[] hash(byte @Nullable [] note) {
            return note == null ? new byte[Sha256.LENGTH] : Sha256.of(note);
        }
    }

    /// A root that the tree must have at a size, and who says so.
    private record Expected(byte[] root, String who, SignedNote note, boolean believed) {}

    /// Audits the ledger of a database.
    ///
    /// @param connection with autocommit, so that each page is a transaction of its own
    /// @throws SQLException if the database cannot be read
    public static AuditReport run(Connection connection, Given given, Progress progress)
            throws SQLException {
        Faults faults = new Faults();
        try (DatabaseRows rows = new DatabaseRows(connection)) {
            Optional<CheckpointRow> newest = rows.newestCheckpoint();
            long head = rows.head();
            return new LedgerAudit<>(
                            rows,
                            newest,
                            head,
                            new DatabaseIndexes(rows, head, faults),
                            faults,
                            given.policy,
                            progress)
                    .run(given);
        }
    }

    /// Audits the ledger of a database, and goes on where an audit was interrupted that was given
    /// the same.
    ///
    /// The ledger may have grown meanwhile: what goes on is the audit up to the head and against
    /// the checkpoint with which it began.
    ///
    /// @param kept where it keeps how far it has come
    /// @throws IllegalArgumentException in a sentence, if what is kept is not to be trusted
    public static AuditReport run(
            Connection connection, Given given, Progress progress, KeptAudit kept)
            throws SQLException, IOException {
        Faults faults = new Faults();
        byte[] digest = given.digest();
        try (DatabaseRows rows = new DatabaseRows(connection)) {
            Optional<DataInputStream> before = kept.read(digest);
            Optional<CheckpointRow> newest = rows.newestCheckpoint();
            long head = before.isPresent() ? before.get().readLong() : rows.head();
            DatabaseIndexes indexes = new DatabaseIndexes(rows, head, faults);
            LedgerAudit<SQLException> audit =
                    new LedgerAudit<>(rows, newest, head, indexes, faults, given.policy, progress);
            audit.keeper =
                    () ->
                            kept.write(
                                    digest,
                                    out -> {
                                        out.writeLong(head);
                                        indexes.keep(out);
                                        audit.keep(out);
                                    });
            Given goneOnWith = given;
            if (before.isPresent()) {
                indexes.takeUp(before.get());
                goneOnWith = audit.takeUp(before.get(), given, kept);
            }
            AuditReport report = audit.run(goneOnWith);
            kept.delete();
            return report;
        } catch (UncheckedIOException e) {
            throw new IOException("How far the audit has come cannot be kept in " + kept, e);
        }
    }

    private interface Keeper {
        void keep() throws IOException;
    }

    private void keep(DataOutputStream out) throws IOException {
        byte[] against = note == null ? new byte[0] : note;
        out.writeInt(against.length);
        out.write(against);
        out.writeLong(began.getEpochSecond());
        out.writeLong(reached);
        tree.keep(out);
        out.writeLong(lastGood);
        out.writeLong(lastTime.getEpochSecond());
        out.writeInt(lastTime.getNano());
        out.writeLong(nextCommand);
        out.writeLong(lastCommand == null ? 0 : lastCommand.position());
        out.writeLong(parts);
        out.writeLong(olderCheckpoints);
        erasures.keep(out);
    }

    private Given takeUp(DataInputStream in, Given given, KeptAudit kept) throws X, IOException {
        byte[] against = in.readNBytes(in.readInt());
        began = Instant.ofEpochSecond(in.readLong());
        reached = in.readLong();
        tree.takeUp(in);
        lastGood = in.readLong();
        lastTime = Instant.ofEpochSecond(in.readLong(), in.readInt());
        nextCommand = in.readLong();
        long command = in.readLong();
        for (CommandRow row : rows.commands(command - 1, command)) {
            lastCommand = row;
        }
        parts = in.readLong();
        olderCheckpoints = in.readLong();
        erasures.takeUp(in);
        notChecked.add(
                "Positions 1 to %d again: an audit that began at %s and was interrupted found them in order, as %s says. Whoever can write that file, or has changed rows since, is not found."
                        .formatted(reached, began, kept));
        return new Given(given.policy, against, given.lastSeen);
    }

    /// What is worth keeping: nothing is wrong so far, and the signed root is still to come, so
    /// that it is held against all of the tree by whoever goes on.
    private void keepAt(long position, long signed) {
        reached = position;
        if (keeper != null
                && position % (PAGES_BETWEEN * PAGE) == 0
                && position < signed
                && treeIsWhole
                && faults.isNone()) {
            try {
                keeper.keep();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Audits a ledger from a bundle of files, whose folder may be named by a link; none is
    /// followed within it.
    ///
    /// @throws IOException if a file cannot be read; one that is missing or not right is a fault
    public static AuditReport run(Path bundle, Given given, Progress progress) throws IOException {
        return run(bundle, given, progress, StreamsAndCommands.EVENTS);
    }

    /// @param streams of how many events are looked at in one pass
    static AuditReport run(Path bundle, Given given, Progress progress, int streams)
            throws IOException {
        Faults faults = new Faults();
        try (BundleRows rows =
                BundleRows.open(bundle.toRealPath(), given.policy.ledgerId(), faults)) {
            StreamsAndCommands versions = new StreamsAndCommands(rows.head(), streams);
            return new LedgerAudit<>(
                            rows,
                            rows.newestCheckpoint(),
                            rows.head(),
                            new BundleIndexes(rows, versions, faults),
                            faults,
                            given.policy,
                            progress)
                    .run(given);
        }
    }

    private AuditReport run(Given given) throws X {
        Optional<CheckpointText> checkpoint = checkpoint(given.checkpoint);
        lastSeen(given.lastSeen, checkpoint.map(CheckpointText::size).orElse(0L));
        long signed = checkpoint.map(CheckpointText::size).orElse(0L);
        for (long after = reached; after < head; after += PAGE) {
            page(after, Math.min(head, after + PAGE), Math.min(signed, head));
            keepAt(Math.min(head, after + PAGE), signed);
            progress.reached(Math.min(head, after + PAGE), head);
        }
        end();
        tiles.upperLevels(Math.min(signed, head));
        indexes.end(treeIsWhole);
        erasedMeanwhile();
        erasures.unaccounted(faults);
        say(checkpoint, given);
        return new AuditReport(
                faults.named(),
                faults.more(),
                checkpoint.orElse(null),
                note,
                cosignedAt,
                head,
                parts,
                erasures.accountedFor(),
                List.copyOf(notChecked));
    }

    /// A ledger that is read while it is in use may have lost parts to an erasure that comes behind
    /// what is read.
    private void erasedMeanwhile() throws X {
        if (erasures.areOpen()) {
            long before = erasures.accountedFor();
            rows.factsBehind(head, Erasures.ERASED).forEach(erasures::erased);
            long since = erasures.accountedFor() - before;
            if (since > 0) {
                notChecked.add(
                        "Events behind position %d, among which erasures account for what is gone: personal parts, %d of them."
                                .formatted(head, since));
            }
        }
    }

    private Optional<CheckpointText> checkpoint(byte @Nullable [] given) {
        note = given != null ? given : newest.map(CheckpointRow::note).orElse(null);
        if (note == null) {
            faults.general("there is no checkpoint, and none was given");
            return Optional.empty();
        }
        String which = given != null ? "the checkpoint that was given" : "the newest checkpoint";
        Optional<CheckpointText> believed = expect(note, which);
        if (believed.isPresent() && policy.needsWitnesses()) {
            cosignedAt = cosignedAt(note);
        }
        believed.filter(said -> said.size() > head)
                .ifPresent(said ->
                        faults.at(
                                head + 1,
                                "the ledger is cut off: it holds %d of %d events that %s states"
                                        .formatted(head, said.size(), which)));
        return believed;
    }

    private @Nullable Instant cosignedAt(byte[] believed) {
        try {
            return policy.cosignedAt(SignedNote.parse(believed));
        } catch (Rejected e) {
            throw new IllegalStateException("It was believed a moment ago", e);
        }
    }

    private void lastSeen(byte @Nullable [] note, long size) {
        if (note == null) {
            return;
        }
        expect(note, "the checkpoint last seen")
                .filter(said -> said.size() > size)
                .ifPresent(said ->
                        faults.at(
                                size + 1,
                                "the ledger was rolled back: its checkpoint states %d events, the one last seen %d"
                                        .formatted(size, said.size())));
    }

    /// Takes a note as a statement about the tree, if it is to be believed.
    private Optional<CheckpointText> expect(byte[] bytes, String which) {
        try {
            SignedNote note = SignedNote.parse(bytes);
            CheckpointText said = policy.believe(note);
            Expected other = expected.get(said.size());
            if (other != null && !Arrays.equals(other.root, said.root())) {
                faults.at(
                        said.size(),
                        which
                                + " and "
                                + other.who
                                + " have the same size and other roots: a fork");
            }
            expected.put(said.size(), new Expected(said.root(), which, note, true));
            return Optional.of(said);
        } catch (Rejected e) {
            faults.general(which + " is not to be believed: " + e.why());
            return Optional.empty();
        }
    }

    private void page(long after, long upTo, long signed) throws X {
        Map<Long, CommandRow> commands = commands(after, upTo);
        checkpointsOf(after, upTo);
        tiles.load(after, upTo);
        long position = after;
        for (LeafCheck check : checks(rows.events(after, upTo, commands))) {
            StoredLeaf leaf = check.leaf();
            position++;
            if (leaf.position() != position) {
                missing(position, leaf.position() - 1);
                position = leaf.position();
            }
            event(check, commands.get(leaf.position() - leaf.commandIndex()), signed);
        }
        if (position < upTo) {
            missing(position + 1, upTo);
        }
    }

    /// Most of an audit's work, and each event's is its own.
    private List<LeafCheck> checks(List<StoredLeaf> leaves) {
        return leaves.parallelStream().map(leaf -> LeafCheck.of(policy.ledgerId(), leaf)).toList();
    }

    private void missing(long from, long to) {
        faults.at(from, from == to ? "is missing" : "is missing, and all up to " + to);
        treeIsWhole = false;
    }

    /// Commands lie side by side; each begins where the one before ends.
    private Map<Long, CommandRow> commands(long after, long upTo) throws X {
        Map<Long, CommandRow> commands = new HashMap<>();
        if (lastCommand != null) {
            commands.put(lastCommand.position(), lastCommand);
        }
        for (CommandRow command : rows.commands(after, upTo)) {
            commands.put(command.position(), command);
            if (command.position() != nextCommand) {
                faults.at(
                        Math.min(command.position(), nextCommand),
                        "a command's row stands at %d, where the ones before it end at %d"
                                .formatted(command.position(), nextCommand - 1));
            }
            if (command.eventCount() < 1) {
                faults.at(command.position(), "a command of " + command.eventCount() + " events");
            }
            nextCommand = command.position() + command.eventCount();
            lastCommand = command;
        }
        return commands;
    }

    private void checkpointsOf(long after, long upTo) throws X {
        for (CheckpointRow row : rows.checkpoints(after, upTo)) {
            try {
                SignedNote note = SignedNote.parse(row.note());
                CheckpointText said =
                        CheckpointText.parse(note.text())
                                .orElseThrow(() -> new Rejected("it is no checkpoint"));
                if (said.size() != row.size()) {
                    throw new Rejected("it states the size " + said.size());
                }
                Expected other =
                        expected.putIfAbsent(
                                row.size(),
                                new Expected(
                                        said.root(),
                                        "the checkpoint of size " + row.size(),
                                        note,
                                        false));
                if (other != null && !Arrays.equals(other.root, said.root())) {
                    throw new Rejected("it has another root than " + other.who);
                }
                if (other != null) {
                    policy.signed(note);
                }
                olderCheckpoints++;
            } catch (Rejected e) {
                faults.at(row.size(), "the checkpoint of this size is not right: " + e.why());
            }
        }
    }

    private void event(LeafCheck check, @Nullable CommandRow command, long signed) {
        StoredLeaf leaf = check.leaf();
        check.faults().forEach(fault -> faults.at(leaf.position(), fault));
        indexes.event(leaf, check.body());
        if (command != null && leaf.commandIndex() >= command.eventCount()) {
            faults.at(
                    leaf.position(),
                    "is event %d of the command at %d, whose row states %d"
                            .formatted(
                                    leaf.commandIndex() + 1,
                                    command.position(),
                                    command.eventCount()));
        }
        if (leaf.recordedAt().isBefore(lastTime)) {
            faults.at(leaf.position(), "was recorded before the event before it");
        }
        lastTime = leaf.recordedAt();
        parts += leaf.parts().size();
        erasures.event(leaf);
        tiles.leaf(leaf.position(), check.computedLeafHash(), signed);
        if (treeIsWhole) {
            tree.add(check.computedLeafHash());
            root();
        }
    }

    /// Where somebody has stated a root, the tree must have it.
    private void root() {
        Expected stated = expected.remove(tree.size());
        if (stated == null || rootIsWrong) {
            return;
        }
        if (Arrays.equals(stated.root, tree.root())) {
            lastGood = tree.size();
            return;
        }
        if (!stated.believed) {
            try {
                policy.believe(stated.note);
            } catch (Rejected e) {
                faults.at(
                        tree.size(),
                        stated.who + " has another root, and is not to be believed: " + e.why());
                return;
            }
        }
        rootIsWrong = true;
        faults.general(
                "%s has another root: something from position %d to %d was changed together with its leaf hash"
                        .formatted(stated.who, lastGood + 1, tree.size()));
    }

    private void end() {
        if (nextCommand != head + 1) {
            faults.at(
                    Math.min(nextCommand, head + 1),
                    "commands end at %d, events at %d".formatted(nextCommand - 1, head));
        }
        if (!treeIsWhole) {
            notChecked.add("Roots behind the first missing position: they cannot be computed.");
        }
    }

    private void say(Optional<CheckpointText> checkpoint, Given given) {
        checkpoint
                .filter(said -> said.size() < head)
                .ifPresent(said -> {
                    // What has partial tiles was cut off at its checkpoint.
                    if (rows.hasPartialTiles()) {
                        faults.at(said.size() + 1, "is behind the checkpoint");
                    } else {
                        notChecked.add(
                                "Positions %d to %d against a signature: no checkpoint covers them yet."
                                        .formatted(said.size() + 1, head));
                    }
                });
        if (given.lastSeen == null) {
            notChecked.add(
                    "Whether the holder of the log's keys has written another history: no"
                            + " checkpoint of an earlier audit was given (--last-seen).");
        }
        if (!policy.needsWitnesses()) {
            notChecked.add(
                    "Whether others are shown the same ledger: the policy asks for no witness's cosignature.");
        }
        if (olderCheckpoints > 1) {
            notChecked.add(
                    "Signatures of the older checkpoints that the ledger holds; their roots were"
                            + " checked.");
        }
        notChecked.add(
                "What personal parts say: they are encrypted. Their bytes were checked, their"
                        + " fields and subjects are no part of the hashes.");
        notChecked.addAll(indexes.notChecked());
    }
}
