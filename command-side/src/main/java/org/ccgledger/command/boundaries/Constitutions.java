package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.Tag;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.ccgledger.events.registry.RegistryEvent.ConstitutionVaried;
import org.ccgledger.events.successions.SuccessionEvent.CCGMerged;

/// What constitutions let their groups do.
public final class Constitutions {

    private Constitutions() {}

    /// NHS Act 2006 s.14E: whether the version in force on that day permits it. The constitution of
    /// a group that was authorised permits nothing of the kind at first, that of a group that came
    /// of a merger what was applied for.
    public static boolean permits(
            CcgCode ccg, ConstitutionPermission permission, LocalDate on, Reads reads) {
        List<ConstitutionPermission> permits = List.of();
        for (CcgEvent event :
                reads.tagged(Tag.ccg(ccg), List.of(ConstitutionVaried.class, CCGMerged.class))) {
            if (!event.effectiveOn().isAfter(on)) {
                permits =
                        switch (event) {
                            case ConstitutionVaried varied -> varied.permits();
                            case CCGMerged merged when merged.to().equals(ccg) ->
                                    merged.terms().permits();
                            case CcgEvent _ -> permits;
                        };
            }
        }
        return permits.contains(permission);
    }

    /// Whether the variation was approved by that day.
    public static boolean isApproved(
            CcgCode ccg, VariationId variation, LocalDate on, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), ConstitutionVaried.class).stream()
                .anyMatch(varied ->
                        varied.variation().equals(variation) && !varied.effectiveOn().isAfter(on));
    }
}
