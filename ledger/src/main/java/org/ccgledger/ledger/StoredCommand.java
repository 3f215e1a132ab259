package org.ccgledger.ledger;

import java.util.List;
import java.util.UUID;

/// A command that has an outcome, with its events.
///
/// @param decision the decision record, UTF-8 JSON as stored
public record StoredCommand(
        UUID commandId,
        byte[] fingerprint,
        byte[] metadata,
        byte[] decision,
        List<StoredEvent> events) {}
