package org.ccgledger.command.boundaries;

import org.ccgledger.command.authorisation.AuthorisationCommand;

/// Guilty: what all capabilities share, knowing one of them.
public record Partial(AuthorisationCommand command) {}
