package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.delegations.DelegationEvent;

/// What groups have reserved, and to whom they have given what.
public final class Delegations {

    private Delegations() {}

    /// The group's scheme of reservation and delegation on that day. A delegation to a committee is
    /// of no use once that is disbanded; whether it is, [Committees] says.
    public static Scheme of(CcgCode ccg, LocalDate on, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), DelegationEvent.class).stream()
                .filter(event -> !event.effectiveOn().isAfter(on))
                .reduce(Scheme.NONE, Scheme::evolve, (_, later) -> later);
    }
}
