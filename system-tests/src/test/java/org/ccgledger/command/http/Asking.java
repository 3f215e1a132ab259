package org.ccgledger.command.http;

import org.ccgledger.query.QuerySide;

/// Guilty: the command side asking the query side.
public record Asking(QuerySide side) {}
