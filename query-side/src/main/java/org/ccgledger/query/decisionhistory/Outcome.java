package org.ccgledger.query.decisionhistory;

import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.authorisation.AuthorisationEvent.AuthorisationRefused;
import org.ccgledger.events.authorisation.AuthorisationEvent.CCGAuthorised;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVariationRefused;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;

/// What a decision granted or denied, where somebody had asked for something.
final class Outcome {

    private Outcome() {}

    /// `DECIDED` for what the decider did without being asked.
    static String of(CcgEvent first) {
        return switch (first) {
            case CCGAuthorised e -> e.outcome().name();
            case ConstitutionVaried _ -> "APPROVED";
            case AuthorisationRefused _, ConstitutionVariationRefused _ -> "REFUSED";
            default -> "DECIDED";
        };
    }
}
