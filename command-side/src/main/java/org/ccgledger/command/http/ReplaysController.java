package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.handling.DecisionReplay;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Decides again, for auditors, what was decided: one decision, or all of a range.
///
/// Replays run one after the other, each on a thread beside the requests. The last of them are kept
/// in memory; one that is lost is asked for again.
@RestController
@RequestMapping("/v1/audit/replays")
final class ReplaysController implements DisposableBean {

    private static final int MOST_KEPT = 20;

    private final Ledger ledger;
    private final CommandTypes types;
    private final List<ReplayRun> runs = new ArrayList<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("replay-", 0).factory());

    ReplaysController(Ledger ledger, CommandTypes types) {
        this.ledger = ledger;
        this.types = types;
    }

    /// What is to be decided again: the decision on one command, or those from a position to
    /// another; all, if nothing is said.
    record ReplayRequest(@Nullable String commandId, @Nullable Long from, @Nullable Long to) {}

    @OpenTo(Callers.AUDITORS)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReplayRun.View> replay(HttpServletRequest request) throws IOException {
        ReplayRun run = queued(run(read(Body.of(request))));
        return ResponseEntity.accepted()
                .location(URI.create("/v1/audit/replays/" + run.id()))
                .body(run.view());
    }

    @OpenTo(Callers.AUDITORS)
    @GetMapping("/{id}")
    ReplayRun.View progress(@PathVariable String id) {
        synchronized (runs) {
            return runs.stream()
                    .filter(run -> run.id().toString().equals(id))
                    .findFirst()
                    .map(ReplayRun::view)
                    .orElseThrow(() ->
                            new Problem(
                                    404,
                                    "NOT_FOUND",
                                    "There is no such replay",
                                    "The last " + MOST_KEPT + " are kept; ask for it again."));
        }
    }

    private static ReplayRequest read(byte[] body) {
        return Shape.of(ReplayRequest.class).read(CommandReader.tree(body));
    }

    private ReplayRun run(ReplayRequest request) {
        UUID id = UUID.randomUUID();
        if (request.commandId() != null) {
            long position =
                    CommandsController.uuid(request.commandId())
                            .flatMap(ledger::command)
                            .map(command -> command.events().getFirst())
                            .map(StoredEvent::position)
                            .orElseThrow(() ->
                                    new Problem(
                                            404,
                                            "NOT_FOUND",
                                            "There is no such decision",
                                            "No command has the id " + request.commandId() + "."));
            return new ReplayRun(id, position, position, true);
        }
        long head = ledger.head();
        long from = Objects.requireNonNullElse(request.from(), 1L);
        long to = Math.min(Objects.requireNonNullElse(request.to(), head), head);
        if (from < 1 || from > to) {
            throw Problem.invalid("/from", "is a position from 1 to " + to);
        }
        return new ReplayRun(id, from, to, false);
    }

    private ReplayRun queued(ReplayRun run) {
        synchronized (runs) {
            if (runs.size() >= MOST_KEPT) {
                Optional<ReplayRun> over = runs.stream().filter(ReplayRun::isOver).findFirst();
                runs.remove(
                        over.orElseThrow(() ->
                                new Problem(
                                                503,
                                                "UNAVAILABLE",
                                                "Too many replays wait already",
                                                "Wait until one of them is done.")
                                        .retryAfter(30)));
            }
            runs.add(run);
        }
        thread.execute(() -> run.run(new DecisionReplay(ledger, types)));
        return run;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
