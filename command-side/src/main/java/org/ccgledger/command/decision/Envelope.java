package org.ccgledger.command.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Source;
import org.jspecify.annotations.Nullable;

/// A command with all that was said beside it.
///
/// @param commandId unique for ever
/// @param idempotencyKey as it was sent
/// @param body the command as sent: UTF-8 JSON of its own fields and those beside them
/// @param expectedVersion of the stream, if the sender decided on one
/// @param causationId the event that it reacts to
public record Envelope(
        UUID commandId,
        String idempotencyKey,
        Command command,
        byte[] body,
        Actor actor,
        LocalDate effectiveOn,
        @Nullable Authority authority,
        @Nullable String reasons,
        List<DocRef> evidence,
        @Nullable Source source,
        OptionalLong expectedVersion,
        String correlationId,
        @Nullable UUID causationId) {

    /// The name by which the command is known everywhere.
    public String commandName() {
        return command.getClass().getSimpleName();
    }
}
