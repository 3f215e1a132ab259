package org.ccgledger.events.cocommissioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.EventName;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.VariationId;
import org.jspecify.annotations.Nullable;

/// How a group comes to take part in the commissioning of primary care, and how that ends.
public sealed interface CoCommissioningEvent extends CcgEvent {

    CcgCode ccg();

    /// `constitutionVariation` is the one that lets the group do what it applies for.
    @EventName("ccg.cocommissioning.CoCommissioningApplied")
    record CoCommissioningApplied(
            CcgCode ccg,
            CoCommissioningId application,
            RoundName round,
            CoCommissioningLevel level,
            VariationId constitutionVariation,
            DocRef conflictsPolicy,
            DocRef financialPlan,
            LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    @EventName("ccg.cocommissioning.CoCommissioningApproved")
    record CoCommissioningApproved(
            CcgCode ccg,
            CoCommissioningId application,
            CoCommissioningLevel level,
            LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    /// Conditions are numbered from 1, in this order.
    @EventName("ccg.cocommissioning.CoCommissioningConditionallyApproved")
    record CoCommissioningConditionallyApproved(
            CcgCode ccg,
            CoCommissioningId application,
            CoCommissioningLevel level,
            List<String> conditions,
            LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    @EventName("ccg.cocommissioning.CoCommissioningDeclined")
    record CoCommissioningDeclined(
            CcgCode ccg,
            CoCommissioningId application,
            CoCommissioningLevel level,
            LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    /// `open` is how many conditions are left.
    @EventName("ccg.cocommissioning.ApprovalConditionMet")
    record ApprovalConditionMet(
            CcgCode ccg,
            CoCommissioningId application,
            int condition,
            int open,
            LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    /// NHS Act 2006 s.13Z: the Board remains liable. `from` is the day from which the group is to
    /// exercise the functions.
    @EventName("ccg.cocommissioning.DelegationAgreed")
    record DelegationAgreed(
            CcgCode ccg,
            CoCommissioningId application,
            List<FunctionCode> functions,
            List<FunctionCode> reserved,
            LocalDate from,
            LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    /// The group exercises the functions from this day on, and takes part at no other level.
    @EventName("ccg.cocommissioning.DelegationWentLive")
    record DelegationWentLive(
            CcgCode ccg,
            List<FunctionCode> functions,
            List<FunctionCode> reserved,
            LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    @EventName("ccg.cocommissioning.JointArrangementStarted")
    record JointArrangementStarted(
            CcgCode ccg,
            CoCommissioningId application,
            JointCommitteeId jointCommittee,
            LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    /// The group is no longer a member of the joint committee, or that is dissolved.
    @EventName("ccg.cocommissioning.JointArrangementEnded")
    record JointArrangementEnded(
            CcgCode ccg, JointCommitteeId jointCommittee, LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    @EventName("ccg.cocommissioning.GreaterInvolvementStarted")
    record GreaterInvolvementStarted(CcgCode ccg, LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    /// `endsOn` is the first day on which the functions are the Board's again.
    @EventName("ccg.cocommissioning.DelegationNoticeGiven")
    record DelegationNoticeGiven(
            CcgCode ccg, LocalDate endsOn, boolean boardConsents, LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    @EventName("ccg.cocommissioning.DelegationEnded")
    record DelegationEnded(CcgCode ccg, LocalDate effectiveOn) implements CoCommissioningEvent {}

    /// A later audit failed: until a better one nothing new is decided on delegated functions.
    @EventName(value = "ccg.cocommissioning.DelegationAssuranceLost", fact = true)
    record DelegationAssuranceLost(CcgCode ccg, GovernanceAuditId audit, LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    /// `until` is the last day on which decisions may be taken despite the audit.
    @EventName("ccg.cocommissioning.AssuranceBlockOverridden")
    record AssuranceBlockOverridden(
            CcgCode ccg, GovernanceAuditId audit, LocalDate until, LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    /// `wasLive` if the group exercised functions under it.
    @EventName("ccg.cocommissioning.DelegationAgreementRevoked")
    record DelegationAgreementRevoked(CcgCode ccg, boolean wasLive, LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    /// The group takes the place of one that has ceased to exist, at its level and on its terms.
    ///
    /// @param functions that were delegated, none at the other levels
    /// @param jointCommittee by which it commissions jointly, at that level
    @EventName("ccg.cocommissioning.CoCommissioningTakenOver")
    record CoCommissioningTakenOver(
            CcgCode ccg,
            CcgCode from,
            CoCommissioningLevel level,
            List<FunctionCode> functions,
            List<FunctionCode> reserved,
            @Nullable JointCommitteeId jointCommittee,
            LocalDate effectiveOn)
            implements CoCommissioningEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case DelegationAgreed e -> tags(e.functions());
            case DelegationWentLive e -> tags(e.functions());
            case CoCommissioningTakenOver e -> tags(e.functions());
            case CoCommissioningApplied _,
                    CoCommissioningApproved _,
                    CoCommissioningConditionallyApproved _,
                    CoCommissioningDeclined _,
                    ApprovalConditionMet _,
                    JointArrangementStarted _,
                    JointArrangementEnded _,
                    GreaterInvolvementStarted _,
                    DelegationNoticeGiven _,
                    DelegationEnded _,
                    DelegationAssuranceLost _,
                    AssuranceBlockOverridden _,
                    DelegationAgreementRevoked _ ->
                    Set.of(Tag.ccg(ccg()));
        };
    }

    private Set<Tag> tags(List<FunctionCode> functions) {
        return Stream.concat(
                        Stream.of(Tag.ccg(ccg())),
                        functions.stream().map(function -> Tag.function(ccg(), function)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
