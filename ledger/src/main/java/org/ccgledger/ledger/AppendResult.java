package org.ccgledger.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What became of an append. None of them is an error.
public sealed interface AppendResult {

    /// It is durable, as it stands in the ledger from now on.
    record Appended(StoredCommand command) implements AppendResult {
        /// An append at its place.
        ///
        /// @param firstHash where in the hashes those of its events begin
        static Appended of(
                Append request,
                long firstPosition,
                Instant recordedAt,
                byte[][] leafHashes,
                int firstHash) {
            List<StoredEvent> events = new ArrayList<>(request.events().size());
            for (NewEvent event : request.events()) {
                int index = events.size();
                events.add(
                        new StoredEvent(
                                firstPosition + index,
                                recordedAt,
                                request.stream(),
                                request.version() + index + 1,
                                request.commandId(),
                                index,
                                event.type(),
                                event.schemaVersion(),
                                event.effectiveOn(),
                                event.fact(),
                                request.metadata(),
                                leafHashes[firstHash + index]));
            }
            return new Appended(
                    new StoredCommand(
                            request.commandId(),
                            request.fingerprint(),
                            request.metadata(),
                            request.decision(),
                            List.copyOf(events)));
        }

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
