package org.ccgledger.command.successions;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.successions.MergerTerms;
import org.ccgledger.events.successions.SuccessionEvent;
import org.ccgledger.events.successions.SuccessionEvent.*;

/// Where a merger stands, or the end of a group.
sealed interface Succession {

    record NotBegun() implements Succession {}

    /// Before the Board.
    ///
    /// @param agreed the groups that have applied
    record Applied(MergerTerms terms, Set<CcgCode> agreed) implements Succession {}

    record Approved(MergerTerms terms, LocalDate takesEffectOn, LocalDate decidedOn)
            implements Succession {}

    record Refused(LocalDate decidedOn) implements Succession {}

    record Ceased(CessationEvent event) implements Succession {}

    default Succession evolve(SuccessionEvent event) {
        return switch (event) {
            case MergerApplied e -> {
                Set<CcgCode> agreed =
                        this instanceof Applied(_, var before)
                                ? new HashSet<>(before)
                                : new HashSet<>();
                agreed.add(e.ccg());
                yield new Applied(e.terms(), Set.copyOf(agreed));
            }
            case MergerApproved e -> new Approved(e.terms(), e.takesEffectOn(), e.effectiveOn());
            case MergerRefused e -> new Refused(e.effectiveOn());
            case CessationEvent e -> new Ceased(e);
        };
    }
}
