package org.ccgledger.ledger;

import java.util.List;
import java.util.UUID;

/// One command's outcome: the events of one stream, and what they depend on.
///
/// @param fingerprint keyed digest of what was asked for, to tell a copy from another use of the
///   same id
/// @param metadata UTF-8 JSON, the same for all events
/// @param decision the decision record as UTF-8 JSON
/// @param decisionParts what is personal in the decision record
/// @param version that the stream must have, 0 for a new one
/// @param guards what else was read
public record Append(
        UUID commandId,
        byte[] fingerprint,
        byte[] metadata,
        byte[] decision,
        List<PersonalPart> decisionParts,
        String stream,
        long version,
        List<NewEvent> events,
        List<Guard> guards) {

    public Append {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("An append holds at least one event");
        }
    }
}
