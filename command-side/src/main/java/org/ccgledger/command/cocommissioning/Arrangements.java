package org.ccgledger.command.cocommissioning;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ccgledger.command.boundaries.Approvals;
import org.ccgledger.command.boundaries.CoCommissioningLevels;
import org.ccgledger.command.boundaries.DelegatedFunctions;
import org.ccgledger.command.boundaries.JointCommittees;
import org.ccgledger.command.boundaries.Settled;
import org.ccgledger.command.cocommissioning.CoCommissioning.Application.Approved;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.Agreed;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.Live;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.None;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.Over;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.TakenOver;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.*;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.TakeOverCoCommissioning;
import org.ccgledger.command.cocommissioning.CoCommissioningRefusal.*;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.approvals.ApprovalSubject;
import org.ccgledger.events.approvals.ApprovedStep;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.CoCommissioningTakenOver;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.successions.MatterKind;

/// What a group takes on once it is approved, level by level.
final class Arrangements {

    private Arrangements() {}

    static Decision sign(SignDelegationAgreement command, CoCommissioning state, Context context) {
        return switch (state.delegation()) {
            case Agreed(var before) when isSame(before, command) -> unchanged();
            case Live(var before, _) when isSame(before, command) -> unchanged();
            case None _, Agreed _, Live _, TakenOver _, Over _ ->
                    state.approved(CoCommissioningLevel.DELEGATED)
                            .map(approved -> sign(command, approved, state, context))
                            .orElseGet(() ->
                                    notApproved(command.ccg(), CoCommissioningLevel.DELEGATED));
        };
    }

    private static boolean isSame(DelegationAgreed before, SignDelegationAgreement now) {
        return before.functions().equals(now.functions())
                && before.reserved().equals(now.reserved())
                && before.from().equals(now.from());
    }

    private static Decision sign(
            SignDelegationAgreement command,
            Approved approved,
            CoCommissioning state,
            Context context) {
        return Requirements.first(
                        () -> Requirements.functions(command.ccg(), command.functions(), context),
                        () -> delegated(state),
                        () -> outstanding(approved),
                        () -> reserved(command),
                        () -> otherParty(command, context),
                        () ->
                                command.from().isBefore(context.effectiveOn())
                                        ? Optional.of(new InvalidPeriod(context.effectiveOn()))
                                        : Optional.empty())
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new DelegationAgreed(
                                        command.ccg(),
                                        approved.applied().application(),
                                        List.copyOf(command.functions()),
                                        List.copyOf(command.reserved()),
                                        command.from(),
                                        context.effectiveOn())));
    }

    private static Optional<LevelAlreadyLive> delegated(CoCommissioning state) {
        return state.isDelegated()
                ? Optional.of(new LevelAlreadyLive(CoCommissioningLevel.DELEGATED))
                : Optional.empty();
    }

    private static Optional<ConditionsOutstanding> outstanding(Approved approved) {
        return approved.open().isEmpty()
                ? Optional.empty()
                : Optional.of(new ConditionsOutstanding(approved.open()));
    }

    private static Optional<FunctionReservedToNHSEngland> reserved(
            SignDelegationAgreement command) {
        Set<FunctionCode> reserved =
                command.functions().stream()
                        .filter(function ->
                                DelegatedFunctions.isReservedToBoard(function)
                                        || command.reserved().contains(function))
                        .collect(Collectors.toUnmodifiableSet());
        return reserved.isEmpty()
                ? Optional.empty()
                : Optional.of(new FunctionReservedToNHSEngland(reserved));
    }

    private static Optional<ApprovalRequired> otherParty(
            SignDelegationAgreement command, Context context) {
        Set<BodyRef> others = new HashSet<>(Set.of(BodyRef.ccg(command.ccg()), BodyRef.BOARD));
        others.remove(context.actor().body());
        Set<BodyRef> missing =
                missing(
                        others,
                        command.approvals(),
                        ApprovedStep.SIGN_DELEGATION_AGREEMENT,
                        command.ccg(),
                        context);
        return missing.isEmpty() ? Optional.empty() : Optional.of(new ApprovalRequired(missing));
    }

    private static Set<BodyRef> missing(
            Set<BodyRef> needed,
            List<ApprovalId> approvals,
            ApprovedStep step,
            CcgCode ccg,
            Context context) {
        return Approvals.missing(needed, approvals, new ApprovalSubject(step, ccg, null), context);
    }

    /// K3: what held when it was approved is asked again on the day.
    @Upholds(
            id = "K3",
            title =
                    "What was asked before a delegation was approved is asked again on the day on which it goes live")
    static Decision start(StartDelegation command, CoCommissioning state, Context context) {
        CcgCode ccg = command.ccg();
        return switch (state.delegation()) {
            case None _ -> notFound("No delegation to " + ccg + " has been agreed");
            case Live _, TakenOver _, Over _ -> unchanged();
            case Agreed(var agreement) ->
                    Requirements.first(
                                    () ->
                                            Requirements.functions(
                                                    ccg, agreement.functions(), context),
                                    () -> Requirements.audit(ccg, context),
                                    () -> Requirements.conflicts(ccg, context),
                                    () ->
                                            Requirements.constitution(
                                                    ccg, CoCommissioningLevel.DELEGATED, context),
                                    () ->
                                            context.effectiveOn().isBefore(agreement.from())
                                                    ? Optional.of(
                                                            new InvalidPeriod(agreement.from()))
                                                    : Optional.empty())
                            .map(Decision::refuse)
                            .orElseGet(() ->
                                    accept(
                                            new DelegationWentLive(
                                                    ccg,
                                                    agreement.functions(),
                                                    agreement.reserved(),
                                                    context.effectiveOn())));
        };
    }

    static Decision startJoint(
            StartJointArrangement command, CoCommissioning state, Context context) {
        if (state.live() == CoCommissioningLevel.JOINT
                && command.jointCommittee().equals(state.jointCommittee())) {
            return unchanged();
        }
        return state.approved(CoCommissioningLevel.JOINT)
                .map(approved -> startJoint(command, approved, state, context))
                .orElseGet(() -> notApproved(command.ccg(), CoCommissioningLevel.JOINT));
    }

    private static Decision startJoint(
            StartJointArrangement command,
            Approved approved,
            CoCommissioning state,
            Context context) {
        return Requirements.first(
                        () ->
                                JointCommittees.joinsWithBoard(
                                                command.jointCommittee(),
                                                command.ccg(),
                                                context.effectiveOn(),
                                                context.reads())
                                        ? Optional.empty()
                                        : Optional.of(new JointCommitteeRequired(command.ccg())),
                        () -> notHigher(CoCommissioningLevel.JOINT, state),
                        () -> outstanding(approved))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new JointArrangementStarted(
                                        command.ccg(),
                                        approved.applied().application(),
                                        command.jointCommittee(),
                                        context.effectiveOn())));
    }

    /// P9: a level is taken up from a lower one, or from none.
    private static Optional<LevelAlreadyLive> notHigher(
            CoCommissioningLevel level, CoCommissioning state) {
        CoCommissioningLevel live = state.live();
        return live != null && live.compareTo(level) >= 0
                ? Optional.of(new LevelAlreadyLive(live))
                : Optional.empty();
    }

    /// K10: of what several predecessors did, the highest level goes on.
    static Decision takeOver(
            TakeOverCoCommissioning command, CoCommissioning state, Context context) {
        LocalDate on = context.effectiveOn();
        return CoCommissioningLevels.of(command.from(), on, context.reads())
                .filter(part ->
                        Settled.passes(
                                command.from(),
                                MatterKind.CO_COMMISSIONING,
                                part.level().name(),
                                command.ccg(),
                                context))
                .filter(part -> notHigher(part.level(), state).isEmpty())
                .map(part ->
                        accept(
                                new CoCommissioningTakenOver(
                                        command.ccg(),
                                        command.from(),
                                        part.level(),
                                        part.functions(),
                                        part.reserved(),
                                        part.jointCommittee(),
                                        on)))
                .orElseGet(Decision::unchanged);
    }

    static Decision endJoint(EndJointArrangement command, CoCommissioning state, Context context) {
        return state.live() == CoCommissioningLevel.JOINT
                        && command.jointCommittee().equals(state.jointCommittee())
                        && !JointCommittees.joinsWithBoard(
                                command.jointCommittee(),
                                command.ccg(),
                                context.effectiveOn(),
                                context.reads())
                ? accept(
                        new JointArrangementEnded(
                                command.ccg(), command.jointCommittee(), context.effectiveOn()))
                : unchanged();
    }

    static Decision involve(
            RecordGreaterInvolvement command, CoCommissioning state, Context context) {
        if (state.live() == CoCommissioningLevel.GREATER_INVOLVEMENT) {
            return unchanged();
        }
        return Requirements.first(
                        () -> Requirements.operational(command.ccg(), context),
                        () -> notHigher(CoCommissioningLevel.GREATER_INVOLVEMENT, state))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new GreaterInvolvementStarted(
                                        command.ccg(), context.effectiveOn())));
    }

    static Decision giveNotice(
            GiveDelegationNotice command, CoCommissioning state, Context context) {
        if (!state.delegation().isLive()) {
            return notFound("No delegation to " + command.ccg() + " is live");
        }
        LocalDate on = context.effectiveOn();
        LocalDate endsOn = command.endsOn() == null ? coming(on) : command.endsOn();
        if (endsOn.equals(state.delegation().endsOn())) {
            return unchanged();
        }
        boolean consents =
                missing(
                                Set.of(BodyRef.BOARD),
                                command.approvals(),
                                ApprovedStep.END_DELEGATION,
                                command.ccg(),
                                context)
                        .isEmpty();
        if (!consents
                && (endsOn.isBefore(earliest(on))
                        || !CoCommissioningCommand.isFirstOfApril(endsOn))) {
            return refuse(new NoticeTooLate(earliest(on)));
        }
        return endsOn.isAfter(on)
                ? accept(new DelegationNoticeGiven(command.ccg(), endsOn, consents, on))
                : refuse(new InvalidPeriod(on.plusDays(1)));
    }

    private static LocalDate coming(LocalDate on) {
        LocalDate thisYears = LocalDate.of(on.getYear(), 4, 1);
        return on.isBefore(thisYears) ? thisYears : thisYears.plusYears(1);
    }

    /// Notice by 30 September counts for the 1 April that follows it.
    private static LocalDate earliest(LocalDate on) {
        LocalDate lastDay = LocalDate.of(on.getYear(), 9, 30);
        return LocalDate.of(on.getYear() + (on.isAfter(lastDay) ? 2 : 1), 4, 1);
    }

    static Decision end(EndDelegation command, CoCommissioning state, Context context) {
        LocalDate endsOn = state.delegation().endsOn();
        return endsOn != null && !context.effectiveOn().isBefore(endsOn)
                ? accept(new DelegationEnded(command.ccg(), context.effectiveOn()))
                : unchanged();
    }

    private static Decision notApproved(CcgCode ccg, CoCommissioningLevel level) {
        return notFound("%s has no approval for %s that it could use".formatted(ccg, level));
    }
}
