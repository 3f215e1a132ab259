package org.ccgledger.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ccgledger.command.automation.Causes.cause;
import static org.ccgledger.command.successions.Merging.*;

import org.ccgledger.command.cocommissioning.CoCommissioningCommand.TakeOverCoCommissioning;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.command.interests.InterestCommand.CarryInterestsForward;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.NovateJointMembership;
import org.ccgledger.command.jointcommittees.JointCommitteeCommand.ReviewJointMembership;
import org.ccgledger.command.membership.MembershipCommand.NovateMembership;
import org.ccgledger.command.procurement.ProcurementCommand.NovateProcurement;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.ProcurementId;
import org.ccgledger.events.successions.MatterKind;
import org.ccgledger.events.successions.Settlement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the system sends when a group is no more.
class CessationAutomationTest {

    private static final PersonId SOMEONE = new PersonId("6f9d4a52-0c1b-4b7e-9a51-2f3c8f0e7d11");

    private static Settlement line(MatterKind kind, String matter, @Nullable BodyRef to) {
        return new Settlement(WEST, kind, matter, to);
    }

    @Test
    void each_thing_is_settled_in_the_boundary_that_it_belongs_to() {
        Cause merger =
                cause(
                        merged(
                                line(MatterKind.CONDITION, "00H-C1", null),
                                line(MatterKind.DIRECTION, "00H-D1", null),
                                line(MatterKind.PRACTICE, "A81001", SUCCESSOR),
                                line(MatterKind.DECLARATIONS, SOMEONE.value(), SUCCESSOR),
                                line(MatterKind.JOINT_MEMBERSHIP, "north-east", SUCCESSOR),
                                line(MatterKind.CO_COMMISSIONING, "DELEGATED", SUCCESSOR),
                                line(MatterKind.PROCUREMENT, "urgent-care", SUCCESSOR)));
        assertThat(WhenGroupCeasesThenSettleWhatWasOpen.react(merger, MERGED_ON))
                .extracting(Envelope::command)
                .containsExactly(
                        new NovateMembership(WEST, new PracticeCode("A81001")),
                        new CarryInterestsForward(SOMEONE, NEWCASTLE_GATESHEAD, WEST),
                        new ReviewJointMembership(new JointCommitteeId("north-east"), WEST),
                        new NovateJointMembership(new JointCommitteeId("north-east"), WEST),
                        new TakeOverCoCommissioning(NEWCASTLE_GATESHEAD, WEST),
                        new NovateProcurement(new ProcurementId("urgent-care"), WEST));
        assertThat(WhenGroupCeasesThenSettleWhatWasOpen.react(merger, MERGED_ON))
                .extracting(Envelope::commandId)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_nobody_takes_over_ends_where_it_stands() {
        Cause end =
                cause(
                        merged(
                                line(MatterKind.DECLARATIONS, SOMEONE.value(), null),
                                line(MatterKind.CO_COMMISSIONING, "DELEGATED", null)));
        assertThat(WhenGroupCeasesThenSettleWhatWasOpen.react(end, MERGED_ON)).isEmpty();
    }

    @Test
    void nothing_is_settled_before_the_day_and_everything_on_it() {
        Cause merger = cause(merged(line(MatterKind.PRACTICE, "A81001", SUCCESSOR)));
        assertThat(WhenGroupCeasesThenSettleWhatWasOpen.react(merger, MERGED_ON.minusDays(1)))
                .isEmpty();
        assertThat(WhenGroupCeasesThenSettleWhatWasOpen.due(merger))
                .extracting(Envelope::effectiveOn)
                .containsExactly(MERGED_ON);
        assertThat(WhenGroupCeasesThenSettleWhatWasOpen.due(cause(established(WEST)))).isEmpty();
    }
}
