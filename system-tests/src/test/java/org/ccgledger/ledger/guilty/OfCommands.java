package org.ccgledger.ledger.guilty;

import org.ccgledger.command.CommandSide;

/// Guilty: a ledger that knows who writes it.
public record OfCommands(CommandSide writer) {}
