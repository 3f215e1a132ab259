package org.ccgledger.query.projection;

import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.ledger.axon.Recorded;

/// Turns events into the rows of one read model. Every bean of this kind becomes a projection.
///
/// What it writes depends on the events before and on nothing else: no clock, no randomness. It
/// writes through [QueryDatabase], in the transaction in which the projection's progress is
/// recorded, and what it wrote for an event that it then fails to handle is undone.
public interface Projector {

    /// Lower case, permanent: progress is recorded under it.
    String name();

    /// Raised whenever the same events would give other rows.
    default int version() {
        return 1;
    }

    /// The events or families of events that concern it; the others pass it by.
    Set<Class<? extends CcgEvent>> concerns();

    /// Writes what the event changes.
    ///
    /// @param at where the event stands in the ledger
    void on(CcgEvent event, Recorded at);

    /// Who acted, under which authority and for which reasons.
    static EventMetadata metadata(Recorded at) {
        return EventJson.MAPPER.readValue(at.metadata(), EventMetadata.class);
    }

    /// Empties the read model, before all events come again.
    void reset();
}
