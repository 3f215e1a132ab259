package org.ccgledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.command.handling.CommandTypes;
import org.ccgledger.command.handling.DecisionReplay;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Decides again, for auditors, what was decided: one decision, or all of a range.
///
/// They are [Jobs].
@RestController
@RequestMapping(ReplaysController.PATH)
final class ReplaysController implements DisposableBean {

    static final String PATH = "/v1/audit/replays";

    private final Ledger ledger;
    private final CommandTypes types;
    private final Jobs<ReplayRun> replays = new Jobs<>(PATH, "replay", 20);

    ReplaysController(Ledger ledger, CommandTypes types) {
        this.ledger = ledger;
        this.types = types;
    }

    /// What is to be decided again: the decision on one command, or those from a position to
    /// another; all, if nothing is said.
    record ReplayRequest(@Nullable String commandId, @Nullable Long from, @Nullable Long to) {}

    @OpenTo(Callers.AUDITORS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> replay(HttpServletRequest request) throws IOException {
        return replays.accept(run(Body.of(request, ReplayRequest.class)));
    }

    @OpenTo(Callers.AUDITORS)
    @GetMapping("/{id}")
    Object progress(@PathVariable String id) {
        return replays.get(id).view();
    }

    private ReplayRun run(ReplayRequest request) {
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
            return new ReplayRun(new DecisionReplay(ledger, types), position, position, true);
        }
        long head = ledger.head();
        long from = Objects.requireNonNullElse(request.from(), 1L);
        long to = Math.min(Objects.requireNonNullElse(request.to(), head), head);
        if (from < 1 || from > to) {
            throw Problem.invalid("/from", "is a position from 1 to " + to);
        }
        return new ReplayRun(new DecisionReplay(ledger, types), from, to, false);
    }

    @Override
    public void destroy() {
        replays.close();
    }
}
