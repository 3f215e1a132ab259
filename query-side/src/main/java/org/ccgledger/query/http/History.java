package org.ccgledger.query.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerToken;
import org.ccgledger.ledger.StoredEvent;
import org.springframework.stereotype.Component;

/// The history that this ledger holds, and tokens of its places as callers are given them and bring
/// them back.
@Component
public final class History {

    private final Ledger ledger;

    History(Ledger ledger) {
        this.ledger = ledger;
    }

    public LedgerToken tokenOf(StoredEvent event) {
        return LedgerToken.of(ledger.epoch(), event.position(), event.leafHash());
    }

    /// The place that a token names.
    ///
    /// @param header in which it came
    /// @throws QueryProblem if it is no token, or one of another history
    public LedgerToken place(String header, String text) {
        return LedgerToken.parse(text)
                .filter(this::holds)
                .orElseThrow(() ->
                        QueryProblem.invalidCursor(
                                header, "It does not come from this ledger's history"));
    }

    /// When the event at a position was recorded; nothing for what was before the first.
    public Optional<Instant> recordedAt(long position) {
        return position < 1
                ? Optional.empty()
                : ledger.readAfter(position - 1, 1).stream()
                        .map(StoredEvent::recordedAt)
                        .findFirst();
    }

    private boolean holds(LedgerToken token) {
        List<StoredEvent> there = ledger.readAfter(token.position() - 1, 1);
        return !there.isEmpty()
                && there.getFirst().position() == token.position()
                && tokenOf(there.getFirst()).equals(token);
    }
}
