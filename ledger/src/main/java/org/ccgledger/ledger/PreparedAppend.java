package org.ccgledger.ledger;

import java.util.List;
import java.util.UUID;

/// An append with everything hashed and encrypted that can be before its place is known.
///
/// @param events in the order of the request's
record PreparedAppend(Append request, List<Event> events) {

    /// @param tags sorted
    /// @param body what is hashed with the event's place
    /// @param partCommitments 32 bytes for each part
    record Event(
            NewEvent event,
            List<String> tags,
            byte[] body,
            byte[] partCommitments,
            List<Part> parts) {}

    /// @param content nonce and ciphertext
    record Part(String field, UUID subject, byte[] salt, byte[] content) {}

    UUID commandId() {
        return request.commandId();
    }

    /// What it adds to the statement, roughly.
    int size() {
        int size = request.metadata().length + request.decision().length;
        for (Event event : events) {
            size += event.body().length + event.event().fact().length;
        }
        return size;
    }
}
