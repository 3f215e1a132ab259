package org.ccgledger.command.approvals;

import org.ccgledger.events.approvals.ApprovalEvent;
import org.ccgledger.events.approvals.ApprovalEvent.ApprovalRecorded;

/// Whether anything was agreed to under an id.
sealed interface Approval {

    record NotGiven() implements Approval {}

    record Given(ApprovalRecorded recorded) implements Approval {}

    default Approval evolve(ApprovalEvent event) {
        return switch (event) {
            case ApprovalRecorded recorded -> new Given(recorded);
        };
    }
}
