package org.ccgledger.command.decision;

import java.util.List;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;

/// Facts of other boundaries, as a decision may read them.
///
/// What was read, and up to where, goes into the decision record and is checked again when the
/// outcome is appended. Works on any thread until the decision is made, and fails afterwards.
public interface Reads {

    /// All events of a stream, in the order of [History].
    List<CcgEvent> stream(StreamName stream);

    /// The events of these kinds (events or families) under a tag, in the order of [History].
    List<CcgEvent> tagged(Tag tag, List<Class<? extends CcgEvent>> kinds);

    /// The events of one kind under a tag, in the order of [History].
    default <E extends CcgEvent> List<E> tagged(Tag tag, Class<E> kind) {
        return tagged(tag, List.of(kind)).stream().map(kind::cast).toList();
    }
}
