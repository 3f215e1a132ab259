package org.ccgledger.command.jointcommittees;

import static org.ccgledger.command.jointcommittees.Joint.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.command.committees.CommitteeCommand.DisbandCommittee;
import org.ccgledger.command.committees.CommitteeDecider;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.Specification;
import org.ccgledger.command.instruments.Orders;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.ConvertCommitteesInCommon;
import org.ccgledger.command.jointcommittees.JointCommitteeRefusal.*;
import org.ccgledger.events.Actor;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.Role;
import org.ccgledger.events.SeatCode;
import org.ccgledger.events.committees.CommitteeEvent.CommitteeDisbanded;
import org.ccgledger.events.committees.CommitteeEvent.CommitteeEstablished;
import org.ccgledger.events.committees.CommitteeKind;
import org.ccgledger.events.committees.CommitteeSeat;
import org.ccgledger.events.committees.CommitteeTerms;
import org.ccgledger.events.committees.CommitteeVotingRule;
import org.ccgledger.events.committees.SeatCapacity;
import org.ccgledger.events.jointcommittees.CommitteeInCommon;
import org.ccgledger.events.jointcommittees.DissolutionCause;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.*;
import org.ccgledger.events.jointcommittees.JointPower;
import org.junit.jupiter.api.Test;

/// Committees in common that become a joint committee.
class ConversionTest {

    private static final LocalDate LATER = FORMED_ON.plusMonths(1);
    private static final CommitteeId OURS = new CommitteeId("08J-in-common");
    private static final CommitteeId THEIRS = new CommitteeId("08R-in-common");
    private static final List<CommitteeInCommon> BOTH =
            List.of(new CommitteeInCommon(OURS, KINGSTON), new CommitteeInCommon(THEIRS, MERTON));

    private static CommitteeEstablished established(CommitteeId committee, CcgCode ccg) {
        return new CommitteeEstablished(
                committee,
                ccg,
                CommitteeKind.OTHER,
                "Committee in common",
                new CommitteeTerms(
                        List.of(
                                new CommitteeSeat(
                                        new SeatCode("chair"), SeatCapacity.LAY, 1, true)),
                        new SeatCode("chair"),
                        null,
                        1,
                        CommitteeVotingRule.MAJORITY,
                        null,
                        false,
                        List.of()),
                Orders.MADE_ON);
    }

    private static Specification inCommon() {
        return Specification.of(JointCommitteeDecider.DECIDER)
                .given(established(OURS, KINGSTON), established(THEIRS, MERTON));
    }

    private static Specification committee() {
        return inCommon().given(joined(A, B)).by(Role.CCG_ACCOUNTABLE_OFFICER, A).on(LATER);
    }

    private static Command convert(CcgCode ccg, CommitteeId... committees) {
        return new ConvertCommitteesInCommon(SOUTH_WEST, ccg, List.of(committees), MINUTES);
    }

    private static ConversionAgreed agreement(BodyRef member) {
        return new ConversionAgreed(SOUTH_WEST, member, BOTH, MINUTES, LATER);
    }

    private static CommitteesInCommonConverted converted() {
        return new CommitteesInCommonConverted(SOUTH_WEST, BOTH, LATER);
    }

    @Test
    void the_last_groups_own_agreement_converts_them() {
        committee().when(convert(KINGSTON, OURS, THEIRS)).thenAccepted(agreement(A));
        committee().given(agreement(A)).when(convert(KINGSTON, OURS, THEIRS)).thenUnchanged();
        committee()
                .given(agreement(A))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, B)
                .when(convert(MERTON, OURS, THEIRS))
                .thenAccepted(agreement(B), converted());
        committee()
                .given(agreement(A), agreement(B), converted())
                .when(convert(KINGSTON, THEIRS, OURS))
                .thenUnchanged();
    }

    @Test
    void an_agreement_to_other_committees_does_not_count() {
        CommitteeId another = new CommitteeId("08R-other");
        committee()
                .given(established(another, MERTON), agreement(A))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, B)
                .when(convert(MERTON, OURS, another))
                .thenAccepted(ConversionAgreed.class);
    }

    @Test
    void there_is_no_joint_committee_before_the_power_is_in_force() {
        inCommon()
                .given(proposed(A, B))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, A)
                .on(PROPOSED_ON)
                .when(convert(KINGSTON, OURS, THEIRS))
                .thenRefused(new LegalPowerNotInForce(JointPower.S14Z3, PROPOSED_ON));
    }

    @Test
    void every_group_has_agreed_to_the_joint_committee_itself() {
        inCommon()
                .given(ready())
                .given(proposed(A, B), agreed(A))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, A)
                .on(LATER)
                .when(convert(KINGSTON, OURS, THEIRS))
                .thenRefused(new MemberAgreementMissing(1, Set.of(B)));
        inCommon()
                .given(joined(A, C))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, A)
                .on(LATER)
                .when(convert(KINGSTON, OURS, THEIRS))
                .thenRefused(new MemberAgreementMissing(1, Set.of(B)));
    }

    @Test
    void committees_of_one_group_are_not_in_common() {
        committee().when(convert(KINGSTON, OURS)).thenRefused(new TooFewMembers(Set.of(A)));
    }

    @Test
    void whoever_converts_has_a_committee_among_them() {
        inCommon()
                .given(joined(A, B, C))
                .by(Role.CCG_ACCOUNTABLE_OFFICER, C)
                .on(LATER)
                .when(convert(SUTTON, OURS, THEIRS))
                .thenRefused(new ActorNotOfThisBody(C));
    }

    @Test
    void what_is_converted_exists() {
        committee().when(convert(KINGSTON, OURS, new CommitteeId("nowhere"))).thenNotFound();
        committee()
                .given(new CommitteeDisbanded(THEIRS, MERTON, null, LATER))
                .when(convert(KINGSTON, OURS, THEIRS))
                .thenNotFound();
        inCommon()
                .by(Role.CCG_ACCOUNTABLE_OFFICER, A)
                .when(convert(KINGSTON, OURS, THEIRS))
                .thenNotFound();
        committee()
                .given(
                        new JointCommitteeDissolved(
                                SOUTH_WEST, List.of(A, B), DissolutionCause.AGREED, LATER))
                .when(convert(KINGSTON, OURS, THEIRS))
                .thenNotFound();
    }

    @Test
    void a_committee_that_gave_way_names_what_took_its_place() {
        Specification.of(CommitteeDecider.DECIDER)
                .given(established(OURS, KINGSTON), converted())
                .by(Role.SYSTEM, Actor.SYSTEM.body())
                .on(LATER)
                .when(new DisbandCommittee(OURS, KINGSTON))
                .thenAccepted(new CommitteeDisbanded(OURS, KINGSTON, SOUTH_WEST, LATER));
    }
}
