package org.ccgledger.command.approvals;

import org.ccgledger.command.authorisation.AuthorisationCommand;

/// Guilty: a capability that knows another.
public record Meddling(AuthorisationCommand command) {}
