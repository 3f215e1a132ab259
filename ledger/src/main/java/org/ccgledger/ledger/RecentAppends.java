package org.ccgledger.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /// Those of a batch that can be appended behind the end without asking the database: they
    /// depend on nothing that came before what is known, and nothing that is known has overtaken
    /// them.
    ///
    /// That command ids and new streams are new is left to the unique indexes.
    List<Entry> current(List<Entry> batch) {
        Set<Integer> numbers = new HashSet<>();
        return batch.stream()
                .filter(entry ->
                        (entry.after() > 0
                                        ? numbers.contains(entry.after())
                                        : isAtVersion(entry.append().request()))
                                && entry.append().request().guards().stream().allMatch(this::holds)
                                && numbers.add(entry.number()))
                .toList();
    }

    private boolean isAtVersion(Append request) {
        StreamEnd end = streamEnd(request.stream());
        return request.version() == (end == null ? 0 : end.version());
    }

    private boolean holds(Guard guard) {
        return guard.position() >= earlier.since
                && switch (guard) {
                    case Guard.OfStream(var stream, var position) -> {
                        StreamEnd end = streamEnd(stream);
                        yield end == null || end.position() <= position;
                    }
                    case Guard.OfTag(var tag, var types, var position) ->
                            types.stream()
                                    .allMatch(type -> lastOf(new Tagged(tag, type)) <= position);
                };
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
