package org.ccgledger.ledger.guilty;

import org.ccgledger.query.QuerySide;

/// Guilty: a ledger that knows who reads it.
public record OfQuestions(QuerySide reader) {}
