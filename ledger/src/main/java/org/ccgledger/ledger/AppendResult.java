package org.ccgledger.ledger;

/// What became of an append. None of them is an error.
public sealed interface AppendResult {

    /// It is durable.
    record Appended(long firstPosition, int events) implements AppendResult {
        public long lastPosition() {
            return firstPosition + events - 1;
        }
    }

    /// The command has had an outcome before; nothing was written.
    record Known() implements AppendResult {}

    /// Something that was read is no longer the latest; nothing was written.
    record Overtaken() implements AppendResult {}
}
