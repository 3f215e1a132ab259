package org.ccgledger.command.approvals;

import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;

/// Why an approval is not recorded.
sealed interface ApprovalRefusal extends Refusal {

    @Rule(
            title = "An approval stands under its id as it was given",
            cure = "Record the other approval under an id of its own.",
            status = 409)
    record ApprovalAlreadyRecorded(ApprovalId approval, BodyRef by) implements ApprovalRefusal {}
}
