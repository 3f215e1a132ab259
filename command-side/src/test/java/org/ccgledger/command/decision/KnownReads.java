package org.ccgledger.command.decision;

import java.util.List;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;

/// What is read of events that a test gives, in the order of recording, by their tags alone.
public record KnownReads(List<CcgEvent> events) implements Reads {

    @Override
    public List<CcgEvent> stream(StreamName stream) {
        throw new UnsupportedOperationException("Nothing is read by " + stream);
    }

    @Override
    public List<CcgEvent> tagged(Tag tag, List<Class<? extends CcgEvent>> kinds) {
        return History.ordered(
                events.stream().filter(event -> matches(event, tag, kinds)).toList());
    }

    static boolean matches(CcgEvent event, Tag tag, List<Class<? extends CcgEvent>> kinds) {
        return event.tags().contains(tag)
                && kinds.stream().anyMatch(kind -> kind.isInstance(event));
    }
}
