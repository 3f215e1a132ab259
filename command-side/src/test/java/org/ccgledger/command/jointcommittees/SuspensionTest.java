package org.ccgledger.command.jointcommittees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.jointcommittees.Joint.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.JointCommittees;
import org.ccgledger.command.boundaries.JointCommittees.Belonging;
import org.ccgledger.command.boundaries.JointCommittees.Joint;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.KnownReads;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.Period;
import org.ccgledger.events.Role;
import org.ccgledger.events.directions.DirectionEvent.DirectionIssued;
import org.ccgledger.events.directions.DirectionEvent.DirectionRevoked;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.ccgledger.events.jointcommittees.SuspensionCause;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What happens to a member that is directed once the committee exists.
class SuspensionTest {

    private static final LocalDate DIRECTED_ON = FORMED_ON.plusMonths(2);
    private static final Command REVIEW = new ReviewJointMembership(SOUTH_WEST, MERTON);
    private static final DirectionId DIRECTION = new DirectionId("08R-D1");

    private static Specification committee(BodyRef... members) {
        return Specification.of(JointCommitteeDecider.DECIDER)
                .given(joined(members))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(DIRECTED_ON);
    }

    private static DirectionIssued directed(FunctionCode function) {
        return new DirectionIssued(
                MERTON,
                new DirectionTerms(
                        DIRECTION,
                        LegalPower.S14Z21,
                        DirectionKind.NOT_TO_EXERCISE,
                        List.of(function),
                        Period.from(DIRECTED_ON),
                        DocRef.titled("Direction")),
                null,
                DIRECTED_ON);
    }

    private static MemberSuspended suspended(BodyRef member) {
        return new MemberSuspended(
                SOUTH_WEST, member, SuspensionCause.FUNCTIONS_TAKEN, List.of(ACUTE), DIRECTED_ON);
    }

    private static MemberSuspensionLifted lifted(LocalDate on) {
        return new MemberSuspensionLifted(SOUTH_WEST, B, on);
    }

    @Tag("K2")
    @Test
    void a_member_from_which_a_function_in_scope_is_taken_is_suspended() {
        committee(A, B).given(directed(ACUTE)).when(REVIEW).thenAccepted(suspended(B));
        committee(A, B).given(directed(ACUTE), suspended(B)).when(REVIEW).thenUnchanged();
    }

    @Test
    void a_direction_about_something_else_suspends_nobody() {
        committee(A, B).given(directed(PLANNING)).when(REVIEW).thenUnchanged();
        committee(A, B)
                .given(directed(ACUTE))
                .on(DIRECTED_ON.minusDays(1))
                .when(REVIEW)
                .thenUnchanged();
    }

    @Test
    void the_boards_own_functions_are_not_taken_from_a_group() {
        Specification.of(JointCommitteeDecider.DECIDER)
                .given(ready())
                .given(
                        proposed(JointPower.S13Z, draft(), B, BodyRef.BOARD),
                        agreed(B),
                        agreed(BodyRef.BOARD),
                        formed(JointPower.S13Z, draft(), B, BodyRef.BOARD),
                        directed(ACUTE))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(DIRECTED_ON)
                .when(REVIEW)
                .thenUnchanged();
    }

    @Tag("K2")
    @Test
    void a_suspension_ends_with_the_direction() {
        LocalDate ended = DIRECTED_ON.plusMonths(3);
        DirectionRevoked revoked =
                new DirectionRevoked(MERTON, DIRECTION, DocRef.titled("Handover"), ended);
        committee(A, B)
                .given(directed(ACUTE), suspended(B), revoked)
                .on(ended)
                .when(REVIEW)
                .thenAccepted(lifted(ended));
        committee(A, B)
                .given(directed(ACUTE), suspended(B), revoked, lifted(ended))
                .on(ended)
                .when(REVIEW)
                .thenUnchanged();
        committee(A, B)
                .given(directed(ACUTE), suspended(B), revoked, lifted(ended))
                .on(ended.minusDays(1))
                .when(REVIEW)
                .thenUnchanged();
    }

    @Test
    void a_group_that_exercises_nothing_is_suspended() {
        Specification.of(JointCommitteeDecider.DECIDER)
                .given(proposed(A, B), agreed(A), agreed(B))
                .given(formed(JointPower.S14Z3, draft(), A, B))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(DIRECTED_ON)
                .when(REVIEW)
                .thenAccepted(
                        new MemberSuspended(
                                SOUTH_WEST,
                                B,
                                SuspensionCause.NOT_OPERATIONAL,
                                List.of(),
                                DIRECTED_ON));
    }

    @Test
    void whoever_is_no_member_is_not_reviewed() {
        committee(A, C).given(directed(ACUTE)).when(REVIEW).thenUnchanged();
        Specification.of(JointCommitteeDecider.DECIDER)
                .given(proposed(A, B), directed(ACUTE))
                .when(REVIEW)
                .thenUnchanged();
    }

    @Test
    void new_terms_do_not_wait_for_a_member_that_is_suspended() {
        DraftTerms majority = draft(JointVotingRule.MAJORITY, true, ACUTE);
        committee(A, B, C)
                .given(directed(ACUTE), suspended(B))
                .given(
                        new JointTermsProposed(SOUTH_WEST, 2, majority.complete(), A, DIRECTED_ON),
                        new JointTermsAgreed(SOUTH_WEST, A, 2, MINUTES, DIRECTED_ON))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, C)
                .when(new AgreeJointTerms(SOUTH_WEST, new CcgCode("08T"), 2, MINUTES))
                .thenAccepted(
                        new JointTermsAgreed(SOUTH_WEST, C, 2, MINUTES, DIRECTED_ON),
                        new JointTermsVaried(
                                SOUTH_WEST, 2, majority.complete(), List.of(A, C), DIRECTED_ON));
    }

    @Test
    void others_see_who_belongs_to_a_committee_and_takes_part() {
        Joint joint =
                seen(
                                DIRECTED_ON,
                                suspended(B),
                                new MatterReservedToMember(SOUTH_WEST, A, "Maternity", FORMED_ON),
                                new MemberWithdrew(SOUTH_WEST, C, DIRECTED_ON.plusDays(1)))
                        .orElseThrow();
        assertThat(joint.members()).containsOnlyKeys(A, B, C);
        assertThat(joint.active()).containsOnlyKeys(A, C);
        assertThat(of(joint, A).reserved()).containsExactly("Maternity");
        assertThat(of(joint, A).terms()).isEqualTo(terms());

        assertThat(seen(DIRECTED_ON, suspended(B), lifted(DIRECTED_ON)).orElseThrow().active())
                .containsOnlyKeys(A, B, C);
        assertThat(
                        seen(
                                        DIRECTED_ON,
                                        new MemberWithdrew(SOUTH_WEST, C, DIRECTED_ON),
                                        new JointMemberAdmitted(SOUTH_WEST, D, 1, DIRECTED_ON))
                                .orElseThrow()
                                .active())
                .containsOnlyKeys(A, B, D);
        assertThat(seen(FORMED_ON.minusDays(1))).isEmpty();
    }

    @Test
    void a_member_stays_on_the_terms_that_it_has_itself_agreed_to() {
        DraftTerms majority = draft(JointVotingRule.MAJORITY, true, ACUTE);
        Joint joint =
                seen(
                                DIRECTED_ON,
                                new JointTermsVaried(
                                        SOUTH_WEST,
                                        2,
                                        majority.complete(),
                                        List.of(A, C),
                                        DIRECTED_ON))
                        .orElseThrow();
        assertThat(joint.termsVersion()).isEqualTo(2);
        assertThat(of(joint, B).termsVersion()).isEqualTo(1);
        assertThat(of(joint, C).terms().votingRule()).isEqualTo(JointVotingRule.MAJORITY);
    }

    @Test
    void a_group_belongs_to_committees_until_it_leaves_or_they_end() {
        assertThat(JointCommittees.of(MERTON, new KnownReads(joined(A, B, C))))
                .isEqualTo(Set.of(SOUTH_WEST));
        assertThat(JointCommittees.of(CROYDON, new KnownReads(joined(A, B, C)))).isEmpty();
        List<CcgEvent> left = new ArrayList<>(joined(A, B, C));
        left.add(new MemberWithdrew(SOUTH_WEST, B, DIRECTED_ON));
        assertThat(JointCommittees.of(MERTON, new KnownReads(left))).isEmpty();
        assertThat(JointCommittees.of(KINGSTON, new KnownReads(left)))
                .isEqualTo(Set.of(SOUTH_WEST));
    }

    private static Belonging of(Joint joint, BodyRef member) {
        return Objects.requireNonNull(joint.members().get(member));
    }

    private static Optional<Joint> seen(LocalDate on, JointCommitteeEvent... since) {
        List<CcgEvent> events = new ArrayList<>(joined(A, B, C));
        events.addAll(List.of(since));
        return JointCommittees.find(SOUTH_WEST, on, new KnownReads(events));
    }
}
