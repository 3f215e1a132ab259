package org.ccgledger.verifier.guilty;

import org.ccgledger.ledger.StoredEvent;

/// Guilty: a check that rests on what it checks.
public record Trusting(StoredEvent event) {}
