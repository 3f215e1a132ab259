package org.ccgledger.query.guilty;

import org.ccgledger.command.CommandSide;

/// Guilty: a question that sends commands.
public record Deciding(CommandSide by) {}
