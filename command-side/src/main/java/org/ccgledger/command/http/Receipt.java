package org.ccgledger.command.http;

import java.net.URI;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import org.ccgledger.access.AccessProblem;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.commands.CommandEvent;
import org.ccgledger.events.commands.CommandEvent.CommandRefused;
import org.ccgledger.events.commands.CommandEvent.CommandUnchanged;
import org.ccgledger.ledger.LedgerToken;
import org.ccgledger.ledger.StoredCommand;
import org.ccgledger.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The answer to a command that has an outcome, made from what is stored alone, so that it is the
/// same for ever.
final class Receipt {

    static final String CONSISTENCY_TOKEN = "Consistency-Token";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Set<String> OUTCOMES = EventTypes.namesOf(CommandEvent.class);
    private static final Pattern KIND_ENDS = Pattern.compile(":");

    private Receipt() {}

    static String token(int epoch, StoredEvent last) {
        return LedgerToken.of(epoch, last.position(), last.leafHash()).toString();
    }

    static ResponseEntity<byte[]> response(StoredCommand command, int epoch, boolean replayed) {
        StoredEvent last = command.events().getLast();
        CommandEvent outcome = commandEvent(last);
        var response =
                ResponseEntity.status(
                        switch (outcome) {
                            case null -> 201;
                            case CommandUnchanged _ -> 200;
                            case CommandRefused refused -> refused.status();
                        });
        response.header(CONSISTENCY_TOKEN, token(epoch, last));
        if (replayed) {
            response.header(REPLAYED, "true");
        }
        if (outcome == null) {
            response.location(URI.create("/v1/commands/" + command.commandId()))
                    .eTag("\"" + last.version() + "\"");
        }
        return response.contentType(
                        outcome instanceof CommandRefused
                                ? MediaType.APPLICATION_PROBLEM_JSON
                                : MediaType.APPLICATION_JSON)
                .body(body(command, outcome));
    }

    static byte[] body(StoredCommand command) {
        return body(command, commandEvent(command.events().getLast()));
    }

    private static byte[] body(StoredCommand command, @Nullable CommandEvent outcome) {
        ObjectNode body =
                switch (outcome) {
                    case null -> accepted(command);
                    case CommandUnchanged unchanged -> unchanged(command, unchanged);
                    case CommandRefused refused -> refused(command, refused);
                };
        return EventJson.MAPPER.writeValueAsBytes(body);
    }

    static @Nullable CommandEvent commandEvent(StoredEvent event) {
        return OUTCOMES.contains(event.type())
                ? (CommandEvent) EventJson.read(event.type(), event.schemaVersion(), event.fact())
                : null;
    }

    private static ObjectNode accepted(StoredCommand command) {
        StoredEvent last = command.events().getLast();
        ObjectNode body = EventJson.MAPPER.createObjectNode();
        body.put("commandId", command.commandId().toString());
        body.put("stream", last.stream());
        body.put("version", last.version());
        body.put("position", last.position());
        body.put("recordedAt", last.recordedAt().toString());
        ArrayNode events = body.putArray("events");
        for (StoredEvent event : command.events()) {
            events.addObject()
                    .put("id", event.eventId().toString())
                    .put("type", event.type())
                    .put("version", event.schemaVersion())
                    .put("position", event.position())
                    .put("leafHash", HexFormat.of().formatHex(event.leafHash()));
        }
        links(body, command, last.stream());
        return body;
    }

    private static ObjectNode unchanged(StoredCommand command, CommandUnchanged unchanged) {
        StoredEvent last = command.events().getLast();
        ObjectNode body = EventJson.MAPPER.createObjectNode();
        body.put("commandId", command.commandId().toString());
        body.put("stream", unchanged.subject());
        body.put("position", last.position());
        body.put("recordedAt", last.recordedAt().toString());
        body.putArray("events");
        links(body, command, unchanged.subject());
        return body;
    }

    private static void links(ObjectNode body, StoredCommand command, String stream) {
        body.putObject("links")
                .put("self", "/v1/commands/" + command.commandId())
                .put("history", "/v1/audit/streams/" + KIND_ENDS.matcher(stream).replaceFirst("/"));
    }

    private static ObjectNode refused(StoredCommand command, CommandRefused refused) {
        EventMetadata metadata =
                EventJson.MAPPER.readValue(command.metadata(), EventMetadata.class);
        ObjectNode body = EventJson.MAPPER.createObjectNode();
        body.put("type", AccessProblem.typeOf(refused.code()));
        body.put("title", refused.title());
        body.put("status", refused.status());
        body.put("code", refused.code());
        if (refused.rule() != null) {
            body.put("rule", refused.rule());
        }
        body.put("detail", refused.detail());
        body.put("instance", "/v1/commands/" + metadata.command());
        body.put("commandId", command.commandId().toString());
        body.put("traceId", metadata.correlationId());
        ArrayNode violations = body.putArray("violations");
        refused.violations()
                .forEach(violation ->
                        violations
                                .addObject()
                                .put("field", violation.field())
                                .put("message", violation.message()));
        return body;
    }
}
