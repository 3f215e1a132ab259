package org.ccgledger.command.jointcommittees;

import static org.ccgledger.command.jointcommittees.Joint.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.*;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.jointcommittees.DissolutionCause;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A committee that exists: its terms, and who joins and leaves it.
class JointTermsTest {

    private static final DraftTerms MAJORITY = draft(JointVotingRule.MAJORITY, true, ACUTE);
    private static final LocalDate NEXT = FORMED_ON.plusMonths(1);
    private static final LocalDate LEAVES_ON = NEXT.plusDays(90);
    private static final Command DISSOLVE = new DissolveJointCommittee(SOUTH_WEST, MINUTES);

    private static Specification committee(BodyRef... members) {
        return Specification.of(JointCommitteeDecider.DECIDER)
                .given(joined(members))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, A)
                .on(NEXT);
    }

    private static JointTermsProposed varying() {
        return new JointTermsProposed(SOUTH_WEST, 2, MAJORITY.complete(), A, NEXT);
    }

    private static JointTermsAgreed agreedTo(BodyRef member) {
        return new JointTermsAgreed(SOUTH_WEST, member, 2, MINUTES, NEXT);
    }

    private static JointTermsVaried varied(BodyRef... members) {
        return new JointTermsVaried(SOUTH_WEST, 2, MAJORITY.complete(), List.of(members), NEXT);
    }

    private static AgreeJointTerms agree(CcgCode ccg, int version) {
        return new AgreeJointTerms(SOUTH_WEST, ccg, version, MINUTES);
    }

    private static WithdrawalNoticeGiven notice(BodyRef member) {
        return new WithdrawalNoticeGiven(SOUTH_WEST, member, LEAVES_ON, NEXT);
    }

    private static AdmitJointMember admit(int version) {
        return new AdmitJointMember(SOUTH_WEST, CROYDON, version, MINUTES);
    }

    private static AdmissionAgreed admission(BodyRef party) {
        return new AdmissionAgreed(SOUTH_WEST, D, party, 1, MINUTES, NEXT);
    }

    @Tag("J14")
    @Test
    void new_terms_take_effect_with_the_last_members_agreement() {
        committee(A, B).when(new VaryJointTerms(SOUTH_WEST, MAJORITY)).thenAccepted(varying());
        committee(A, B).given(varying()).when(agree(KINGSTON, 2)).thenAccepted(agreedTo(A));
        committee(A, B)
                .given(varying(), agreedTo(A))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, B)
                .when(agree(MERTON, 2))
                .thenAccepted(agreedTo(B), varied(A, B));
        committee(A, B).given(varying(), agreedTo(A)).when(agree(KINGSTON, 2)).thenUnchanged();
        committee(A, B)
                .given(varying(), agreedTo(A), agreedTo(B), varied(A, B))
                .when(agree(KINGSTON, 2))
                .thenUnchanged();
    }

    @Tag("J14")
    @Test
    void a_member_that_leaves_is_not_waited_for_and_stays_on_its_own_terms() {
        committee(A, B, C)
                .given(notice(C), varying(), agreedTo(A))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, B)
                .when(agree(MERTON, 2))
                .thenAccepted(agreedTo(B), varied(A, B));
    }

    @Test
    void agreements_count_once_the_last_one_missing_has_left() {
        committee(A, B, C)
                .given(varying(), agreedTo(A), agreedTo(B))
                .given(notice(C))
                .when(agree(KINGSTON, 2))
                .thenAccepted(varied(A, B));
    }

    @Test
    void terms_are_agreed_to_in_the_version_that_is_proposed_now() {
        committee(A, B)
                .given(varying())
                .when(agree(KINGSTON, 1))
                .thenRefused(new TermsVersionStale(2));
        committee(A, B).when(agree(KINGSTON, 2)).thenRefused(new TermsVersionStale(1));
        committee(A, B).when(agree(KINGSTON, 1)).thenUnchanged();
    }

    @Test
    void nobody_agrees_to_terms_for_another() {
        committee(A, B)
                .given(varying())
                .when(agree(MERTON, 2))
                .thenRefused(new AgreementNotGivenByCCG(B, A));
        committee(B, C).given(varying()).when(agree(KINGSTON, 2)).thenNotFound();
    }

    @Test
    void terms_are_varied_by_a_member_and_to_what_is_complete_and_new() {
        committee(B, C)
                .when(new VaryJointTerms(SOUTH_WEST, MAJORITY))
                .thenRefused(new ActorNotOfThisBody(A));
        committee(A, B).when(new VaryJointTerms(SOUTH_WEST, draft())).thenUnchanged();
        committee(A, B)
                .given(varying())
                .when(new VaryJointTerms(SOUTH_WEST, MAJORITY))
                .thenUnchanged();
        committee(A, B)
                .when(new VaryJointTerms(SOUTH_WEST, draft(JointVotingRule.MAJORITY, true)))
                .thenRefused(new TermsIncomplete(Set.of("functions")));
        Specification.of(JointCommitteeDecider.DECIDER)
                .when(new VaryJointTerms(SOUTH_WEST, MAJORITY))
                .thenNotFound();
    }

    @Test
    void a_proposal_replaces_the_one_before_it() {
        JointTerms third = draft(JointVotingRule.SUPERMAJORITY, true, PLANNING).complete();
        committee(A, B)
                .given(varying(), agreedTo(B))
                .when(
                        new VaryJointTerms(
                                SOUTH_WEST, draft(JointVotingRule.SUPERMAJORITY, true, PLANNING)))
                .thenAccepted(new JointTermsProposed(SOUTH_WEST, 3, third, A, NEXT));
        committee(A, B)
                .given(varying(), agreedTo(B))
                .given(new JointTermsProposed(SOUTH_WEST, 3, third, A, NEXT))
                .when(agree(KINGSTON, 3))
                .thenAccepted(JointTermsAgreed.class);
    }

    @Test
    void a_member_keeps_a_matter_to_itself() {
        ReserveMatter reserve = new ReserveMatter(SOUTH_WEST, KINGSTON, "Maternity at Kingston");
        MatterReservedToMember reserved =
                new MatterReservedToMember(SOUTH_WEST, A, "Maternity at Kingston", NEXT);
        committee(A, B).when(reserve).thenAccepted(reserved);
        committee(A, B).given(reserved).when(reserve).thenUnchanged();
        committee(B, C).when(reserve).thenNotFound();
    }

    @Test
    void a_member_may_always_leave_after_the_notice_that_it_agreed_to() {
        committee(A, B, C)
                .when(new GiveNoticeToWithdraw(SOUTH_WEST, KINGSTON, LEAVES_ON.minusDays(1)))
                .thenRefused(new NoticePeriodNotServed(LEAVES_ON));
        committee(A, B, C)
                .when(new GiveNoticeToWithdraw(SOUTH_WEST, KINGSTON, LEAVES_ON))
                .thenAccepted(notice(A));
        committee(A, B, C)
                .given(notice(A))
                .when(new GiveNoticeToWithdraw(SOUTH_WEST, KINGSTON, LEAVES_ON))
                .thenUnchanged();
        committee(B, C)
                .when(new GiveNoticeToWithdraw(SOUTH_WEST, KINGSTON, LEAVES_ON))
                .thenNotFound();
    }

    @Test
    void a_member_leaves_on_the_day_that_it_gave_and_not_before() {
        WithdrawFromJointCommittee withdraw = new WithdrawFromJointCommittee(SOUTH_WEST, KINGSTON);
        committee(A, B, C).when(withdraw).thenRefused(new NoticePeriodNotServed(LEAVES_ON));
        committee(A, B, C)
                .given(notice(A))
                .on(LEAVES_ON.minusDays(1))
                .when(withdraw)
                .thenRefused(new NoticePeriodNotServed(LEAVES_ON));
        committee(A, B, C)
                .given(notice(A))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(LEAVES_ON)
                .when(withdraw)
                .thenAccepted(new MemberWithdrew(SOUTH_WEST, A, LEAVES_ON));
        committee(A, B, C)
                .given(notice(A), new MemberWithdrew(SOUTH_WEST, A, LEAVES_ON))
                .on(LEAVES_ON)
                .when(withdraw)
                .thenUnchanged();
        committee(B, C).when(withdraw).thenNotFound();
        Specification.of(JointCommitteeDecider.DECIDER).when(withdraw).thenNotFound();
    }

    @Test
    void a_notice_that_was_replaced_since_falls_due_without_effect() {
        WithdrawFromJointCommittee withdraw = new WithdrawFromJointCommittee(SOUTH_WEST, KINGSTON);
        committee(A, B, C)
                .given(
                        notice(A),
                        new WithdrawalNoticeGiven(
                                SOUTH_WEST, A, LEAVES_ON.plusDays(1), NEXT.plusDays(1)))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(LEAVES_ON)
                .when(withdraw)
                .thenUnchanged();
        committee(A, B, C)
                .given(
                        notice(A),
                        new JointCommitteeDissolved(
                                SOUTH_WEST, List.of(A, B, C), DissolutionCause.AGREED, NEXT))
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(LEAVES_ON)
                .when(withdraw)
                .thenUnchanged();
    }

    @Tag("J12")
    @Test
    void a_committee_in_which_too_few_remain_is_dissolved() {
        WithdrawFromJointCommittee withdraw = new WithdrawFromJointCommittee(SOUTH_WEST, KINGSTON);
        JointCommitteeDissolved dissolved =
                new JointCommitteeDissolved(
                        SOUTH_WEST, List.of(B), DissolutionCause.TOO_FEW_MEMBERS, LEAVES_ON);
        committee(A, B)
                .given(notice(A))
                .on(LEAVES_ON)
                .when(withdraw)
                .thenAccepted(new MemberWithdrew(SOUTH_WEST, A, LEAVES_ON), dissolved);
        committee(A, B)
                .given(notice(A), new MemberWithdrew(SOUTH_WEST, A, LEAVES_ON), dissolved)
                .on(LEAVES_ON)
                .when(withdraw)
                .thenUnchanged();
        committee(A, B)
                .given(notice(A), new MemberWithdrew(SOUTH_WEST, A, LEAVES_ON), dissolved)
                .on(LEAVES_ON)
                .when(new GiveNoticeToWithdraw(SOUTH_WEST, KINGSTON, LEAVES_ON))
                .thenNotFound();
    }

    @Test
    void a_group_is_admitted_with_every_members_agreement_and_its_own() {
        committee(A, B).when(admit(1)).thenAccepted(admission(A));
        committee(A, B).given(admission(A)).when(admit(1)).thenUnchanged();
        committee(A, B)
                .given(admission(A), admission(B))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, D)
                .when(admit(1))
                .thenAccepted(admission(D), new JointMemberAdmitted(SOUTH_WEST, D, 1, NEXT));
        committee(A, B)
                .given(admission(D), admission(B))
                .when(admit(1))
                .thenAccepted(admission(A), new JointMemberAdmitted(SOUTH_WEST, D, 1, NEXT));
        committee(A, B)
                .given(
                        admission(A),
                        admission(B),
                        admission(D),
                        new JointMemberAdmitted(SOUTH_WEST, D, 1, NEXT))
                .when(admit(1))
                .thenUnchanged();
    }

    @Test
    void a_group_is_admitted_on_the_terms_in_effect_by_the_parties_and_if_it_may() {
        committee(A, B).when(admit(2)).thenRefused(new TermsVersionStale(1));
        committee(A, B)
                .by(Role.CCG_ACCOUNTABLE_OFFICER, C)
                .when(admit(1))
                .thenRefused(new ActorNotOfThisBody(C));
        committee(A, B)
                .given(permitted(CROYDON, List.of()))
                .when(admit(1))
                .thenRefused(new ConstitutionDoesNotPermit(Set.of(CROYDON)));
        committee(A, B)
                .given(varying(), agreedTo(A), agreedTo(B), varied(A, B))
                .given(admission(A), admission(B))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, D)
                .when(admit(2))
                .thenAccepted(new AdmissionAgreed(SOUTH_WEST, D, D, 2, MINUTES, NEXT));
    }

    @Test
    void by_default_a_committee_is_dissolved_when_all_agree() {
        DocRef minutes = MINUTES;
        DissolutionAgreed own = new DissolutionAgreed(SOUTH_WEST, A, minutes, NEXT);
        JointCommitteeDissolved dissolved =
                new JointCommitteeDissolved(
                        SOUTH_WEST, List.of(A, B), DissolutionCause.AGREED, NEXT);
        committee(A, B).when(DISSOLVE).thenAccepted(own);
        committee(A, B).given(own).when(DISSOLVE).thenUnchanged();
        committee(A, B)
                .given(new DissolutionAgreed(SOUTH_WEST, B, minutes, NEXT))
                .when(DISSOLVE)
                .thenAccepted(own, dissolved);
        committee(A, B).given(own, dissolved).when(DISSOLVE).thenUnchanged();
        committee(B, C).when(DISSOLVE).thenRefused(new ActorNotOfThisBody(A));
    }

    @Test
    void as_many_dissolve_a_committee_as_its_terms_ask_for() {
        assertDissolvedBy(draft(JointVotingRule.MAJORITY, true, ACUTE), 3);
        assertDissolvedBy(draft(JointVotingRule.CONSENSUS_THEN_VOTE, true, ACUTE), 3);
        assertDissolvedBy(draft(JointVotingRule.SUPERMAJORITY, true, ACUTE), 3);
        assertDissolvedBy(draft(JointVotingRule.UNANIMITY, true, ACUTE), 4);
        assertDissolvedBy(draft(JointVotingRule.MAJORITY, false, ACUTE), 4);
    }

    /// Of four members, as many agree one after another as dissolve the committee.
    private static void assertDissolvedBy(DraftTerms terms, int needed) {
        List<BodyRef> members = List.of(A, B, C, D);
        Specification specification =
                Specification.of(JointCommitteeDecider.DECIDER)
                        .given(joined(terms, A, B, C, D))
                        .on(NEXT);
        for (int i = 0; i < needed; i++) {
            BodyRef member = members.get(i);
            DissolutionAgreed agreed = new DissolutionAgreed(SOUTH_WEST, member, MINUTES, NEXT);
            Specification.Decided decided =
                    specification.by(Role.CCG_ACCOUNTABLE_OFFICER, member).when(DISSOLVE);
            if (i + 1 == needed) {
                decided.thenAccepted(DissolutionAgreed.class, JointCommitteeDissolved.class);
            } else {
                decided.thenAccepted(agreed);
            }
            specification.given(agreed);
        }
    }

    @Test
    void a_committee_with_the_board_ends_when_the_board_leaves() {
        Specification.of(JointCommitteeDecider.DECIDER)
                .given(ready())
                .given(
                        proposed(JointPower.S14Z9, draft(), A, B, BodyRef.BOARD),
                        formed(JointPower.S14Z9, draft(), A, B, BodyRef.BOARD),
                        notice(BodyRef.BOARD))
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .on(LEAVES_ON)
                .when(new WithdrawFromJointCommittee(SOUTH_WEST, null))
                .thenAccepted(MemberWithdrew.class, JointCommitteeDissolved.class);
    }
}
