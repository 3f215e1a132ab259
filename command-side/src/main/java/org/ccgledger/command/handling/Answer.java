package org.ccgledger.command.handling;

import org.ccgledger.ledger.StoredCommand;

/// What becomes of a command that could be read.
public sealed interface Answer {

    /// It has an outcome: accepted, unchanged or refused. Sent again it gets the same answer for
    /// ever.
    ///
    /// @param replayed whether the outcome is from an earlier sending
    record Concluded(StoredCommand command, boolean replayed) implements Answer {}

    /// The sender's role or body may not send it. Nothing was recorded.
    record Forbidden(String code, String detail) implements Answer {}

    /// What it is about does not exist. Nothing was recorded.
    record NotFound(String what) implements Answer {}

    /// The stream is not at the version that the sender decided on. Nothing was recorded.
    record VersionConflict(long currentVersion) implements Answer {}

    /// The key was used for something else before.
    record KeyReused() implements Answer {}

    /// Others kept changing what the decision depends on. Nothing was recorded.
    record Contention() implements Answer {}
}
