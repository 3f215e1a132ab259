package org.ccgledger.ledger.guilty;

import org.ccgledger.events.CcgCode;

/// Guilty: a ledger that knows what groups are.
public record OfGroups(CcgCode ccg) {}
