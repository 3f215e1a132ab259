package org.ccgledger.ledger;

import java.util.List;

/// What a boundary read found, and the head of the snapshot in which it was found.
public record Slice(List<StoredEvent> events, long head) {}
