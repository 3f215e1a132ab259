package org.ccgledger.command.jointcommittees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.jointcommittees.Joint.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.JointCommittees;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.KnownReads;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.Role;
import org.ccgledger.events.jointcommittees.DissolutionCause;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.SuspensionCause;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;
import org.ccgledger.events.successions.SuccessionEvent.CCGDissolved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What happens to a member that ceases to exist once the committee is there.
class NovationTest {

    private static final LocalDate CEASED_ON = FORMED_ON.plusMonths(6);
    private static final Command NOVATE = new NovateJointMembership(SOUTH_WEST, MERTON);

    private static Specification committee(CcgEvent ended, BodyRef... members) {
        return Specification.of(JointCommitteeDecider.DECIDER)
                .given(joined(members))
                .given(ended)
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(CEASED_ON);
    }

    private static CCGDissolved dissolved(@Nullable BodyRef successor, CcgCode... to) {
        return new CCGDissolved(
                MERTON,
                List.of(to),
                List.of(
                        new Settlement(
                                MERTON,
                                MatterKind.JOINT_MEMBERSHIP,
                                SOUTH_WEST.value(),
                                successor)),
                CEASED_ON);
    }

    private static JointMembershipNovated novated(BodyRef successor) {
        return new JointMembershipNovated(SOUTH_WEST, B, successor, CEASED_ON);
    }

    @Test
    void a_member_that_is_no_more_is_suspended_and_its_successor_is_not() {
        Command review = new ReviewJointMembership(SOUTH_WEST, MERTON);
        MemberSuspended suspended =
                new MemberSuspended(
                        SOUTH_WEST, B, SuspensionCause.NOT_OPERATIONAL, List.of(), CEASED_ON);
        committee(dissolved(D, CROYDON), A, B).when(review).thenAccepted(suspended);
        committee(dissolved(D, CROYDON), A, B)
                .given(suspended)
                .when(NOVATE)
                .thenAccepted(novated(D));
        List<CcgEvent> events =
                Stream.concat(joined(A, B).stream(), Stream.of(suspended, novated(D))).toList();
        assertThat(active(events, CEASED_ON)).containsExactlyInAnyOrder(A, D);
    }

    @Test
    void the_membership_passes_to_the_group_that_takes_the_members_place() {
        committee(dissolved(D, CROYDON), A, B).when(NOVATE).thenAccepted(novated(D));
        committee(dissolved(D, CROYDON), A, B).given(novated(D)).when(NOVATE).thenUnchanged();
    }

    @Test
    void without_a_successor_it_ends_and_too_few_dissolve_the_committee() {
        MemberWithdrew left = new MemberWithdrew(SOUTH_WEST, B, CEASED_ON);
        committee(dissolved(null), A, B, C).when(NOVATE).thenAccepted(left);
        committee(dissolved(null), A, B)
                .when(NOVATE)
                .thenAccepted(
                        left,
                        new JointCommitteeDissolved(
                                SOUTH_WEST,
                                List.of(A),
                                DissolutionCause.TOO_FEW_MEMBERS,
                                CEASED_ON));
    }

    @Test
    void a_successor_that_is_a_member_already_is_one_member() {
        committee(dissolved(A, KINGSTON), A, B)
                .when(NOVATE)
                .thenAccepted(
                        novated(A),
                        new JointCommitteeDissolved(
                                SOUTH_WEST,
                                List.of(A),
                                DissolutionCause.TOO_FEW_MEMBERS,
                                CEASED_ON));
    }

    @Test
    void a_member_that_is_there_stays() {
        Specification.of(JointCommitteeDecider.DECIDER)
                .given(joined(A, B))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(CEASED_ON)
                .when(NOVATE)
                .thenUnchanged();
    }

    @Test
    void whoever_votes_is_the_successor_from_that_day_on() {
        List<CcgEvent> events =
                Stream.concat(joined(A, B).stream(), Stream.of(novated(D))).toList();
        assertThat(active(events, CEASED_ON.minusDays(1))).containsExactlyInAnyOrder(A, B);
        assertThat(active(events, CEASED_ON)).containsExactlyInAnyOrder(A, D);
    }

    @Test
    void the_successor_is_bound_by_the_notice_that_it_was_bound_by() {
        committee(dissolved(D, CROYDON), A, B)
                .given(novated(D))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, D)
                .when(new GiveNoticeToWithdraw(SOUTH_WEST, CROYDON, CEASED_ON.plusDays(90)))
                .thenAccepted(WithdrawalNoticeGiven.class);
    }

    private static List<BodyRef> active(List<CcgEvent> events, LocalDate on) {
        return JointCommittees.find(SOUTH_WEST, on, new KnownReads(events)).stream()
                .flatMap(joint -> joint.active().keySet().stream())
                .toList();
    }
}
