package org.ccgledger.command.cocommissioning;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.CoCommissioningTakenOver;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.jspecify.annotations.Nullable;

/// A group's part in the commissioning of primary care.
///
/// @param applications all that it ever made, in their order
/// @param live the level at which it takes part now
/// @param jointCommittee by which it commissions jointly
/// @param lost the audits by which assurance was lost
/// @param override of the block that a failed audit is, the last
record CoCommissioning(
        Map<CoCommissioningId, Application> applications,
        Delegation delegation,
        @Nullable CoCommissioningLevel live,
        @Nullable JointCommitteeId jointCommittee,
        Set<GovernanceAuditId> lost,
        @Nullable AssuranceBlockOverridden override) {

    static final CoCommissioning NONE =
            new CoCommissioning(Map.of(), new Delegation.None(), null, null, Set.of(), null);

    /// Where one application stands.
    sealed interface Application {

        CoCommissioningApplied applied();

        record UnderAssessment(CoCommissioningApplied applied) implements Application {}

        /// Approved, at once or on conditions.
        ///
        /// @param conditions as decided, which is conditionally if there are any
        /// @param open those that are not met, by number
        record Approved(CoCommissioningApplied applied, List<String> conditions, Set<Integer> open)
                implements Application {}

        record Declined(CoCommissioningApplied applied) implements Application {}
    }

    /// Where the delegation of functions stands.
    sealed interface Delegation {

        default boolean isLive() {
            return switch (this) {
                case Live _, TakenOver _ -> true;
                case None _, Agreed _, Over _ -> false;
            };
        }

        /// The day that a notice names, while it is live.
        default @Nullable LocalDate endsOn() {
            return switch (this) {
                case Live(_, var day) -> day;
                case TakenOver(_, var day) -> day;
                case None _, Agreed _, Over _ -> null;
            };
        }

        record None() implements Delegation {}

        record Agreed(DelegationAgreed agreement) implements Delegation {}

        /// Exercised by the group.
        ///
        /// @param endsOn the day that a notice names
        record Live(DelegationAgreed agreement, @Nullable LocalDate endsOn) implements Delegation {}

        /// Exercised by the group, which has it of a predecessor.
        ///
        /// @param endsOn the day that a notice names
        record TakenOver(CoCommissioningTakenOver terms, @Nullable LocalDate endsOn)
                implements Delegation {}

        /// No longer exercised by the group.
        ///
        /// @param application under which it was agreed; none where it was a predecessor's
        record Over(@Nullable CoCommissioningId application, boolean revoked)
                implements Delegation {}
    }

    /// The last application at that level that is approved and under which no delegation has ended.
    Optional<Application.Approved> approved(CoCommissioningLevel level) {
        return applications.values().stream()
                .filter(Application.Approved.class::isInstance)
                .map(Application.Approved.class::cast)
                .filter(approved -> approved.applied().level() == level)
                .filter(approved ->
                        !(delegation instanceof Delegation.Over(var used, _)
                                && approved.applied().application().equals(used)))
                .reduce((_, later) -> later);
    }

    /// The id of the next application; ids are never used again.
    CoCommissioningId next(CcgCode ccg) {
        return new CoCommissioningId(ccg + "-P" + (applications.size() + 1));
    }

    /// Whether functions are delegated, now or from an agreed day on.
    boolean isDelegated() {
        return switch (delegation) {
            case Delegation.Agreed _, Delegation.Live _, Delegation.TakenOver _ -> true;
            case Delegation.None _, Delegation.Over _ -> false;
        };
    }

    /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as it
    /// is.
    CoCommissioning evolve(CoCommissioningEvent event) {
        return switch (event) {
            case CoCommissioningApplied e ->
                    with(e.application(), new Application.UnderAssessment(e));
            case CoCommissioningApproved e -> approved(e.application(), List.of());
            case CoCommissioningConditionallyApproved e ->
                    approved(e.application(), e.conditions());
            case CoCommissioningDeclined e -> declined(e.application());
            case ApprovalConditionMet e -> met(e);
            case DelegationAgreed e -> with(new Delegation.Agreed(e), live);
            case DelegationWentLive _ ->
                    delegation instanceof Delegation.Agreed(var agreement)
                            ? with(
                                    new Delegation.Live(agreement, null),
                                    CoCommissioningLevel.DELEGATED)
                            : this;
            case CoCommissioningTakenOver e -> takenOver(e);
            case JointArrangementStarted e -> at(CoCommissioningLevel.JOINT, e.jointCommittee());
            case JointArrangementEnded _ ->
                    live == CoCommissioningLevel.JOINT ? at(null, null) : this;
            case GreaterInvolvementStarted _ -> at(CoCommissioningLevel.GREATER_INVOLVEMENT, null);
            case DelegationNoticeGiven e ->
                    switch (delegation) {
                        case Delegation.Live(var agreement, _) ->
                                with(new Delegation.Live(agreement, e.endsOn()), live);
                        case Delegation.TakenOver(var terms, _) ->
                                with(new Delegation.TakenOver(terms, e.endsOn()), live);
                        case Delegation.None _, Delegation.Agreed _, Delegation.Over _ -> this;
                    };
            case DelegationEnded _ -> over(false);
            case DelegationAgreementRevoked _ -> over(true);
            case DelegationAssuranceLost e -> {
                Set<GovernanceAuditId> all = new HashSet<>(lost);
                all.add(e.audit());
                yield new CoCommissioning(
                        applications, delegation, live, jointCommittee, Set.copyOf(all), override);
            }
            case AssuranceBlockOverridden e ->
                    new CoCommissioning(applications, delegation, live, jointCommittee, lost, e);
        };
    }

    private CoCommissioning takenOver(CoCommissioningTakenOver e) {
        return e.level() == CoCommissioningLevel.DELEGATED
                ? with(new Delegation.TakenOver(e, null), e.level())
                : at(e.level(), e.jointCommittee());
    }

    private CoCommissioning approved(CoCommissioningId id, List<String> conditions) {
        Application found = applications.get(id);
        return found == null
                ? this
                : with(
                        id,
                        new Application.Approved(
                                found.applied(),
                                conditions,
                                IntStream.rangeClosed(1, conditions.size())
                                        .boxed()
                                        .collect(Collectors.toUnmodifiableSet())));
    }

    private CoCommissioning declined(CoCommissioningId id) {
        Application found = applications.get(id);
        return found == null ? this : with(id, new Application.Declined(found.applied()));
    }

    private CoCommissioning met(ApprovalConditionMet e) {
        if (!(applications.get(e.application())
                instanceof Application.Approved(var applied, var conditions, var open))) {
            return this;
        }
        Set<Integer> left = new HashSet<>(open);
        left.remove(e.condition());
        return with(
                e.application(), new Application.Approved(applied, conditions, Set.copyOf(left)));
    }

    private CoCommissioning over(boolean revoked) {
        return switch (delegation) {
            case Delegation.Agreed(var agreement) ->
                    with(new Delegation.Over(agreement.application(), revoked), live);
            case Delegation.Live(var agreement, _) ->
                    with(new Delegation.Over(agreement.application(), revoked), null);
            case Delegation.TakenOver _ -> with(new Delegation.Over(null, revoked), null);
            case Delegation.None _, Delegation.Over _ -> this;
        };
    }

    private CoCommissioning with(CoCommissioningId id, Application application) {
        Map<CoCommissioningId, Application> all = new LinkedHashMap<>(applications);
        all.put(id, application);
        return new CoCommissioning(
                Collections.unmodifiableMap(all), delegation, live, jointCommittee, lost, override);
    }

    private CoCommissioning with(Delegation now, @Nullable CoCommissioningLevel level) {
        return new CoCommissioning(
                applications,
                now,
                level,
                level == CoCommissioningLevel.JOINT ? jointCommittee : null,
                lost,
                override);
    }

    private CoCommissioning at(
            @Nullable CoCommissioningLevel level, @Nullable JointCommitteeId committee) {
        return new CoCommissioning(applications, delegation, level, committee, lost, override);
    }
}
