package org.ccgledger.command.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.ccgledger.events.Actor;
import org.ccgledger.events.Authority;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What is said beside a command that nobody sent over HTTP: one of the system's own, of a file or
/// of a played history.
public record Beside(
        Actor actor,
        LocalDate effectiveOn,
        @Nullable Authority authority,
        @Nullable String reasons,
        List<DocRef> evidence,
        @Nullable Source source) {

    public Beside(Actor actor, LocalDate effectiveOn) {
        this(actor, effectiveOn, null, null, List.of(), null);
    }

    public Beside under(Authority given) {
        return new Beside(actor, effectiveOn, given, reasons, evidence, source);
    }

    public Beside because(String given) {
        return new Beside(actor, effectiveOn, authority, given, evidence, source);
    }

    public Beside on(List<DocRef> given) {
        return new Beside(actor, effectiveOn, authority, reasons, given, source);
    }

    public Beside knownFrom(Source given) {
        return new Beside(actor, effectiveOn, authority, reasons, evidence, given);
    }

    /// The command with this beside it, and with the body that would have been sent.
    public Envelope envelope(
            UUID commandId,
            String idempotencyKey,
            Command command,
            String correlationId,
            @Nullable UUID causationId) {
        return new Envelope(
                commandId,
                idempotencyKey,
                command,
                body(command),
                actor,
                effectiveOn,
                authority,
                reasons,
                evidence,
                source,
                OptionalLong.empty(),
                correlationId,
                causationId);
    }

    private byte[] body(Command command) {
        ObjectNode body = EventJson.MAPPER.valueToTree(command);
        body.put("effectiveOn", effectiveOn.toString());
        set(body, "authority", authority);
        set(body, "reasons", reasons);
        set(body, "evidence", evidence.isEmpty() ? null : evidence);
        set(body, "source", source);
        return EventJson.MAPPER.writeValueAsBytes(body);
    }

    private static void set(ObjectNode body, String field, @Nullable Object value) {
        if (value != null) {
            body.set(field, EventJson.MAPPER.valueToTree(value));
        }
    }
}
