package org.ccgledger.command.automation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.ccgledger.command.decision.Beside;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.ledger.Digests;

/// An event to which the system reacts.
///
/// @param metadata of the command that the event comes from, as JSON
public record Cause(CcgEvent event, UUID eventId, String metadata) {

    /// A command of the system's, whose id follows from the automation, the event and what it is
    /// about.
    Envelope sends(
            String automation,
            String about,
            Command command,
            LocalDate effectiveOn,
            Authority authority) {
        String key = automation + "/" + eventId + "/" + about;
        return new Beside(Actor.SYSTEM, effectiveOn)
                .under(authority)
                .envelope(
                        commandId(key),
                        key,
                        command,
                        EventJson.MAPPER.readValue(metadata, EventMetadata.class).correlationId(),
                        eventId);
    }

    /// The id of a command of the system's, by its key, as those of others follow from theirs.
    public static UUID commandId(String key) {
        return Digests.uuid(Digests.sha256(("system\n" + key).getBytes(StandardCharsets.UTF_8)));
    }
}
