package org.ccgledger.command.meetings;

import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Committee;
import org.ccgledger.command.boundaries.DelegatedFunctions;
import org.ccgledger.command.boundaries.Delegations;
import org.ccgledger.command.boundaries.Forum.GoverningBody;
import org.ccgledger.command.boundaries.Forum.JointCommittee;
import org.ccgledger.command.boundaries.Forum.OwnCommittee;
import org.ccgledger.command.boundaries.Functions;
import org.ccgledger.command.boundaries.Functions.Exerciser.Itself;
import org.ccgledger.command.boundaries.Functions.Exerciser.Taken;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.meetings.MeetingRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.delegations.Delegate;
import org.ccgledger.events.jointcommittees.JointPower;

/// What a body may decide on, on the day of what is decided now. It is asked when an item is tabled
/// and again before it is voted on, for much may have been taken from the body in between.
///
/// @param wasDelegated whether it was primary care that the Board had delegated when it was tabled,
///   or who tabled it said so
record Remit(FunctionCode function, boolean wasDelegated, Sitting sitting) {

    /// What an item that was tabled asks for; nothing for what was decided before the ledger began.
    static Optional<Remit> of(Item item, Sitting sitting) {
        return Optional.ofNullable(item.matter().tabled())
                .map(tabled ->
                        new Remit(tabled.function(), tabled.delegatedPrimaryCare(), sitting));
    }

    /// Why the body may not decide on the function.
    Optional<MeetingRefusal> exceeded() {
        return notOperational()
                .or(this::notExercisable)
                .or(this::ofPrimaryCare)
                .or(this::outsideScope);
    }

    /// Whether it is primary care that the Board has delegated, whatever was said when it was
    /// tabled.
    boolean isDelegatedPrimaryCare() {
        Context context = sitting.context();
        return wasDelegated
                || groups().anyMatch(ccg ->
                        DelegatedFunctions.isReservedToPrimaryCareCommittee(
                                ccg, function, context.effectiveOn(), context.reads()));
    }

    /// The groups whose functions the body exercises; under s.13Z they are the Board's.
    private Stream<CcgCode> groups() {
        return switch (sitting.forum()) {
            case GoverningBody(var ccg, _) -> Stream.of(ccg);
            case OwnCommittee(var committee, _) -> Stream.of(committee.ccg());
            case JointCommittee joint when joint.power() == JointPower.S13Z -> Stream.empty();
            case JointCommittee joint ->
                    joint.members().keySet().stream().map(BodyRef::asCcg).flatMap(Optional::stream);
        };
    }

    private Optional<MeetingRefusal> notOperational() {
        Context context = sitting.context();
        return groups().filter(ccg ->
                        !Operation.isOperational(ccg, context.effectiveOn(), context.reads()))
                .findFirst()
                .map(ccg -> new CCGNotOperational(ccg, context.effectiveOn()));
    }

    private Optional<MeetingRefusal> notExercisable() {
        Context context = sitting.context();
        return groups().<MeetingRefusal>flatMap(ccg ->
                        switch (Functions.exerciser(
                                ccg, function, context.effectiveOn(), context.reads())) {
                            case Itself() -> Stream.empty();
                            case Taken(_, var exercisedBy) ->
                                    Stream.of(
                                            new FunctionNotExercisable(ccg, function, exercisedBy));
                        })
                .findFirst();
    }

    /// P11 and P14: what the Board has delegated to a group its primary care committee decides, and
    /// nothing new while an audit of its governance has failed.
    private Optional<MeetingRefusal> ofPrimaryCare() {
        if (!isDelegatedPrimaryCare()) {
            return Optional.empty();
        }
        Context context = sitting.context();
        return sitting.forum() instanceof OwnCommittee(var committee, _)
                        && committee.kind() == CommitteeKind.PCCC
                ? DelegatedFunctions.assuranceLost(
                                committee.ccg(), context.effectiveOn(), context.reads())
                        .map(GovernanceAuditNotPassed::new)
                : Optional.of(new DecisionReservedToPCCC(sitting.ref()));
    }

    private Optional<MeetingRefusal> outsideScope() {
        boolean isWithin =
                switch (sitting.forum()) {
                    case GoverningBody _ -> true;
                    case JointCommittee joint -> joint.standing().functions().contains(function);
                    case OwnCommittee(var committee, _) ->
                            committee.terms().functions().contains(function) && isGiven(committee);
                };
        return isWithin ? Optional.empty() : Optional.of(new OutsideDelegatedScope(function));
    }

    /// G5: a committee decides on what the group, or the Board, has delegated to it.
    private boolean isGiven(Committee committee) {
        Context context = sitting.context();
        boolean isOfBoard =
                committee.kind() == CommitteeKind.PCCC
                        && DelegatedFunctions.isReservedToPrimaryCareCommittee(
                                committee.ccg(), function, context.effectiveOn(), context.reads());
        return isOfBoard
                || Delegations.of(committee.ccg(), context.effectiveOn(), context.reads())
                        .covers(Delegate.to(committee.id()), function, null);
    }
}
