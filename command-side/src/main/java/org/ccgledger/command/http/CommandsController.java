package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.ccgledger.access.Callers;
import org.ccgledger.access.Identity;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.events.Actor;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.Role;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredCommand;
import org.ccgledger.ledger.proof.Lineage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Takes every command, and gives the receipt of each.
@RestController
@RequestMapping("/v1/commands")
final class CommandsController {

    private final Commands commands;
    private final CommandTypes types;
    private final Ledger ledger;

    CommandsController(Commands commands, CommandTypes types, Ledger ledger) {
        this.commands = commands;
        this.types = types;
        this.ledger = ledger;
    }

    /// Each command says itself who may send it, and the handling of commands holds it to that.
    @OpenTo(Callers.TOKEN_HOLDERS)
    @PostMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> send(
            @PathVariable String name,
            @AuthenticationPrincipal Identity identity,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        CommandTypes.Type type = types.named(name).orElseThrow(SentCommand::unknown);
        Envelope envelope = SentCommand.of(request).envelope(type, identity);
        response.setHeader(SentCommand.CORRELATION_HEADER, envelope.correlationId());
        return Outcomes.response(commands.send(envelope), ledger.epoch());
    }

    /// The commands there are, and who may send them.
    @OpenTo(Callers.EVERYBODY)
    @GetMapping
    List<CommandEntry> list() {
        return types.all().stream()
                .map(type ->
                        new CommandEntry(
                                type.name(),
                                "/v1/commands/" + type.name(),
                                "/v1/commands/" + type.name() + "/schema",
                                Arrays.stream(senders(type)).map(Role::name).toList(),
                                Arrays.stream(type.carrier().getRecordComponents())
                                        .map(java.lang.reflect.RecordComponent::getName)
                                        .toList()))
                .toList();
    }

    /// The JSON Schema of a command's body.
    @OpenTo(Callers.EVERYBODY)
    @GetMapping(path = "/{name}/schema", produces = "application/schema+json")
    ObjectNode schema(@PathVariable String name) {
        return types.named(name).map(CommandSchema::of).orElseThrow(SentCommand::unknown);
    }

    record CommandEntry(
            String name, String href, String schema, List<String> sentBy, List<String> fields) {}

    private static Role[] senders(CommandTypes.Type type) {
        return Objects.requireNonNull(type.carrier().getAnnotation(SentBy.class)).value();
    }

    /// The receipt of a command, for its sender and for auditors.
    @OpenTo(Callers.TOKEN_HOLDERS)
    @GetMapping("/{id}")
    ResponseEntity<byte[]> receipt(
            @PathVariable String id, @AuthenticationPrincipal Identity identity) {
        Actor actor = identity.actor();
        return uuid(id).flatMap(ledger::command)
                .filter(CommandsController::wasSent)
                .filter(command ->
                        actor.role() == Role.AUDITOR || isSender(actor, command.metadata()))
                .map(command ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(Receipt.body(command)))
                .orElseThrow(() ->
                        new Problem(
                                404,
                                "NOT_FOUND",
                                "There is no such receipt",
                                "No command of yours has this id, or it has no outcome yet."));
    }

    /// What the ledger says of itself was sent by nobody.
    private static boolean wasSent(StoredCommand command) {
        return !Lineage.isOwn(command.events().getFirst().type());
    }

    private static boolean isSender(Actor actor, byte[] metadata) {
        return EventJson.MAPPER
                .readValue(metadata, EventMetadata.class)
                .actor()
                .id()
                .equals(actor.id());
    }

    static java.util.Optional<UUID> uuid(String id) {
        try {
            return java.util.Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return java.util.Optional.empty();
        }
    }
}
