package org.ccgledger.verifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.verifier.DatabaseRows.CommandIdRow;
import org.ccgledger.verifier.DatabaseRows.TagRow;
import org.ccgledger.verifier.DatabaseRows.VersionRow;
import org.jspecify.annotations.Nullable;

/// Tags, streams and ids of commands of a database, which are read in the orders of their own keys,
/// and rows of no event.
final class DatabaseIndexes implements Indexes<SQLException> {

    private static final int ROWS = 10_000;

    private final DatabaseRows rows;
    private final Faults faults;
    private final long head;
    private final TagRows tags;

    /// @param head the last position that is looked at
    DatabaseIndexes(DatabaseRows rows, long head, Faults faults) {
        this.rows = rows;
        this.faults = faults;
        this.head = head;
        this.tags = new TagRows(head);
    }

    @Override
    public void event(StoredLeaf leaf, @Nullable LeafBody body) {
        if (body != null) {
            body.tags().forEach(tag -> tags.follows(leaf.position(), leaf.type(), tag));
        }
    }

    void keep(DataOutputStream out) throws IOException {
        tags.keep(out);
    }

    void takeUp(DataInputStream in) throws IOException {
        tags.takeUp(in);
    }

    @Override
    public void end(boolean isWhole) throws SQLException {
        tagRows();
        streams(isWhole);
        commandIds();
        strays();
    }

    @Override
    public List<String> notChecked() {
        return List.of(
                "ledger.command.fingerprint, which is committed to nowhere, and everything outside the schema ledger.");
    }

    private void tagRows() throws SQLException {
        @Nullable TagRow last = null;
        List<TagRow> page = rows.tags(last, ROWS);
        while (!page.isEmpty()) {
            for (TagRow row : page) {
                if (row.position() >= 1 && row.position() <= head) {
                    tags.stands(row.position(), row.type(), row.tag());
                }
            }
            last = page.getLast();
            page = rows.tags(last, ROWS);
        }
        for (TagRows.Range range : tags.wrong()) {
            nameWrongTags(range);
        }
    }

    private void nameWrongTags(TagRows.Range range) throws SQLException {
        Map<Long, List<StoredLeaf.Tag>> found = new HashMap<>();
        for (TagRow row : rows.tagsBetween(range.after(), range.upTo())) {
            found.computeIfAbsent(row.position(), _ -> new ArrayList<>())
                    .add(new StoredLeaf.Tag(row.tag(), row.type()));
        }
        for (StoredLeaf leaf : rows.events(range.after(), Math.min(head, range.upTo()), Map.of())) {
            LeafCheck.tagFaults(leaf, found.getOrDefault(leaf.position(), List.of()))
                    .forEach(fault -> faults.at(leaf.position(), fault));
            found.remove(leaf.position());
        }
        found.forEach((position, _) -> faults.at(position, "has tags and is no event"));
    }

    /// Versions of a stream are 1, 2, 3, … in the order of positions.
    private void streams(boolean isWhole) throws SQLException {
        @Nullable VersionRow last = null;
        long count = 0;
        List<VersionRow> page = rows.versions(last, ROWS);
        while (!page.isEmpty()) {
            for (VersionRow row : page) {
                boolean same = last != null && last.stream().equals(row.stream());
                long next = same && last != null ? last.version() + 1 : 1;
                if (row.position() < 1) {
                    faults.at(row.position(), "an event stands before the first position");
                }
                if (row.version() != next) {
                    faults.at(
                            row.position(),
                            "version %d of stream %s stands where version %d belongs"
                                    .formatted(row.version(), row.stream(), next));
                } else if (same && last != null && row.position() <= last.position()) {
                    faults.at(
                            row.position(),
                            "version %d of stream %s stands before the version before it"
                                    .formatted(row.version(), row.stream()));
                }
                if (row.position() >= 1 && row.position() <= head) {
                    count++;
                }
                last = row;
            }
            page = rows.versions(last, ROWS);
        }
        if (isWhole && count != head) {
            faults.general(
                    "%d events are found by their streams, %d by their positions"
                            .formatted(count, head));
        }
    }

    /// A command is decided once, however often it is sent.
    private void commandIds() throws SQLException {
        @Nullable CommandIdRow last = null;
        List<CommandIdRow> page = rows.commandIds(last, ROWS);
        while (!page.isEmpty()) {
            for (CommandIdRow row : page) {
                if (last != null && last.id().equals(row.id())) {
                    faults.at(
                            row.position(),
                            "a command has the id of the one at %d".formatted(last.position()));
                }
                last = row;
            }
            page = rows.commandIds(last, ROWS);
        }
    }

    private void strays() throws SQLException {
        for (String table : List.of("command", "tag", "personal")) {
            rows.stray(table, head)
                    .ifPresent(position ->
                            faults.at(
                                    position, "has a row in ledger." + table + " and is no event"));
        }
        rows.strayTiles()
                .forEach(tile ->
                        faults.general("tile " + tile + " is over events that do not exist"));
    }
}
