package org.ccgledger.events.pledges;

import java.time.LocalDate;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.LedgerEntry;
import org.ccgledger.events.PledgeId;
import org.ccgledger.events.Source;
import org.ccgledger.events.Tag;

/// What can happen to a promise that was made to groups.
public sealed interface PledgeEvent extends CcgEvent {

    /// `effectiveOn` is the day on which it was made, `text` the promise in its maker's words.
    @EventName(value = "ccg.pledges.PledgeRecorded", fact = true)
    record PledgeRecorded(
            PledgeId pledge,
            BodyRef by,
            String subject,
            String text,
            Source source,
            LocalDate effectiveOn)
            implements PledgeEvent {}

    @EventName(value = "ccg.pledges.PledgeEvidenceLinked", fact = true)
    record PledgeEvidenceLinked(
            PledgeId pledge, LedgerEntry entry, PledgeBearing bearing, LocalDate effectiveOn)
            implements PledgeEvent {}

    PledgeId pledge();

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case PledgeRecorded e -> Set.of(Tag.body(e.by()));
            case PledgeEvidenceLinked _ -> Set.of();
        };
    }
}
