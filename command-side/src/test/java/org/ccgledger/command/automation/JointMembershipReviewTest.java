package org.ccgledger.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.automation.Causes.cause;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.command.committees.CommitteeCommand.DisbandCommittee;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.decision.KnownReads;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.ReviewJointMembership;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.CommitteeId;
import org.ccgledger.events.DirectionId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.Period;
import org.ccgledger.events.directions.DirectionEvent.DirectionIssued;
import org.ccgledger.events.directions.DirectionEvent.DirectionRevoked;
import org.ccgledger.events.directions.DirectionEvent.DirectionVaried;
import org.ccgledger.events.directions.DirectionEvent.FunctionReturned;
import org.ccgledger.events.directions.DirectionKind;
import org.ccgledger.events.directions.DirectionTerms;
import org.ccgledger.events.directions.LegalPower;
import org.ccgledger.events.jointcommittees.CommitteeInCommon;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.CommitteesInCommonConverted;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointCommitteeFormed;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointMemberAdmitted;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.MemberWithdrew;
import org.ccgledger.events.jointcommittees.JointPower;
import org.ccgledger.events.jointcommittees.JointTerms;
import org.ccgledger.events.jointcommittees.JointVotingRule;
import org.junit.jupiter.api.Test;

/// When members of joint committees are looked at again.
class JointMembershipReviewTest {

    private static final CcgCode MERTON = new CcgCode("08R");
    private static final JointCommitteeId SOUTH_WEST = new JointCommitteeId("south-west-london");
    private static final FunctionCode ACUTE = new FunctionCode("acute-commissioning");
    private static final DirectionId DIRECTION = new DirectionId("08R-D1");
    private static final LocalDate FORMED_ON = LocalDate.of(2014, 11, 1);
    private static final LocalDate ISSUED_ON = LocalDate.of(2015, 1, 10);
    private static final LocalDate FROM = LocalDate.of(2015, 4, 1);
    private static final LocalDate UNTIL = LocalDate.of(2015, 9, 30);

    private static JointCommitteeFormed formed() {
        return new JointCommitteeFormed(
                SOUTH_WEST,
                "South West London",
                JointPower.S14Z3,
                List.of(BodyRef.ccg(MERTON), BodyRef.ccg(new CcgCode("08J"))),
                1,
                new JointTerms(
                        List.of(ACUTE),
                        JointVotingRule.UNANIMITY,
                        null,
                        false,
                        2,
                        90,
                        "In turn",
                        List.of(),
                        "Mediation",
                        "Each for its own",
                        null),
                FORMED_ON);
    }

    private static DirectionIssued issued() {
        return new DirectionIssued(
                MERTON,
                new DirectionTerms(
                        DIRECTION,
                        LegalPower.S14Z21,
                        DirectionKind.NOT_TO_EXERCISE,
                        List.of(ACUTE),
                        new Period(FROM, UNTIL),
                        DocRef.titled("Direction")),
                null,
                ISSUED_ON);
    }

    private static void reviewedOn(CcgEvent event, List<CcgEvent> known, LocalDate... days) {
        List<Envelope> due =
                WhenMemberIsDirectedThenReviewItsJointMemberships.due(
                        cause(event), new KnownReads(known));
        assertThat(due).extracting(Envelope::effectiveOn).containsExactly(days);
        assertThat(due)
                .allSatisfy(envelope ->
                        assertThat(envelope.command())
                                .isEqualTo(new ReviewJointMembership(SOUTH_WEST, MERTON)));
        assertThat(due).extracting(Envelope::commandId).doesNotHaveDuplicates();
    }

    @Test
    void a_direction_is_followed_on_the_days_on_which_it_begins_and_has_ended() {
        reviewedOn(issued(), List.of(formed()), ISSUED_ON, FROM, UNTIL.plusDays(1));
        reviewedOn(
                new DirectionVaried(
                        MERTON,
                        DIRECTION,
                        List.of(ACUTE),
                        Period.from(ISSUED_ON),
                        null,
                        ISSUED_ON.plusDays(1)),
                List.of(formed()),
                ISSUED_ON.plusDays(1));
        reviewedOn(
                new DirectionRevoked(MERTON, DIRECTION, DocRef.titled("Handover"), FROM),
                List.of(formed()),
                FROM);
        reviewedOn(new FunctionReturned(MERTON, DIRECTION, ACUTE, FROM), List.of(formed()), FROM);
    }

    @Test
    void only_what_has_come_is_looked_at_at_once() {
        assertThat(
                        WhenMemberIsDirectedThenReviewItsJointMemberships.react(
                                cause(issued()), new KnownReads(List.of(formed())), FROM))
                .extracting(Envelope::effectiveOn)
                .containsExactly(ISSUED_ON, FROM);
    }

    @Test
    void a_group_that_belongs_to_no_committee_is_not_followed() {
        reviewedOn(issued(), List.of());
        reviewedOn(
                issued(),
                List.of(formed(), new MemberWithdrew(SOUTH_WEST, BodyRef.ccg(MERTON), FORMED_ON)));
        reviewedOn(formed(), List.of());
    }

    @Test
    void directions_that_were_issued_before_a_group_joins_are_followed_as_well() {
        LocalDate between = ISSUED_ON.plusDays(1);
        reviewedOn(formed(), List.of(issued()), FORMED_ON, FROM, UNTIL.plusDays(1));
        reviewedOn(
                new JointMemberAdmitted(SOUTH_WEST, BodyRef.ccg(MERTON), 1, between),
                List.of(issued()),
                between,
                FROM,
                UNTIL.plusDays(1));
    }

    @Test
    void committees_in_common_are_disbanded_once_they_are_converted() {
        CommitteeId ours = new CommitteeId("08R-in-common");
        assertThat(
                        WhenCommitteesInCommonConvertedThenDisbandThem.react(
                                cause(
                                        new CommitteesInCommonConverted(
                                                SOUTH_WEST,
                                                List.of(new CommitteeInCommon(ours, MERTON)),
                                                FROM))))
                .singleElement()
                .satisfies(envelope -> {
                    assertThat(envelope.command()).isEqualTo(new DisbandCommittee(ours, MERTON));
                    assertThat(envelope.effectiveOn()).isEqualTo(FROM);
                });
        assertThat(WhenCommitteesInCommonConvertedThenDisbandThem.react(cause(issued()))).isEmpty();
    }
}
