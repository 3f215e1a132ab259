package org.ccgledger.command.http;

import org.axonframework.commandhandling.CommandBus;

/// Guilty: HTTP that knows Axon.
public record Dispatching(CommandBus bus) {}
