package org.ccgledger.command.automation;

import java.util.List;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.registry.RegistryCommand.EstablishCCG;
import org.ccgledger.events.Authority;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;

/// NHS Act 2006 s.14D: the effect of the grant is that the group exists.
public final class WhenCCGAuthorisedThenEstablishCCG {

    private WhenCCGAuthorisedThenEstablishCCG() {}

    public static List<Envelope> react(Cause cause) {
        return cause.event() instanceof CCGAuthorised authorised
                ? List.of(
                        cause.sends(
                                "WhenCCGAuthorisedThenEstablishCCG",
                                authorised.ccg().value(),
                                new EstablishCCG(authorised.ccg()),
                                authorised.effectiveOn(),
                                Authority.of("NHS Act 2006", "s.14D")))
                : List.of();
    }
}
