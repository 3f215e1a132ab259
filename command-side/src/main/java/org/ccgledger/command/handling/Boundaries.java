package org.ccgledger.command.handling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decider.TagQuery;
import org.ccgledger.command.decision.Folded;
import org.ccgledger.command.handling.Remembered.Decoded;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.jspecify.annotations.Nullable;

/// What decisions' states are folded from, and the states that were folded lately: a decision folds
/// only what has been recorded since.
///
/// What is read says what the state is. A state that is kept only saves the folding of what was
/// folded into it, and is gone on from only if that is what comes first in what was read.
final class Boundaries {

    private final MostRecent<Key, Kept> states = new MostRecent<>();

    /// How events of some kinds under a tag are read.
    interface Tagged {
        List<Decoded> read(Tag tag, List<Class<? extends CcgEvent>> kinds);
    }

    private record Key(Decider<?, ?> decider, StreamName stream, List<TagQuery> queries) {}

    /// The state that a command is decided on.
    ///
    /// @param own the stream that the command writes
    /// @param tagged reads what the state begins from beside it
    Folded<?, ?> state(Decider<?, ?> decider, Command command, List<Decoded> own, Tagged tagged) {
        Key key = new Key(decider, decider.stream(command), decider.alsoReads(command));
        List<List<Decoded>> read =
                Stream.concat(
                                Stream.of(own),
                                key.queries().stream()
                                        .map(query -> tagged.read(query.tag(), query.kinds())))
                        .toList();
        Kept before = states.get(key);
        if (before != null && before.counts().equals(sizes(read))) {
            return before.state();
        }
        Kept now = before == null ? null : before.with(read);
        if (now == null) {
            now = new Kept(decider.fold(merged(read)), read);
        }
        keep(key, now);
        return now.state();
    }

    /// What has no events is as quickly folded anew.
    private void keep(Key key, Kept now) {
        if (now.last() > 0) {
            states.replace(
                    key, before -> before != null && before.last() > now.last() ? before : now);
        }
    }

    /// A state, and how much of what was read is folded into it.
    ///
    /// @param counts how many events of each list
    /// @param last the last position of any of them
    private record Kept(Folded<?, ?> state, List<Integer> counts, long last) {

        Kept(Folded<?, ?> state, List<List<Decoded>> read) {
            this(
                    state,
                    sizes(read),
                    read.stream()
                            .filter(events -> !events.isEmpty())
                            .mapToLong(events -> events.getLast().position())
                            .max()
                            .orElse(0));
        }

        /// With what was read since; nothing if not all of it comes after what is folded.
        @Nullable Kept with(List<List<Decoded>> read) {
            List<List<Decoded>> since = new ArrayList<>(read.size());
            for (int i = 0; i < read.size(); i++) {
                List<Decoded> events = read.get(i);
                int count = counts.get(i);
                if (events.size() < count
                        || (events.size() > count && events.get(count).position() <= last)) {
                    return null;
                }
                since.add(events.subList(count, events.size()));
            }
            return state.with(merged(since)).map(with -> new Kept(with, read)).orElse(null);
        }
    }

    private static List<Integer> sizes(List<List<Decoded>> read) {
        return read.stream().map(List::size).toList();
    }

    /// All events in the order of recording, each once.
    private static List<CcgEvent> merged(List<List<Decoded>> read) {
        List<List<Decoded>> some = read.stream().filter(events -> !events.isEmpty()).toList();
        if (some.size() == 1) {
            return events(some.getFirst());
        }
        SortedMap<Long, Decoded> boundary = new TreeMap<>();
        some.forEach(events -> events.forEach(event -> boundary.put(event.position(), event)));
        return events(boundary.values());
    }

    static List<CcgEvent> events(Collection<Decoded> decoded) {
        return decoded.stream().map(Decoded::event).toList();
    }
}
