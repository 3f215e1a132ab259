package org.ccgledger.access;

import org.ccgledger.events.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Somebody in one capacity, as the claims of a token say and nothing else does.
///
/// @param client the program that sends for the actor; the actor's own pseudonym if the token names
///   none
public record Identity(String issuer, String client, Actor actor)
        implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return actor.id();
    }
}
