package org.ccgledger.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// An event as the ledger holds it.
///
/// @param position dense, in commit order, from 1
/// @param recordedAt the database's clock under the append's lock, in microseconds
/// @param version within its stream, from 1
/// @param commandIndex within its command, from 0
/// @param fact UTF-8 JSON as stored
/// @param metadata UTF-8 JSON as stored, the same for all events of the command
/// @param leafHash SHA-256 of the event at its place
public record StoredEvent(
        long position,
        Instant recordedAt,
        String stream,
        long version,
        UUID commandId,
        int commandIndex,
        String type,
        int schemaVersion,
        LocalDate effectiveOn,
        byte[] fact,
        byte[] metadata,
        byte[] leafHash) {

    public UUID eventId() {
        return Digests.eventId(commandId, commandIndex);
    }
}
