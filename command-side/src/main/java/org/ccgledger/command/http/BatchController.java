package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.ccgledger.access.Callers;
import org.ccgledger.access.Identity;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.handling.Commands;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventReader.UnknownEventType;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes many commands at once, a line each, and answers each as if it had been sent alone.
///
/// A line is `{"command": …, "key": …, "body": {…}}`, with `ifMatch` and `correlationId` where the
/// headers of those names would stand. Lines that write one stream are decided in their order, one
/// after another; others beside them. After a line that has to be sent again, because its outcome
/// is not known or others were in the way, the later ones of its stream are not sent.
@RestController
final class BatchController {

    private static final Logger LOG = LoggerFactory.getLogger(BatchController.class);
    private static final String BATCH = "/v1/commands:batch";
    private static final String NDJSON = "application/x-ndjson";

    private static final int LARGEST_BATCH = 16 << 20;
    private static final int MOST_LINES = 10_000;
    private static final int AT_ONCE = 16;
    private static final int BATCHES_AT_ONCE = 4;
    private static final List<String> FIELDS =
            List.of("command", "key", "body", "ifMatch", "correlationId");

    private final Commands commands;
    private final CommandTypes types;
    private final Ledger ledger;
    private final Semaphore batches = new Semaphore(BATCHES_AT_ONCE);

    BatchController(Commands commands, CommandTypes types, Ledger ledger) {
        this.commands = commands;
        this.types = types;
        this.ledger = ledger;
    }

    /// What a line asks for, or why it asks for nothing.
    private sealed interface Line {
        record Command(Envelope envelope, String stream) implements Line {}

        record Unreadable(Problem problem) implements Line {}
    }

    /// Its lines are commands, which say themselves who may send them.
    @OpenTo(Callers.TOKEN_HOLDERS)
    @PostMapping(path = BATCH, consumes = NDJSON)
    void send(
            @AuthenticationPrincipal Identity sender,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<Line> lines = lines(Body.of(request, LARGEST_BATCH, "batch"), sender);
        if (!batches.tryAcquire()) {
            throw new Problem(
                            503,
                            "UNAVAILABLE",
                            "Too many batches are under way",
                            "Send it again when one of them has ended.")
                    .retryAfter(1);
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<byte[]>> answers = send(lines, threads);
            response.setContentType(NDJSON);
            OutputStream out = response.getOutputStream();
            for (CompletableFuture<byte[]> answer : answers) {
                out.write(answer.join());
            }
        } finally {
            batches.release();
        }
    }

    private static Problem tooLarge() {
        return new Problem(
                413,
                "PAYLOAD_TOO_LARGE",
                "The batch is too large",
                "A batch has at most %,d lines.".formatted(MOST_LINES));
    }

    private List<Line> lines(byte[] body, Identity sender) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                if (i > from) {
                    lines.add(line(Arrays.copyOfRange(body, from, i), sender));
                }
                from = i + 1;
            }
            if (lines.size() > MOST_LINES) {
                throw tooLarge();
            }
        }
        if (lines.isEmpty()) {
            throw Problem.invalid("", "is a line of JSON for each command");
        }
        return lines;
    }

    private Line line(byte[] text, Identity sender) {
        try {
            if (!(CommandReader.tree(text) instanceof ObjectNode line)
                    || !FIELDS.containsAll(line.propertyNames())) {
                throw Problem.invalid("", "is an object with " + String.join(", ", FIELDS));
            }
            CommandTypes.Type type =
                    types.named(line.path("command").asString(""))
                            .orElseThrow(SentCommand::unknown);
            if (!(line.get("body") instanceof ObjectNode body)) {
                throw Problem.invalid("/body", "is the body of the command");
            }
            Envelope envelope =
                    new SentCommand(
                                    text(line, "key"),
                                    text(line, "ifMatch"),
                                    text(line, "correlationId"),
                                    null,
                                    EventJson.MAPPER.writeValueAsBytes(body))
                            .envelope(type, sender);
            return new Line.Command(envelope, type.decider().stream(envelope.command()).toString());
        } catch (Problem problem) {
            return new Line.Unreadable(problem);
        }
    }

    private static @Nullable String text(ObjectNode line, String field) {
        JsonNode value = line.get(field);
        if (value != null && !value.isString()) {
            throw Problem.invalid("/" + field, "is a text");
        }
        return value == null ? null : value.asString();
    }

    /// A command in the queue of its stream, and who waits for its answer.
    private record Queued(int number, Envelope envelope, CompletableFuture<byte[]> answer) {}

    /// The answers in the order of the lines, while the commands are sent.
    private List<CompletableFuture<byte[]>> send(List<Line> lines, ExecutorService threads) {
        Map<String, List<Queued>> streams = new LinkedHashMap<>();
        List<CompletableFuture<byte[]>> answers = new ArrayList<>();
        for (Line line : lines) {
            CompletableFuture<byte[]> answer = new CompletableFuture<>();
            answers.add(answer);
            switch (line) {
                case Line.Unreadable(var problem) ->
                        answer.complete(answer(answers.size(), problem.response(BATCH)));
                case Line.Command(var envelope, var stream) ->
                        streams.computeIfAbsent(stream, _ -> new ArrayList<>())
                                .add(new Queued(answers.size(), envelope, answer));
            }
        }
        Semaphore places = new Semaphore(AT_ONCE);
        streams.values().forEach(queue -> threads.execute(() -> send(queue, places)));
        return answers;
    }

    private void send(List<Queued> queue, Semaphore places) {
        boolean isSettled = true;
        for (Queued next : queue) {
            ResponseEntity<byte[]> outcome;
            if (isSettled) {
                places.acquireUninterruptibly();
                try {
                    outcome = send(next.envelope());
                } finally {
                    places.release();
                }
                isSettled = isSettled(outcome);
            } else {
                outcome = notSent().response(BATCH);
            }
            next.answer().complete(answer(next.number(), outcome));
        }
    }

    /// Whether a line need not be sent again.
    static boolean isSettled(ResponseEntity<byte[]> outcome) {
        return !outcome.getStatusCode().is5xxServerError()
                && !outcome.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
    }

    private ResponseEntity<byte[]> send(Envelope envelope) {
        try {
            return Outcomes.response(commands.send(envelope), ledger.epoch());
        } catch (Problem problem) {
            return problem.response(BATCH);
        } catch (LedgerException failure) {
            return Outcomes.problem(failure).response(BATCH);
        } catch (UnknownEventType event) {
            return Outcomes.problem(event).response(BATCH);
        } catch (RuntimeException failure) {
            LOG.error("{} of a batch could not be answered", envelope.commandId(), failure);
            return new Problem(
                            500,
                            "INTERNAL_ERROR",
                            "This could not be answered",
                            "The error has been logged.")
                    .response(BATCH);
        }
    }

    private static Problem notSent() {
        return new Problem(
                        503,
                        "UNAVAILABLE",
                        "An earlier command of the same stream has no outcome yet",
                        "It was not sent. Send the lines again with the same keys.")
                .retryAfter(1);
    }

    /// What the command would have been answered alone, with what would have stood in its head.
    private static byte[] answer(int number, ResponseEntity<byte[]> outcome) {
        ObjectNode head = EventJson.MAPPER.createObjectNode();
        head.put("line", number).put("status", outcome.getStatusCode().value());
        HttpHeaders headers = outcome.getHeaders();
        if (headers.containsHeader(Receipt.REPLAYED)) {
            head.put("replayed", true);
        }
        String token = headers.getFirst(Receipt.CONSISTENCY_TOKEN);
        if (token != null) {
            head.put("consistencyToken", token);
        }
        byte[] told = EventJson.MAPPER.writeValueAsBytes(head);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(told, 0, told.length - 1);
        line.writeBytes(",\"answer\":".getBytes(StandardCharsets.UTF_8));
        line.writeBytes(Objects.requireNonNull(outcome.getBody()));
        line.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
        return line.toByteArray();
    }
}
