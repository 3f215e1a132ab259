package org.ccgledger.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.ledger.PreparedAppend.Event;
import org.jspecify.annotations.Nullable;

/// Appends that can be written in one call, because none depends on another: except that one may
/// write the versions of a stream that follow those of another.
final class AppendBatch {

    private static final int MOST_REQUESTS = 1_000;
    private static final int MOST_BYTES = 8 << 20;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<UUID, Entry> commands = new HashMap<>();
    private final Map<String, Entry> streams = new HashMap<>();
    private final Map<String, Map<String, Entry>> tags = new HashMap<>();
    private int bytes;

    /// An append in a batch.
    ///
    /// @param number from 1
    /// @param after the number of the one that writes the versions just before, or 0
    record Entry(PreparedAppend append, int number, int after) {
        private long lastVersion() {
            return append.request().version() + append.request().events().size();
        }
    }

    /// Some of a batch's entries as a batch of their own; what another builds on and is not among
    /// them is written already.
    static List<Entry> renumbered(List<Entry> some) {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Entry> renumbered = new ArrayList<>(some.size());
        for (Entry entry : some) {
            numbers.put(entry.number(), renumbered.size() + 1);
            renumbered.add(
                    new Entry(
                            entry.append(),
                            renumbered.size() + 1,
                            numbers.getOrDefault(entry.after(), 0)));
        }
        return renumbered;
    }

    boolean isFull() {
        return entries.size() >= MOST_REQUESTS || bytes >= MOST_BYTES;
    }

    List<Entry> entries() {
        return entries;
    }

    /// Adds an append, unless its result depends on that of one which is in the batch already: then
    /// that one is the answer.
    Optional<Entry> add(PreparedAppend append) {
        Append request = append.request();
        Optional<Entry> before = obstacle(request);
        if (before.isPresent()) {
            return before;
        }
        Entry predecessor = streams.get(request.stream());
        Entry entry =
                new Entry(
                        append, entries.size() + 1, predecessor == null ? 0 : predecessor.number());
        entries.add(entry);
        bytes += append.size();
        commands.put(request.commandId(), entry);
        streams.put(request.stream(), entry);
        for (Event event : append.events()) {
            for (String tag : event.tags()) {
                tags.computeIfAbsent(tag, _ -> new HashMap<>()).put(event.event().type(), entry);
            }
        }
        return Optional.empty();
    }

    private Optional<Entry> obstacle(Append request) {
        Entry same = commands.get(request.commandId());
        if (same != null) {
            return Optional.of(same);
        }
        Entry predecessor = streams.get(request.stream());
        if (predecessor != null && predecessor.lastVersion() != request.version()) {
            return Optional.of(predecessor);
        }
        for (Guard guard : request.guards()) {
            Entry writer =
                    switch (guard) {
                        case Guard.OfStream(var stream, _) -> streams.get(stream);
                        case Guard.OfTag(var tag, var types, _) -> writer(tag, types);
                    };
            if (writer != null) {
                return Optional.of(writer);
            }
        }
        return Optional.empty();
    }

    private @Nullable Entry writer(String tag, Set<String> types) {
        Map<String, Entry> written = tags.get(tag);
        if (written != null) {
            for (String type : types) {
                Entry writer = written.get(type);
                if (writer != null) {
                    return writer;
                }
            }
        }
        return null;
    }
}
