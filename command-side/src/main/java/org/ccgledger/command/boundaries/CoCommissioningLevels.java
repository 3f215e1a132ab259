package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.jspecify.annotations.Nullable;

/// How groups take part in the commissioning of primary care.
public final class CoCommissioningLevels {

    private CoCommissioningLevels() {}

    /// At which level, and on which terms.
    ///
    /// @param functions that are delegated, none at the other levels
    /// @param jointCommittee by which it commissions jointly, at that level
    public record Part(
            CoCommissioningLevel level,
            List<FunctionCode> functions,
            List<FunctionCode> reserved,
            @Nullable JointCommitteeId jointCommittee) {}

    /// The part that the group takes on that day, or was to take by an agreement from that day at
    /// the latest; empty if it takes none.
    public static Optional<Part> of(CcgCode ccg, LocalDate on, Reads reads) {
        return reads.tagged(Tag.ccg(ccg), CoCommissioningEvent.class).stream()
                .filter(event -> event.ccg().equals(ccg) && !event.effectiveOn().isAfter(on))
                .reduce(
                        Optional.empty(),
                        (before, event) -> evolve(before, event, on),
                        (_, later) -> later);
    }

    private static Optional<Part> evolve(
            Optional<Part> before, CoCommissioningEvent event, LocalDate on) {
        return switch (event) {
            case DelegationAgreed e when !e.from().isAfter(on) ->
                    Optional.of(delegated(e.functions(), e.reserved()));
            case DelegationWentLive e -> Optional.of(delegated(e.functions(), e.reserved()));
            case JointArrangementStarted e ->
                    Optional.of(
                            new Part(
                                    CoCommissioningLevel.JOINT,
                                    List.of(),
                                    List.of(),
                                    e.jointCommittee()));
            case GreaterInvolvementStarted _ ->
                    Optional.of(
                            new Part(
                                    CoCommissioningLevel.GREATER_INVOLVEMENT,
                                    List.of(),
                                    List.of(),
                                    null));
            case CoCommissioningTakenOver e ->
                    Optional.of(
                            new Part(e.level(), e.functions(), e.reserved(), e.jointCommittee()));
            case JointArrangementEnded _ -> before.filter(is(CoCommissioningLevel.JOINT).negate());
            case DelegationEnded _, DelegationAgreementRevoked _ ->
                    before.filter(is(CoCommissioningLevel.DELEGATED).negate());
            case CoCommissioningApplied _,
                    CoCommissioningApproved _,
                    CoCommissioningConditionallyApproved _,
                    CoCommissioningDeclined _,
                    ApprovalConditionMet _,
                    DelegationAgreed _,
                    DelegationNoticeGiven _,
                    DelegationAssuranceLost _,
                    AssuranceBlockOverridden _ ->
                    before;
        };
    }

    private static Part delegated(List<FunctionCode> functions, List<FunctionCode> reserved) {
        return new Part(CoCommissioningLevel.DELEGATED, functions, reserved, null);
    }

    private static Predicate<Part> is(CoCommissioningLevel level) {
        return part -> part.level() == level;
    }
}
