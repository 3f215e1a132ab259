package org.ccgledger.command.jointcommittees;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.Functions;
import org.ccgledger.command.boundaries.Functions.Exerciser.Itself;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.jointcommittees.JointCommittee.Formed;
import org.ccgledger.command.jointcommittees.JointCommittee.Suspension;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.ReviewJointMembership;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.MemberSuspended;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.MemberSuspensionLifted;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.SuspensionCause;

/// Whether a member still brings what a joint committee exercises.
final class Suspensions {

    private Suspensions() {}

    /// K2: what was needed to form the committee is looked at again. Whoever has left meanwhile, or
    /// is no more, is none of its business.
    @Upholds(
            id = "K2",
            title =
                    "A member that no longer brings what it agreed to exercise jointly is suspended until it does")
    static Decision review(ReviewJointMembership command, JointCommittee state, Context context) {
        BodyRef member = BodyRef.ccg(command.ccg());
        if (!(state instanceof Formed formed) || !formed.members().containsKey(member)) {
            return unchanged();
        }
        Optional<Suspension> before = formed.suspension(member, context.effectiveOn());
        Optional<Suspension> now = needed(command, member, formed, context);
        if (now.isEmpty()) {
            return before.isEmpty()
                    ? unchanged()
                    : accept(
                            new MemberSuspensionLifted(
                                    command.jointCommittee(), member, context.effectiveOn()));
        }
        return before.filter(one -> isSame(one, now.orElseThrow())).isPresent()
                ? unchanged()
                : accept(suspended(command, now.orElseThrow(), context));
    }

    private static boolean isSame(Suspension one, Suspension other) {
        return one.cause() == other.cause() && one.functions().equals(other.functions());
    }

    private static Optional<Suspension> needed(
            ReviewJointMembership command, BodyRef member, Formed formed, Context context) {
        if (!Operation.isOperational(command.ccg(), context.effectiveOn(), context.reads())) {
            return Optional.of(
                    new Suspension(
                            member,
                            context.effectiveOn(),
                            SuspensionCause.NOT_OPERATIONAL,
                            Set.of()));
        }
        List<FunctionCode> taken = taken(command, formed, context);
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Suspension(
                                member,
                                context.effectiveOn(),
                                SuspensionCause.FUNCTIONS_TAKEN,
                                Set.copyOf(taken)));
    }

    /// The functions of s.13Z are the Board's, so nothing can have been taken from a group.
    private static List<FunctionCode> taken(
            ReviewJointMembership command, Formed formed, Context context) {
        return formed.proposal().power() == JointPower.S13Z
                ? List.of()
                : formed.standing().terms().functions().stream()
                        .filter(function ->
                                !(Functions.exerciser(
                                                command.ccg(),
                                                function,
                                                context.effectiveOn(),
                                                context.reads())
                                        instanceof Itself))
                        .toList();
    }

    private static MemberSuspended suspended(
            ReviewJointMembership command, Suspension suspension, Context context) {
        return new MemberSuspended(
                command.jointCommittee(),
                suspension.member(),
                Objects.requireNonNull(suspension.cause()),
                suspension.functions().stream()
                        .sorted(Comparator.comparing(FunctionCode::value))
                        .toList(),
                context.effectiveOn());
    }
}
