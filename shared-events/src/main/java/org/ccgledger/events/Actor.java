package org.ccgledger.events;

import org.jspecify.annotations.Nullable;

/// Who acted: a pseudonym, the role, the body for which the role stands and, if another, on whose
/// behalf.
public record Actor(String id, Role role, BodyRef body, @Nullable String onBehalfOf) {

    /// The software itself, when it sends what falls due or carries a decision over to another
    /// boundary.
    public static final Actor SYSTEM =
            new Actor("system", Role.SYSTEM, new BodyRef("SYSTEM/CCG-LEDGER"), null);
}
