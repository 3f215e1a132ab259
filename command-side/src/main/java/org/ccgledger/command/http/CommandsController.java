package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.access.Callers;
import org.ccgledger.access.Identity;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.command.handling.Answer;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.events.Actor;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.Role;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredCommand;
import org.ccgledger.ledger.proof.Lineage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Takes every command, and gives the receipt of each.
@RestController
@RequestMapping("/v1/commands")
final class CommandsController {

    private static final int LARGEST_BODY = 1 << 20;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{16,128}");
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

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
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "X-Correlation-ID", required = false)
                    @Nullable String correlation,
            HttpServletRequest request)
            throws IOException {
        CommandTypes.Type type = types.named(name).orElseThrow(CommandsController::unknown);
        byte[] body = body(request);
        CommandReader.Read read = CommandReader.read(body, type);
        UUID commandId = commandId(identity, requiredKey(key));
        Envelope envelope =
                new Envelope(
                        commandId,
                        requiredKey(key),
                        read.command(),
                        body,
                        identity.actor(),
                        read.beside().effectiveOn(),
                        read.beside().authority(),
                        read.beside().reasons(),
                        Objects.requireNonNullElse(read.beside().evidence(), List.of()),
                        read.beside().source(),
                        expectedVersion(ifMatch),
                        correlationId(correlation, commandId),
                        null);
        return respond(commands.send(envelope));
    }

    private ResponseEntity<byte[]> respond(Answer answer) {
        return switch (answer) {
            case Answer.Concluded(var command, var replayed) ->
                    Receipt.response(command, ledger.epoch(), replayed);
            case Answer.Forbidden(var code, var detail) ->
                    throw new Problem(403, code, "The sender may not send this command", detail);
            case Answer.NotFound(var what) ->
                    throw new Problem(
                            404,
                            "NOT_FOUND",
                            "What the command is about does not exist",
                            what + ".");
            case Answer.VersionConflict(var version) ->
                    throw new Problem(
                                    412,
                                    "VERSION_CONFLICT",
                                    "The boundary is not at the version that was decided on",
                                    "Read it again and decide on version " + version + ".")
                            .currentVersion(version);
            case Answer.KeyReused() ->
                    throw new Problem(
                            422,
                            "IDEMPOTENCY_KEY_REUSED",
                            "The key was used for another command",
                            "Use a new key for each command, and the same key for the same command"
                                    + " sent again.");
            case Answer.Contention() ->
                    throw new Problem(
                                    409,
                                    "CONTENTION",
                                    "Others kept changing what the decision depends on",
                                    "Nothing was recorded. Send it again with the same key.")
                            .retryAfter(1);
        };
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
        return types.named(name).map(CommandSchema::of).orElseThrow(CommandsController::unknown);
    }

    private static Problem unknown() {
        return new Problem(
                404,
                "NOT_FOUND",
                "There is no such command",
                "GET /v1/commands lists the commands there are.");
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

    static byte[] body(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Problem(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "The body is packed in a way that is not unpacked here",
                    "Send it without Content-Encoding.");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new Problem(
                    413,
                    "PAYLOAD_TOO_LARGE",
                    "The body is larger than a command may be",
                    "A command has at most " + LARGEST_BODY + " bytes.");
        }
        return body;
    }

    private static String requiredKey(@Nullable String key) {
        if (key == null) {
            throw new Problem(
                    400,
                    "IDEMPOTENCY_KEY_MISSING",
                    "A command has a key of its own",
                    "Send the header Idempotency-Key with 16 to 128 characters, the same when you"
                            + " send again.");
        }
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid("", "Idempotency-Key has 16 to 128 visible ASCII characters");
        }
        return key;
    }

    /// Unique for ever: issuer, client and key.
    static UUID commandId(Identity sender, String key) {
        return Digests.uuid(
                Digests.sha256(
                        String.join("\n", sender.issuer(), sender.client(), key)
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private static OptionalLong expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return OptionalLong.empty();
        }
        Matcher version = VERSION.matcher(ifMatch);
        if (!version.matches()) {
            throw Problem.invalid("", "If-Match is a version in quotes, such as \"7\"");
        }
        return OptionalLong.of(Long.parseLong(version.group(1)));
    }

    private static String correlationId(@Nullable String header, UUID commandId) {
        return header != null && CORRELATION.matcher(header).matches()
                ? header
                : commandId.toString();
    }
}
