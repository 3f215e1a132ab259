package org.ccgledger.command.jointcommittees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.jointcommittees.Joint.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.authorisation.Applications;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.directions.Directed;
import org.ccgledger.command.instruments.Orders;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.*;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Role;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final BodyRef THURROCK = BodyRef.ccg(Applications.THURROCK);

    private static Specification committee() {
        return Specification.of(JointCommitteeDecider.DECIDER).by(Role.CCG_ACCOUNTABLE_OFFICER, A);
    }

    private static ProposeJointCommittee propose(
            JointPower power, DraftTerms terms, BodyRef... members) {
        return new ProposeJointCommittee(SOUTH_WEST, NAME, power, List.of(members), terms);
    }

    private static AgreeToJoin agree(CcgCode ccg, int version) {
        return new AgreeToJoin(SOUTH_WEST, ccg, version, MINUTES, null);
    }

    private static final Command FORM = new FormJointCommittee(SOUTH_WEST);

    @Test
    void groups_propose_to_act_jointly_once_the_order_is_in_force() {
        committee()
                .given(ready())
                .on(PROPOSED_ON)
                .when(propose(JointPower.S14Z3, draft(), A, B))
                .thenAccepted(proposed(A, B));
        committee()
                .given(ready())
                .on(PROPOSED_ON.minusDays(1))
                .when(propose(JointPower.S14Z3, draft(), A, B))
                .thenRefused(new LegalPowerNotInForce(JointPower.S14Z3, PROPOSED_ON.minusDays(1)));
    }

    @Tag("K11")
    @Test
    void a_committee_is_formed_on_1_october_2014_and_not_on_15_september() {
        LocalDate early = LocalDate.of(2014, 9, 15);
        Specification agreed =
                committee().given(ready()).given(proposed(A, B), agreed(A), agreed(B));
        agreed.on(early).when(FORM).thenRefused(new LegalPowerNotInForce(JointPower.S14Z3, early));
        agreed.on(LocalDate.of(2014, 10, 15)).when(FORM).thenAccepted(JointCommitteeFormed.class);
        committee()
                .given(ready())
                .given(
                        new JointCommitteeProposed(
                                SOUTH_WEST,
                                NAME,
                                JointPower.S14Z3,
                                A,
                                List.of(A, B),
                                terms(),
                                PROPOSED_ON),
                        new JoinAgreed(SOUTH_WEST, A, 1, MINUTES, null, PROPOSED_ON),
                        new JoinAgreed(SOUTH_WEST, B, 1, MINUTES, null, PROPOSED_ON))
                .on(LocalDate.of(2014, 10, 1))
                .when(FORM)
                .thenAccepted(JointCommitteeFormed.class);
    }

    @Tag("H5")
    @Test
    void an_order_that_is_revoked_gives_no_power_from_that_day_on() {
        Specification agreed =
                committee()
                        .given(ready())
                        .given(Orders.revoked(FORMED_ON))
                        .given(proposed(A, B), agreed(A), agreed(B));
        agreed.on(FORMED_ON.minusDays(1)).when(FORM).thenAccepted(JointCommitteeFormed.class);
        agreed.on(FORMED_ON)
                .when(FORM)
                .thenRefused(new LegalPowerNotInForce(JointPower.S14Z3, FORMED_ON));
    }

    @Test
    void the_boards_functions_could_be_exercised_jointly_before_the_order() {
        committee()
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .given(established(KINGSTON))
                .on(LocalDate.of(2013, 4, 1))
                .when(propose(JointPower.S13Z, draft(), BodyRef.BOARD, A))
                .thenAccepted(JointCommitteeProposed.class);
        committee()
                .given(established(KINGSTON))
                .on(LocalDate.of(2013, 3, 31))
                .when(propose(JointPower.S13Z, draft(), BodyRef.BOARD, A))
                .thenRefused(new LegalPowerNotInForce(JointPower.S13Z, LocalDate.of(2013, 3, 31)));
    }

    @Test
    void a_joint_committee_joins_two_bodies_of_which_one_is_a_group() {
        Specification ready = committee().given(ready()).on(PROPOSED_ON);
        ready.when(propose(JointPower.S14Z3, draft(), A, A))
                .thenRefused(new TooFewMembers(Set.of(A)));
        ready.when(propose(JointPower.S14Z9, draft(), A, B))
                .thenRefused(new TooFewMembers(Set.of(A, B)));
        ready.when(propose(JointPower.S14Z9, draft(), BodyRef.BOARD))
                .thenRefused(new TooFewMembers(Set.of(BodyRef.BOARD)));
        ready.when(propose(JointPower.S14Z9, draft(), A, BodyRef.BOARD))
                .thenAccepted(JointCommitteeProposed.class);
    }

    @Test
    void members_are_groups_or_the_board() {
        assertThat(propose(JointPower.S14Z9, draft(), A, new BodyRef("LA/E09000021")).fieldErrors())
                .extracting(error -> error.pointer())
                .containsExactly("/members/1");
        assertThat(propose(JointPower.S14Z3, draft(), A, BodyRef.BOARD).fieldErrors())
                .extracting(error -> error.pointer())
                .containsExactly("/power");
        assertThat(propose(JointPower.S14Z3, draft(), A, B).fieldErrors()).isEmpty();
    }

    @Test
    void the_terms_state_what_members_agree_to() {
        DraftTerms nothing =
                new DraftTerms(null, null, null, null, null, null, null, null, null, null, null);
        committee()
                .given(ready())
                .on(PROPOSED_ON)
                .when(propose(JointPower.S14Z3, nothing, A, B))
                .thenRefused(
                        new TermsIncomplete(
                                Set.of(
                                        "chairRule",
                                        "disputeRoute",
                                        "functions",
                                        "liability",
                                        "noticeDays",
                                        "quorum",
                                        "votingRule")));
        assertThat(draft().missing(1)).containsExactly("quorum");
        assertThat(draft().missing(2)).isEmpty();
    }

    @Test
    void a_supermajority_and_it_alone_names_a_percentage_above_half() {
        for (String percent : List.of("50", "100.01")) {
            assertThat(withPercent(JointVotingRule.SUPERMAJORITY, percent).missing(2))
                    .containsExactly("percent");
        }
        for (String percent : List.of("50.01", "75", "100")) {
            assertThat(withPercent(JointVotingRule.SUPERMAJORITY, percent).missing(2)).isEmpty();
        }
        assertThat(withPercent(JointVotingRule.SUPERMAJORITY, null).missing(2))
                .containsExactly("percent");
        assertThat(withPercent(JointVotingRule.MAJORITY, "75").missing(2))
                .containsExactly("percent");
    }

    private static DraftTerms withPercent(
            JointVotingRule rule, @org.jspecify.annotations.Nullable String percent) {
        DraftTerms terms = draft();
        return new DraftTerms(
                terms.functions(),
                rule,
                percent == null ? null : new BigDecimal(percent),
                null,
                terms.quorum(),
                terms.noticeDays(),
                terms.chairRule(),
                null,
                terms.disputeRoute(),
                terms.liability(),
                null);
    }

    @Test
    void nobody_is_bound_against_its_vote_unless_the_terms_say_so() {
        assertThat(withPercent(JointVotingRule.MAJORITY, null).complete().majorityMayBind())
                .isFalse();
    }

    @Test
    void a_function_that_was_taken_from_a_member_is_not_brought() {
        committee()
                .given(ready())
                .given(Directed.directed(), Directed.established(Applications.THURROCK))
                .on(PROPOSED_ON)
                .when(propose(JointPower.S14Z3, draft(), A, THURROCK))
                .thenRefused(
                        new FunctionNotExercisable(
                                Applications.THURROCK, Directed.ACUTE, BodyRef.BOARD));
        committee()
                .given(ready())
                .given(Directed.directed(), Directed.established(Applications.THURROCK))
                .on(PROPOSED_ON)
                .when(propose(JointPower.S13Z, draft(), THURROCK, BodyRef.BOARD))
                .thenAccepted(JointCommitteeProposed.class);
    }

    @Test
    void a_direction_since_the_proposal_keeps_the_committee_from_being_formed() {
        committee()
                .given(ready())
                .given(
                        Directed.directed(),
                        Directed.established(Applications.THURROCK),
                        permitted(
                                Applications.THURROCK,
                                List.of(
                                        org.ccgledger.events.registry.ConstitutionPermission
                                                .JOINT_COMMITTEES)))
                .given(proposed(A, THURROCK), agreed(A), agreed(THURROCK))
                .when(FORM)
                .thenRefused(
                        new FunctionNotExercisable(
                                Applications.THURROCK, Directed.ACUTE, BodyRef.BOARD));
    }

    @Test
    void a_proposals_id_stands_for_one_proposal() {
        Specification proposed = committee().given(ready()).given(proposed(A, B));
        proposed.when(propose(JointPower.S14Z3, draft(), A, B)).thenUnchanged();
        proposed.when(propose(JointPower.S14Z3, draft(), A, C))
                .thenRefused(new CodeInUse(SOUTH_WEST));
    }

    @Test
    void a_member_agrees_by_its_accountable_officer_or_its_chair() {
        for (Role role : List.of(Role.CCG_ACCOUNTABLE_OFFICER, Role.GOVERNING_BODY_CHAIR)) {
            committee()
                    .given(ready())
                    .given(proposed(A, B))
                    .by(role, B)
                    .on(AGREED_ON)
                    .when(agree(MERTON, 1))
                    .thenAccepted(agreed(B));
        }
        committee()
                .given(ready())
                .given(proposed(JointPower.S14Z9, draft(), A, BodyRef.BOARD))
                .by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .on(AGREED_ON)
                .when(new AgreeToJoin(SOUTH_WEST, null, 1, MINUTES, null))
                .thenAccepted(agreed(BodyRef.BOARD));
    }

    @Test
    void nobody_agrees_or_declines_for_another() {
        Specification proposed = committee().given(ready()).given(proposed(A, B, C));
        proposed.by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(agree(SUTTON, 1))
                .thenRefused(new AgreementNotGivenByCCG(C, BodyRef.BOARD));
        proposed.by(Role.CCG_ACCOUNTABLE_OFFICER, A)
                .when(agree(SUTTON, 1))
                .thenRefused(new AgreementNotGivenByCCG(C, A));
        proposed.by(Role.CCG_FINANCE_OFFICER, C)
                .when(agree(SUTTON, 1))
                .thenRefused(new AgreementNotGivenByCCG(C, C));
        proposed.by(Role.CCG_ACCOUNTABLE_OFFICER, A)
                .when(new DeclineToJoin(SOUTH_WEST, SUTTON))
                .thenRefused(new AgreementNotGivenByCCG(C, A));
        proposed.by(Role.CCG_ACCOUNTABLE_OFFICER, A)
                .when(new AgreeToJoin(SOUTH_WEST, null, 1, MINUTES, null))
                .thenRefused(new AgreementNotGivenByCCG(BodyRef.BOARD, A));
    }

    @Test
    void only_who_was_invited_answers() {
        committee().given(ready()).when(agree(KINGSTON, 1)).thenNotFound();
        committee().given(ready()).when(new DeclineToJoin(SOUTH_WEST, KINGSTON)).thenNotFound();
        Specification proposed = committee().given(ready()).given(proposed(B, C));
        proposed.when(agree(KINGSTON, 1)).thenNotFound();
        proposed.when(new DeclineToJoin(SOUTH_WEST, KINGSTON)).thenNotFound();
    }

    @Test
    void a_constitution_that_does_not_permit_joint_committees_keeps_its_group_out() {
        Specification proposed =
                committee()
                        .given(ready())
                        .given(permitted(KINGSTON, List.of()))
                        .given(proposed(A, B));
        proposed.on(AGREED_ON)
                .when(agree(KINGSTON, 1))
                .thenRefused(new ConstitutionDoesNotPermit(Set.of(KINGSTON)));
        proposed.given(agreed(A), agreed(B))
                .when(FORM)
                .thenRefused(new ConstitutionDoesNotPermit(Set.of(KINGSTON)));
    }

    @Test
    void the_constitution_counts_that_is_in_force_on_the_day() {
        committee()
                .given(ready())
                .given(proposed(A, B))
                .on(Orders.MADE_ON.minusDays(1))
                .when(agree(KINGSTON, 1))
                .thenRefused(new ConstitutionDoesNotPermit(Set.of(KINGSTON)));
    }

    @Test
    void agreement_is_to_the_version_that_is_proposed_now() {
        JointTermsProposed second =
                new JointTermsProposed(
                        SOUTH_WEST,
                        2,
                        draft(JointVotingRule.MAJORITY, true, ACUTE).complete(),
                        A,
                        AGREED_ON);
        committee()
                .given(ready())
                .given(proposed(A, B))
                .on(AGREED_ON)
                .when(new VaryJointTerms(SOUTH_WEST, draft(JointVotingRule.MAJORITY, true, ACUTE)))
                .thenAccepted(second);
        Specification varied =
                committee().given(ready()).given(proposed(A, B), agreed(A), agreed(B), second);
        varied.when(agree(KINGSTON, 1)).thenUnchanged();
        varied.when(FORM).thenRefused(new MemberAgreementMissing(2, Set.of(A, B)));
        varied.by(Role.CCG_ACCOUNTABLE_OFFICER, B)
                .when(new AgreeToJoin(SOUTH_WEST, MERTON, 3, MINUTES, null))
                .thenRefused(new TermsVersionStale(2));
        varied.when(agree(MERTON, 2)).thenAccepted(JoinAgreed.class);
    }

    @Test
    void who_has_declined_is_not_invited_again() {
        Specification declined = committee().given(ready()).given(proposed(A, B), declined(A));
        declined.when(agree(KINGSTON, 1)).thenRefused(new InvitationClosed(A));
        declined.when(new DeclineToJoin(SOUTH_WEST, KINGSTON)).thenUnchanged();
    }

    @Test
    void an_agreement_is_taken_back_before_the_committee_is_formed_and_not_after() {
        committee()
                .given(ready())
                .given(proposed(A, B), agreed(A))
                .when(new DeclineToJoin(SOUTH_WEST, KINGSTON))
                .thenAccepted(declined(A));
        committee()
                .given(joined(A, B))
                .when(new DeclineToJoin(SOUTH_WEST, KINGSTON))
                .thenRefused(new InvitationClosed(A));
        committee().given(joined(A, B)).when(agree(KINGSTON, 1)).thenUnchanged();
        committee()
                .given(joined(B, C))
                .when(agree(KINGSTON, 1))
                .thenRefused(new InvitationClosed(A));
    }

    @Test
    void three_are_invited_one_declines_and_two_form_without_it() {
        Specification first =
                committee()
                        .given(ready())
                        .given(proposed(A, B, C), agreed(A), agreed(B), declined(C));
        first.on(FORMED_ON).when(FORM).thenRefused(new MemberAgreementMissing(1, Set.of(C)));
        first.by(Role.BOARD_OFFICER, BodyRef.BOARD)
                .when(agree(SUTTON, 1))
                .thenRefused(new AgreementNotGivenByCCG(C, BodyRef.BOARD));

        JointCommitteeId again = new JointCommitteeId("south-west-london-2");
        first.by(Role.CCG_ACCOUNTABLE_OFFICER, A)
                .when(
                        new ProposeJointCommittee(
                                again, NAME, JointPower.S14Z3, List.of(A, B), draft()))
                .thenAccepted(JointCommitteeProposed.class);
        first.given(
                        new JointCommitteeProposed(
                                again,
                                NAME,
                                JointPower.S14Z3,
                                A,
                                List.of(A, B),
                                terms(),
                                AGREED_ON),
                        new JoinAgreed(again, A, 1, MINUTES, null, AGREED_ON),
                        new JoinAgreed(again, B, 1, MINUTES, null, AGREED_ON))
                .when(new FormJointCommittee(again))
                .thenAccepted(
                        new JointCommitteeFormed(
                                again,
                                NAME,
                                JointPower.S14Z3,
                                List.of(A, B),
                                1,
                                terms(),
                                FORMED_ON));
    }

    @Test
    void silence_is_no_agreement_and_the_boards_counts_like_any_other() {
        committee()
                .given(ready())
                .given(proposed(JointPower.S14Z9, draft(), A, BodyRef.BOARD), agreed(A))
                .when(FORM)
                .thenRefused(new MemberAgreementMissing(1, Set.of(BodyRef.BOARD)));
    }

    @Test
    void a_group_that_is_not_operational_does_not_act_jointly() {
        committee()
                .given(Orders.made())
                .given(proposed(A, B), agreed(A), agreed(B))
                .on(FORMED_ON)
                .when(FORM)
                .thenRefused(new CCGNotOperational(KINGSTON, FORMED_ON));
    }

    @Test
    void a_committee_is_formed_once_by_one_of_its_parties_or_the_system() {
        Specification agreed =
                committee()
                        .given(ready())
                        .given(proposed(A, B), agreed(A), agreed(B))
                        .on(FORMED_ON);
        agreed.by(Role.CCG_ACCOUNTABLE_OFFICER, C)
                .when(FORM)
                .thenRefused(new ActorNotOfThisBody(C));
        agreed.by(Role.SYSTEM, new BodyRef("SYSTEM/LEDGER"))
                .when(FORM)
                .thenAccepted(formed(JointPower.S14Z3, draft(), A, B));
        committee().given(joined(A, B)).when(FORM).thenUnchanged();
        committee().when(FORM).thenNotFound();
    }
}
