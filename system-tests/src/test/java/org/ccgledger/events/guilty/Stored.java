package org.ccgledger.events.guilty;

import org.ccgledger.ledger.StoredEvent;

/// Guilty: an event that knows how it is kept.
public record Stored(StoredEvent as) {}
