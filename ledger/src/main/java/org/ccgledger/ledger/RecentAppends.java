package org.ccgledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ccgledger.ledger.AppendBatch.Entry;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.PreparedAppend.Event;
import org.jspecify.annotations.Nullable;

/// What a session knows of the end of the ledger, because it has appended all of it itself.
///
/// Positions are dense: as long as nobody else appends, the next one is the one after the last of
/// ours, and what has come after a position is among what is remembered here. Somebody else's
/// append is noticed by the position that it takes; then what is known begins anew with ours.
final class RecentAppends {

    /// How many events a generation holds; two are kept.
    private static final int GENERATION = 20_000;

    /// How many batches are written under check after somebody else has appended.
    private static final int WARY = 32;

    private Generation current = new Generation(0);
    private Generation earlier = current;
    private @Nullable End end;
    private int wary;

    /// The last position, and when it was recorded.
    record End(long position, Instant recordedAt) {}

    private record Tagged(String tag, String type) {}

    /// What was appended after a position.
    private static final class Generation {
        private final long since;
        private final Map<String, StreamEnd> streams = new HashMap<>();
        private final Map<Tagged, Long> tags = new HashMap<>();

        Generation(long since) {
            this.since = since;
        }
    }

    private record StreamEnd(long version, long position) {}

    /// The end of the ledger, if it is known.
    @Nullable End end() {
        return wary == 0 ? end : null;
    }

    /// What is known of a request without asking the database.
    enum Standing {
        /// It can be appended behind the end: it depends on nothing that came before what is known,
        /// and nothing that is known has overtaken it. That its command id and a new stream are new
        /// is left to the unique indexes.
        CURRENT,

        /// What it has read is overtaken by what is known; it may have been appended before.
        OVERTAKEN,

        UNKNOWN
    }

    /// How each of a batch stands, in its order.
    List<Standing> standings(List<Entry> batch) {
        List<Standing> standings = new ArrayList<>(batch.size());
        for (Entry entry : batch) {
            Append request = entry.append().request();
            Standing standing =
                    entry.after() == 0
                            ? atVersion(request)
                            : standings.get(entry.after() - 1) == Standing.CURRENT
                                    ? Standing.CURRENT
                                    : Standing.UNKNOWN;
            for (Guard guard : request.guards()) {
                standing = standing == Standing.CURRENT ? standing(guard) : standing;
            }
            standings.add(standing);
        }
        return standings;
    }

    private Standing atVersion(Append request) {
        StreamEnd end = streamEnd(request.stream());
        long version = end == null ? 0 : end.version();
        return request.version() == version
                ? Standing.CURRENT
                : request.version() < version ? Standing.OVERTAKEN : Standing.UNKNOWN;
    }

    private Standing standing(Guard guard) {
        long last =
                switch (guard) {
                    case Guard.OfStream(var stream, _) -> {
                        StreamEnd end = streamEnd(stream);
                        yield end == null ? 0 : end.position();
                    }
                    case Guard.OfTag(var tag, var types, _) ->
                            types.stream()
                                    .mapToLong(type -> lastOf(new Tagged(tag, type)))
                                    .max()
                                    .orElse(0);
                };
        return last > guard.position()
                ? Standing.OVERTAKEN
                : guard.position() >= earlier.since ? Standing.CURRENT : Standing.UNKNOWN;
    }

    private @Nullable StreamEnd streamEnd(String stream) {
        StreamEnd end = current.streams.get(stream);
        return end == null ? earlier.streams.get(stream) : end;
    }

    private long lastOf(Tagged tagged) {
        Long position = current.tags.get(tagged);
        return position == null ? earlier.tags.getOrDefault(tagged, 0L) : position;
    }

    /// Takes note of what has been appended.
    void add(List<Entry> batch, List<AppendResult> results) {
        wary = Math.max(0, wary - 1);
        for (int i = 0; i < batch.size(); i++) {
            if (results.get(i) instanceof Appended appended) {
                expect(appended.firstPosition());
                add(batch.get(i).append(), appended.command().events());
            }
        }
        if (end != null && end.position() - current.since > GENERATION) {
            earlier = current;
            current = new Generation(end.position());
        }
    }

    private void expect(long position) {
        if (end == null || end.position() + 1 < position) {
            wary = end == null ? 0 : WARY;
            current = new Generation(position - 1);
            earlier = current;
        }
    }

    private void add(PreparedAppend append, List<StoredEvent> stored) {
        for (int i = 0; i < stored.size(); i++) {
            Event event = append.events().get(i);
            for (String tag : event.tags()) {
                current.tags.put(new Tagged(tag, event.event().type()), stored.get(i).position());
            }
        }
        StoredEvent last = stored.getLast();
        current.streams.put(last.stream(), new StreamEnd(last.version(), last.position()));
        end = new End(last.position(), last.recordedAt());
    }
}
