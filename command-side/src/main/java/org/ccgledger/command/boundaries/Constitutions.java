package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.Tag;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;

/// What constitutions let their groups do.
public final class Constitutions {

    private Constitutions() {}

    /// NHS Act 2006 s.14E: whether the version in force on that day permits it. The constitution at
    /// establishment permits nothing of the kind.
    public static boolean permits(
            CcgCode ccg, ConstitutionPermission permission, LocalDate on, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), ConstitutionVaried.class).stream()
                .filter(varied -> !varied.effectiveOn().isAfter(on))
                .reduce((_, later) -> later)
                .filter(varied -> varied.permits().contains(permission))
                .isPresent();
    }

    /// Whether the variation was approved by that day.
    public static boolean isApproved(
            CcgCode ccg, VariationId variation, LocalDate on, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), ConstitutionVaried.class).stream()
                .anyMatch(varied ->
                        varied.variation().equals(variation) && !varied.effectiveOn().isAfter(on));
    }
}
