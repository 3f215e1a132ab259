package org.ccgledger.command.automation;

import java.util.List;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.EndJointArrangement;
import org.ccgledger.command.decision.Envelope;
import org.ccgledger.events.Authority;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.JointCommitteeDissolved;
import org.ccgledger.events.jointcommittees.JointCommitteeEvent.MemberWithdrew;

/// Joint commissioning is done by a joint committee, and ends for a group that has none any more.
/// Whether the committee carried it is for the decider to see.
public final class WhenJointCommitteeLeftThenEndJointArrangement {

    private WhenJointCommitteeLeftThenEndJointArrangement() {}

    public static List<Envelope> react(Cause cause) {
        return switch (cause.event()) {
            case MemberWithdrew withdrew -> ended(cause, withdrew, List.of(withdrew.member()));
            case JointCommitteeDissolved dissolved -> ended(cause, dissolved, dissolved.members());
            case CcgEvent _ -> List.of();
        };
    }

    private static List<Envelope> ended(
            Cause cause, JointCommitteeEvent event, List<BodyRef> bodies) {
        return bodies.stream()
                .flatMap(body -> body.asCcg().stream())
                .map(ccg ->
                        cause.sends(
                                "WhenJointCommitteeLeftThenEndJointArrangement",
                                ccg.value(),
                                new EndJointArrangement(ccg, event.jointCommittee()),
                                event.effectiveOn(),
                                Authority.of("NHS Act 2006", "s.14Z9")))
                .toList();
    }
}
