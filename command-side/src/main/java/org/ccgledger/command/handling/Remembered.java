package org.ccgledger.command.handling;

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
    private final MostRecent<String, Read> streams = new MostRecent<>();

    /// By tag, and by the types that were read of it; the inner maps are never changed.
    private final MostRecent<String, Map<Set<String>, Read>> tags = new MostRecent<>();

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
        Read before = streams.get(stream);
        return before == null ? ASSUMED_EMPTY : before;
    }

    /// All of a stream, as remembered if it may be.
    Read stream(String stream, boolean fresh) {
        Read before = streams.get(stream);
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
    void appended(String stream, long version, List<NewEvent> events, List<StoredEvent> stored) {
        streams.replace(
                stream,
                before -> {
                    Read read = version == 0 ? new Read(List.of(), 0) : before;
                    return read != null && read.events().size() == version
                            ? new Read(
                                    joined(read.events(), decoded(stored)),
                                    stored.getLast().position())
                            : before;
                });
        for (NewEvent event : events) {
            event.tags().forEach(tag -> forget(tag, event.type()));
        }
    }

    /// Takes note that an append has found what was read to be all up to a position, so that the
    /// next one has less to look through.
    void confirmed(Guard guard, long position) {
        switch (guard) {
            case Guard.OfStream(var stream, var upTo) ->
                    streams.replace(
                            stream, read -> read == null ? null : read.confirmed(upTo, position));
            case Guard.OfTag(var tag, var types, var upTo) ->
                    tags.replace(
                            tag,
                            byTypes -> {
                                Read read = byTypes == null ? null : byTypes.get(types);
                                return byTypes == null || read == null
                                        ? byTypes
                                        : with(byTypes, types, read.confirmed(upTo, position));
                            });
        }
    }

    private void forget(String tag, String type) {
        tags.replace(
                tag,
                byTypes -> {
                    if (byTypes == null) {
                        return null;
                    }
                    Map<Set<String>, Read> left = new HashMap<>(byTypes);
                    left.keySet().removeIf(types -> types.contains(type));
                    return left.isEmpty() ? null : left;
                });
    }

    /// Of two readers the one that has read further is remembered.
    private void rememberStream(String stream, Read read) {
        if (!read.events().isEmpty()) {
            streams.replace(stream, before -> later(before, read));
        }
    }

    private @Nullable Read rememberedTag(String tag, Set<String> types) {
        Map<Set<String>, Read> byTypes = tags.get(tag);
        return byTypes == null ? null : byTypes.get(types);
    }

    private void rememberTag(String tag, Set<String> types, Read read) {
        tags.replace(
                tag,
                byTypes -> {
                    Map<Set<String>, Read> others = byTypes == null ? Map.of() : byTypes;
                    return with(others, types, later(others.get(types), read));
                });
    }

    private static Map<Set<String>, Read> with(
            Map<Set<String>, Read> others, Set<String> types, Read read) {
        Map<Set<String>, Read> with = new HashMap<>(others);
        with.put(types, read);
        return with;
    }

    private static Read later(@Nullable Read before, Read now) {
        return before != null && before.upTo() >= now.upTo() ? before : now;
    }

    private List<Decoded> decoded(List<StoredEvent> stored) {
        return stored.stream().map(event -> new Decoded(event, reader)).toList();
    }

    private static List<Decoded> joined(List<Decoded> before, List<Decoded> since) {
        if (since.isEmpty()) {
            return before;
        }
        GrowingList<Decoded> growing =
                before instanceof GrowingList<Decoded> grown ? grown : GrowingList.of(before);
        return growing.with(since);
    }
}
