package org.ccgledger.command.decision;

import java.util.Comparator;
import java.util.List;
import org.ccgledger.events.CcgEvent;

/// The one order in which a boundary's events are folded.
public final class History {

    private History() {}

    /// By the day from which they count, and then as they were recorded. The list is in the order
    /// of recording.
    public static <E extends CcgEvent> List<E> ordered(List<E> recorded) {
        return recorded.stream().sorted(Comparator.comparing(CcgEvent::effectiveOn)).toList();
    }
}
