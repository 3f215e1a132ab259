package org.ccgledger.ledger;

/// What became of an append. None of them is an error.
public sealed interface AppendResult {

    /// It is durable, as it stands in the ledger from now on.
    record Appended(StoredCommand command) implements AppendResult {
        public long firstPosition() {
            return command.events().getFirst().position();
        }

        public long lastPosition() {
            return command.events().getLast().position();
        }
    }

    /// The command has had an outcome before; nothing was written.
    record Known() implements AppendResult {}

    /// Something that was read is no longer the latest; nothing was written.
    record Overtaken() implements AppendResult {}
}
