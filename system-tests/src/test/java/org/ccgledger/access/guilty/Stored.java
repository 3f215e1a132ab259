package org.ccgledger.access.guilty;

import org.ccgledger.ledger.StoredEvent;

/// Guilty: who asks is told without the ledger.
public record Stored(StoredEvent event) {}
