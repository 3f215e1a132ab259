package org.ccgledger.command.http;

import org.ccgledger.command.handling.Answer;
import org.ccgledger.events.EventReader.UnknownEventType;
import org.ccgledger.ledger.LedgerException;
import org.springframework.http.ResponseEntity;

/// What became of a command, as its sender is told.
public final class Outcomes {

    private Outcomes() {}

    /// The answer to a command that was sent: its receipt, or the refusal that was recorded.
    ///
    /// @param epoch of the ledger's history
    /// @throws Problem where nothing was recorded
    public static ResponseEntity<byte[]> response(Answer answer, int epoch) {
        return switch (answer) {
            case Answer.Concluded(var command, var replayed) ->
                    Receipt.response(command, epoch, replayed);
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

    static Problem problem(LedgerException failure) {
        Problem problem =
                switch (failure) {
                    case LedgerException.Unavailable _ ->
                            new Problem(
                                    503,
                                    "UNAVAILABLE",
                                    "The ledger cannot be used at the moment",
                                    "Nothing was recorded. Send it again with the same key.");
                    case LedgerException.OutcomeUnknown _ ->
                            new Problem(
                                    503,
                                    "OUTCOME_UNKNOWN",
                                    "Whether the outcome was recorded cannot be known",
                                    "Send it again with the same key: it is decided once at most.");
                };
        return problem.retryAfter(1);
    }

    /// A later build, which knows the event, has written to the ledger, and may well answer.
    static Problem problem(UnknownEventType event) {
        return new Problem(
                        503,
                        "UNAVAILABLE",
                        "The ledger holds what this build cannot read",
                        event.getMessage() + ". Nothing was recorded.")
                .retryAfter(1);
    }
}
