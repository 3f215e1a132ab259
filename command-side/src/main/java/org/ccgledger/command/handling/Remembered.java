package org.ccgledger.command.handling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventReader;
import org.ccgledger.ledger.Guard;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.ReadableLedger;
import org.ccgledger.ledger.Slice;
import org.ccgledger.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;

/// What of the ledger was read or appended lately, so that most decisions read nothing from the
/// database.
///
/// What is remembered may have been overtaken. It carries the position up to which it is known to
/// be all, and every decision on it is held against that position when it is appended; so an old
/// memory costs another attempt, and never an outcome. Lists are immutable and shared.
final class Remembered {

    private static final Read ASSUMED_EMPTY = new Read(List.of(), 0, true);

    private final ReadableLedger ledger;
    private final EventReader reader;
    private final Map<String, Read> streams = new MostRecent<>();
    private final Map<String, Map<Set<String>, Read>> tags = new MostRecent<>();

    Remembered(ReadableLedger ledger, EventReader reader) {
        this.ledger = ledger;
        this.reader = reader;
    }

    /// An event of ours, and its position. It is read from JSON when it is first asked for: of what
    /// is appended, much is never decided on again.
    static final class Decoded {
        private final EventReader reader;
        private final long position;
        private final String type;
        private final int schemaVersion;
        private volatile byte @Nullable [] fact;
        private volatile @Nullable CcgEvent event;

        Decoded(StoredEvent stored, EventReader reader) {
            this.reader = reader;
            position = stored.position();
            type = stored.type();
            schemaVersion = stored.schemaVersion();
            fact = stored.fact();
        }

        long position() {
            return position;
        }

        CcgEvent event() {
            byte[] json = fact;
            if (json != null) {
                event = reader.read(type, schemaVersion, json);
                fact = null;
            }
            return Objects.requireNonNull(event);
        }
    }

    /// All events of a stream, or of some types under a tag, up to a position.
    ///
    /// @param isAssumed whether nobody has looked
    record Read(List<Decoded> events, long upTo, boolean isAssumed) {
        private Read(List<Decoded> events, long upTo) {
            this(events, upTo, false);
        }

        private Read confirmed(long asRead, long position) {
            return upTo == asRead && position > upTo ? new Read(events, position, false) : this;
        }
    }

    /// All of a stream that is about to be written, as remembered. One that is not remembered is
    /// taken to be empty: most commands that find nothing there begin it, and the append finds out
    /// when that is not so.
    Read written(String stream) {
        Read before = rememberedStream(stream);
        return before == null ? ASSUMED_EMPTY : before;
    }

    /// All of a stream, as remembered if it may be.
    Read stream(String stream, boolean fresh) {
        Read before = rememberedStream(stream);
        if (before != null && !fresh) {
            return before;
        }
        List<Decoded> known = before == null ? List.of() : before.events();
        Slice since = ledger.readStream(stream, known.size() + 1);
        Read read = new Read(joined(known, decoded(since.events())), since.head());
        rememberStream(stream, read);
        return read;
    }

    /// All events of some types under a tag, as remembered if they may be.
    Read tag(String tag, Set<String> types, boolean fresh) {
        Read before = rememberedTag(tag, types);
        if (before != null && !fresh) {
            return before;
        }
        Slice slice = ledger.readTag(tag, types);
        Read read = new Read(decoded(slice.events()), slice.head());
        rememberTag(tag, types, read);
        return read;
    }

    /// Takes note of what has been appended to a stream at a version, and is durable now.
    synchronized void appended(
            String stream, long version, List<NewEvent> events, List<StoredEvent> stored) {
        Read before = version == 0 ? new Read(List.of(), 0) : streams.get(stream);
        if (before != null && before.events().size() == version) {
            streams.put(
                    stream,
                    new Read(
                            joined(before.events(), decoded(stored)), stored.getLast().position()));
        }
        for (NewEvent event : events) {
            event.tags().forEach(tag -> forget(tag, event.type()));
        }
    }

    /// Takes note that an append has found what was read to be all up to a position, so that the
    /// next one has less to look through.
    synchronized void confirmed(Guard guard, long position) {
        switch (guard) {
            case Guard.OfStream(var stream, var upTo) ->
                    streams.computeIfPresent(stream, (_, read) -> read.confirmed(upTo, position));
            case Guard.OfTag(var tag, var types, var upTo) ->
                    tags.computeIfPresent(
                            tag,
                            (_, byTypes) -> {
                                byTypes.computeIfPresent(
                                        types, (_, read) -> read.confirmed(upTo, position));
                                return byTypes;
                            });
        }
    }

    private void forget(String tag, String type) {
        Map<Set<String>, Read> byTypes = tags.get(tag);
        if (byTypes != null) {
            byTypes.keySet().removeIf(types -> types.contains(type));
        }
    }

    private synchronized @Nullable Read rememberedStream(String stream) {
        return streams.get(stream);
    }

    /// Of two readers the one that has read further is remembered.
    private synchronized void rememberStream(String stream, Read read) {
        if (!read.events().isEmpty()) {
            streams.merge(stream, read, Remembered::later);
        }
    }

    private synchronized @Nullable Read rememberedTag(String tag, Set<String> types) {
        return tags.getOrDefault(tag, Map.of()).get(types);
    }

    private synchronized void rememberTag(String tag, Set<String> types, Read read) {
        tags.computeIfAbsent(tag, _ -> new HashMap<>()).merge(types, read, Remembered::later);
    }

    private static Read later(Read one, Read other) {
        return one.upTo() >= other.upTo() ? one : other;
    }

    private List<Decoded> decoded(List<StoredEvent> stored) {
        return stored.stream().map(event -> new Decoded(event, reader)).toList();
    }

    private static List<Decoded> joined(List<Decoded> before, List<Decoded> since) {
        if (since.isEmpty()) {
            return before;
        }
        List<Decoded> joined = new ArrayList<>(before.size() + since.size());
        joined.addAll(before);
        joined.addAll(since);
        return Collections.unmodifiableList(joined);
    }
}
