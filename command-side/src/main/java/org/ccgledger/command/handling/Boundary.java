package org.ccgledger.command.handling;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.handling.Remembered.Decoded;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.Tag;

/// What a decision's state is folded from.
final class Boundary {

    private Boundary() {}

    /// How events of some kinds under a tag are read.
    interface Tagged {
        List<Decoded> read(Tag tag, List<Class<? extends CcgEvent>> kinds);
    }

    /// The stream that a command writes, and what its state begins from beside it, in the order of
    /// recording.
    static List<CcgEvent> history(
            Decider<?, ?> decider, Command command, List<Decoded> own, Tagged tagged) {
        SortedMap<Long, Decoded> boundary = new TreeMap<>();
        own.forEach(event -> boundary.put(event.position(), event));
        decider.alsoReads(command).stream()
                .flatMap(query -> tagged.read(query.tag(), query.kinds()).stream())
                .forEach(event -> boundary.put(event.position(), event));
        return RecordedReads.events(boundary.values());
    }
}
