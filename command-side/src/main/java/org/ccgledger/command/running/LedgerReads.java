package org.ccgledger.command.running;

import java.util.List;
import org.ccgledger.command.decision.History;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Slice;

/// What the ledger holds now, for automations that look something up. Nothing is guarded: the
/// decider of what they send reads for itself.
final class LedgerReads implements Reads {

    private final Ledger ledger;

    LedgerReads(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<CcgEvent> stream(StreamName stream) {
        return History.ordered(events(ledger.readStream(stream.toString())));
    }

    @Override
    public List<CcgEvent> tagged(Tag tag, List<Class<? extends CcgEvent>> kinds) {
        return History.ordered(recorded(tag, kinds));
    }

    /// In the order of recording.
    List<CcgEvent> recorded(Tag tag, List<Class<? extends CcgEvent>> kinds) {
        return events(ledger.readTag(tag.value(), EventTypes.namesOf(kinds)));
    }

    private static List<CcgEvent> events(Slice slice) {
        return slice.events().stream()
                .map(event -> EventJson.read(event.type(), event.schemaVersion(), event.fact()))
                .toList();
    }
}
