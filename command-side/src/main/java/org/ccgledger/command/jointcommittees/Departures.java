package org.ccgledger.command.jointcommittees;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Settled;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.jointcommittees.JointCommittee.Dissolved;
import org.ccgledger.command.jointcommittees.JointCommittee.Formed;
import org.ccgledger.command.jointcommittees.JointCommittee.Membership;
import org.ccgledger.command.jointcommittees.JointCommittee.NotProposed;
import org.ccgledger.command.jointcommittees.JointCommittee.Proposed;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.*;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.NovateJointMembership;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.NoticePeriodNotServed;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.jointcommittees.DissolutionCause;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointMembershipNovated;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.successions.MatterKind;
import org.jspecify.annotations.Nullable;

/// How members leave a joint committee, and how it ends.
final class Departures {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private Departures() {}

    static Decision giveNotice(
            GiveNoticeToWithdraw command, JointCommittee state, Context context) {
        BodyRef member = command.member();
        return JointCommitteeDecider.whenFormed(
                command,
                state,
                formed -> {
                    Membership membership = formed.members().get(member);
                    if (membership == null) {
                        return Variations.notMember(command.jointCommittee(), member);
                    }
                    if (command.leavesOn().equals(membership.leavesOn())) {
                        return unchanged();
                    }
                    LocalDate earliest = earliest(membership, context);
                    return command.leavesOn().isBefore(earliest)
                            ? refuse(new NoticePeriodNotServed(earliest))
                            : accept(
                                    new WithdrawalNoticeGiven(
                                            command.jointCommittee(),
                                            member,
                                            command.leavesOn(),
                                            context.effectiveOn()));
                });
    }

    /// A member serves the notice of the terms that it has itself agreed to.
    private static LocalDate earliest(Membership membership, Context context) {
        return context.effectiveOn().plusDays(membership.terms().terms().noticeDays());
    }

    /// J12: nobody acts jointly alone.
    @Upholds(id = "J12", title = "A joint committee in which too few members remain is dissolved")
    static Decision withdraw(
            WithdrawFromJointCommittee command, JointCommittee state, Context context) {
        BodyRef member = command.member();
        return switch (state) {
            case NotProposed _, Proposed _ ->
                    notFound(command.jointCommittee() + " has not been formed");
            case Formed formed when formed.left().contains(member) -> unchanged();
            case Formed formed -> withdraw(command, formed, context);
            case Dissolved(_, var left) when left.contains(member) || isDue(context) -> unchanged();
            case Dissolved _ -> notFound(command.jointCommittee() + " has been dissolved");
        };
    }

    private static Decision withdraw(
            WithdrawFromJointCommittee command, Formed formed, Context context) {
        BodyRef member = command.member();
        Membership membership = formed.members().get(member);
        if (membership == null) {
            return Variations.notMember(command.jointCommittee(), member);
        }
        if (isDue(context) && !isServed(membership, context)) {
            return unchanged();
        }
        LocalDate earliest =
                Objects.requireNonNullElseGet(
                        membership.leavesOn(), () -> earliest(membership, context));
        if (!isServed(membership, context)) {
            return refuse(new NoticePeriodNotServed(earliest));
        }
        Set<BodyRef> rest = new HashSet<>(formed.members().keySet());
        rest.remove(member);
        return left(
                command,
                new MemberWithdrew(command.jointCommittee(), member, context.effectiveOn()),
                rest,
                formed,
                context);
    }

    /// K2 and K10: a member that is no more takes no part from that day. The group that takes its
    /// place does, on the terms to which its predecessor agreed; without one it is as if the member
    /// had left.
    static Decision novate(NovateJointMembership command, JointCommittee state, Context context) {
        BodyRef member = BodyRef.ccg(command.ccg());
        if (!(state instanceof Formed formed) || !formed.members().containsKey(member)) {
            return unchanged();
        }
        return Settled.of(
                        command.ccg(),
                        MatterKind.JOINT_MEMBERSHIP,
                        command.jointCommittee().value(),
                        context)
                .map(settlement -> novate(command, member, settlement.successor(), formed, context))
                .orElseGet(Decision::unchanged);
    }

    private static Decision novate(
            NovateJointMembership command,
            BodyRef member,
            @Nullable BodyRef successor,
            Formed formed,
            Context context) {
        LocalDate on = context.effectiveOn();
        Set<BodyRef> rest = new HashSet<>(formed.members().keySet());
        rest.remove(member);
        JointCommitteeEvent departure = new MemberWithdrew(command.jointCommittee(), member, on);
        if (successor != null && successor.isCcg()) {
            rest.add(successor);
            departure = new JointMembershipNovated(command.jointCommittee(), member, successor, on);
        }
        return left(command, departure, rest, formed, context);
    }

    /// J12.
    private static Decision left(
            JointCommitteeCommand command,
            JointCommitteeEvent departure,
            Set<BodyRef> rest,
            Formed formed,
            Context context) {
        return Requirements.isTooFew(formed.proposal().power(), rest)
                ? accept(
                        departure,
                        new JointCommitteeDissolved(
                                command.jointCommittee(),
                                inOrder(formed, rest),
                                DissolutionCause.TOO_FEW_MEMBERS,
                                context.effectiveOn()))
                : accept(departure);
    }

    private static boolean isServed(Membership membership, Context context) {
        return membership.leavesOn() != null
                && !context.effectiveOn().isBefore(membership.leavesOn());
    }

    /// The system sends what has fallen due of every notice, of one too that was replaced since.
    private static boolean isDue(Context context) {
        return context.actsAs(Role.SYSTEM);
    }

    static Decision dissolve(
            DissolveJointCommittee command, JointCommittee state, Context context) {
        return state instanceof Dissolved
                ? unchanged()
                : JointCommitteeDecider.whenFormed(
                        command,
                        state,
                        formed ->
                                JointCommitteeDecider.notAmong(formed.members().keySet(), context)
                                        .orElseGet(() -> dissolve(command, formed, context)));
    }

    private static Decision dissolve(
            DissolveJointCommittee command, Formed formed, Context context) {
        Set<BodyRef> agreed = new HashSet<>(formed.dissolving());
        boolean news = agreed.add(context.actor().body());
        DissolutionAgreed own =
                new DissolutionAgreed(
                        command.jointCommittee(),
                        context.actor().body(),
                        command.decision(),
                        context.effectiveOn());
        if (!carries(formed.standing().terms(), agreed.size(), formed.members().size())) {
            return news ? accept(own) : unchanged();
        }
        JointCommitteeDissolved dissolved =
                new JointCommitteeDissolved(
                        command.jointCommittee(),
                        inOrder(formed, formed.members().keySet()),
                        DissolutionCause.AGREED,
                        context.effectiveOn());
        return news ? accept(own, dissolved) : accept(dissolved);
    }

    /// By the voting rule of the terms; a majority that may not bind the others is not enough.
    private static boolean carries(JointTerms terms, int agreed, int members) {
        if (!terms.majorityMayBind()) {
            return agreed == members;
        }
        return switch (terms.votingRule()) {
            case UNANIMITY -> agreed == members;
            case MAJORITY, CONSENSUS_THEN_VOTE -> 2 * agreed > members;
            case SUPERMAJORITY ->
                    ALL.multiply(BigDecimal.valueOf(agreed))
                                    .compareTo(
                                            Objects.requireNonNullElse(terms.percent(), ALL)
                                                    .multiply(BigDecimal.valueOf(members)))
                            >= 0;
        };
    }

    /// As they joined, whoever took another's place last.
    private static List<BodyRef> inOrder(Formed formed, Set<BodyRef> members) {
        return Stream.concat(formed.members().keySet().stream(), members.stream())
                .distinct()
                .filter(members::contains)
                .toList();
    }
}
