package org.ccgledger.command.cocommissioning;

import org.ccgledger.command.cocommissioning.CoCommissioningCommand.*;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.TakeOverCoCommissioning;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent;

/// Decides on groups' parts in the commissioning of primary care. The boundary is one group's
/// applications and arrangements; audits, tests, constitutions, directions and joint committees are
/// read of other boundaries.
public final class CoCommissioningDecider {

    /// The decisions on co-commissioning.
    public static final Decider<CoCommissioningCommand, ?> DECIDER =
            Decider.of(
                            CoCommissioningCommand.class,
                            command -> StreamName.coCommissioning(command.ccg()))
                    .<CoCommissioning, CoCommissioningEvent>state(
                            CoCommissioning.NONE,
                            CoCommissioningEvent.class,
                            CoCommissioning::evolve)
                    .deciding(CoCommissioningDecider::decide);

    private CoCommissioningDecider() {}

    private static Decision decide(
            CoCommissioningCommand command, CoCommissioning state, Context context) {
        return switch (command) {
            case ApplyForCoCommissioning apply -> Applications.apply(apply, state, context);
            case ApproveCoCommissioning approve -> Applications.approve(approve, state, context);
            case DeclineCoCommissioning decline -> Applications.decline(decline, state, context);
            case DischargeApprovalCondition discharge ->
                    Applications.discharge(discharge, state, context);
            case SignDelegationAgreement sign -> Arrangements.sign(sign, state, context);
            case StartDelegation start -> Arrangements.start(start, state, context);
            case StartJointArrangement start -> Arrangements.startJoint(start, state, context);
            case EndJointArrangement end -> Arrangements.endJoint(end, state, context);
            case TakeOverCoCommissioning takeOver ->
                    Arrangements.takeOver(takeOver, state, context);
            case RecordGreaterInvolvement involve -> Arrangements.involve(involve, state, context);
            case GiveDelegationNotice notice -> Arrangements.giveNotice(notice, state, context);
            case EndDelegation end -> Arrangements.end(end, state, context);
            case RecordDelegationAssuranceLost lose -> Assurance.lose(lose, state, context);
            case OverrideAssuranceBlock override -> Assurance.override(override, state, context);
            case RevokeDelegationAgreement revoke -> Assurance.revoke(revoke, state, context);
        };
    }
}
