package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.AssuranceBlockOverridden;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.CoCommissioningTakenOver;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationAgreementRevoked;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationEnded;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.DelegationWentLive;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;

/// What the Board has delegated to groups, who may decide on it, and whether they may at all.
public final class DelegatedFunctions {

    /// NHS Act 2006 s.13Z: what the Board delegates to no group. The performance of individual
    /// general practitioners, their list and their revalidation stay with it.
    private static final Set<FunctionCode> RESERVED_TO_BOARD =
            Set.of(
                    new FunctionCode("individual-performer-management"),
                    new FunctionCode("medical-performers-list"),
                    new FunctionCode("appraisal-and-revalidation"));

    private static final List<Class<? extends CcgEvent>> KINDS =
            List.of(
                    DelegationWentLive.class,
                    CoCommissioningTakenOver.class,
                    DelegationEnded.class,
                    DelegationAgreementRevoked.class);

    private DelegatedFunctions() {}

    /// What a group exercises in the Board's place.
    public record Delegated(Set<FunctionCode> functions, LocalDate since) {}

    /// What is delegated to the group on that day.
    public static Optional<Delegated> of(CcgCode ccg, LocalDate on, Reads reads) {
        Optional<Delegated> delegated = Optional.empty();
        for (CcgEvent event : reads.tagged(Tag.ccg(ccg), KINDS)) {
            if (event.effectiveOn().isAfter(on)) {
                continue;
            }
            delegated =
                    switch (event) {
                        case DelegationWentLive live ->
                                Optional.of(
                                        new Delegated(
                                                Set.copyOf(live.functions()), live.effectiveOn()));
                        case CoCommissioningTakenOver taken
                                when taken.level() != CoCommissioningLevel.DELEGATED ->
                                delegated;
                        case CoCommissioningTakenOver taken ->
                                Optional.of(
                                        new Delegated(
                                                Set.copyOf(taken.functions()),
                                                taken.effectiveOn()));
                        case CcgEvent _ -> Optional.empty();
                    };
        }
        return delegated;
    }

    /// P11: whether decisions on the function are for the group's primary-care commissioning
    /// committee alone on that day, and for no sub-group and no governing body.
    public static boolean isReservedToPrimaryCareCommittee(
            CcgCode ccg, FunctionCode function, LocalDate on, Reads reads) {
        return of(ccg, on, reads)
                .filter(delegated -> delegated.functions().contains(function))
                .isPresent();
    }

    /// P12: whether the function stays with the Board whatever is delegated.
    public static boolean isReservedToBoard(FunctionCode function) {
        return RESERVED_TO_BOARD.contains(function);
    }

    /// P14: the failed audit that keeps the group from deciding anything new on what is delegated
    /// to it, unless the Board has overridden that for the day.
    public static Optional<GovernanceAuditId> assuranceLost(
            CcgCode ccg, LocalDate on, Reads reads) {
        return of(ccg, on, reads)
                .flatMap(_ -> GovernanceAudits.failed(ccg, on, reads))
                .map(GovernanceAudits.Report::audit)
                .filter(audit -> !isOverridden(audit, ccg, on, reads));
    }

    private static boolean isOverridden(
            GovernanceAuditId audit, CcgCode ccg, LocalDate on, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), AssuranceBlockOverridden.class).stream()
                .filter(override -> override.audit().equals(audit))
                .filter(override -> !override.effectiveOn().isAfter(on))
                .reduce((_, later) -> later)
                .filter(override -> !override.until().isBefore(on))
                .isPresent();
    }
}
