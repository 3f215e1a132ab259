package org.ccgledger.command.approvals;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import org.ccgledger.command.approvals.Approval.Given;
import org.ccgledger.command.approvals.Approval.NotGiven;
import org.ccgledger.command.approvals.ApprovalCommand.RecordApproval;
import org.ccgledger.command.approvals.ApprovalRefusal.ApprovalAlreadyRecorded;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.approvals.ApprovalEvent;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;

/// Decides on approvals. The boundary is one approval.
public final class ApprovalDecider {

    /// The decisions of approvals.
    public static final Decider<ApprovalCommand, ?> DECIDER =
            Decider.of(ApprovalCommand.class, ApprovalDecider::stream)
                    .<Approval, ApprovalEvent>state(
                            new NotGiven(), ApprovalEvent.class, Approval::evolve)
                    .deciding(ApprovalDecider::decide);

    private ApprovalDecider() {}

    private static StreamName stream(ApprovalCommand command) {
        return switch (command) {
            case RecordApproval approval -> StreamName.approval(approval.approval());
        };
    }

    private static Decision decide(ApprovalCommand command, Approval state, Context context) {
        return switch (command) {
            case RecordApproval approval -> record(approval, state, context);
        };
    }

    private static Decision record(RecordApproval command, Approval state, Context context) {
        return switch (state) {
            case NotGiven _ ->
                    accept(
                            new ApprovalRecorded(
                                    command.approval(),
                                    command.body(),
                                    command.subject(),
                                    command.document(),
                                    context.effectiveOn()));
            case Given(var before) ->
                    isSame(before, command)
                            ? unchanged()
                            : refuse(new ApprovalAlreadyRecorded(before.approval(), before.body()));
        };
    }

    private static boolean isSame(ApprovalRecorded before, RecordApproval now) {
        return before.body().equals(now.body())
                && before.subject().equals(now.subject())
                && before.document().equals(now.document());
    }
}
