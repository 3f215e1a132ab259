package org.ccgledger.command.approvals;

import static org.ccgledger.events.Role.BOARD_AUTHORISATION;
import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CCG_ACCOUNTABLE_OFFICER;
import static org.ccgledger.events.Role.CCG_GOVERNANCE_LEAD;
import static org.ccgledger.events.Role.PRACTICE_REPRESENTATIVE;

import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.ApprovalId;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.approvals.ApprovalSubject;

/// What a body can say to another's step.
public sealed interface ApprovalCommand extends Command {

    /// The body agrees to the step, and says so itself: nobody agrees for another. Steps that need
    /// agreement are, for one, a practice's joining an application, NHS Act 2006 s.14B.
    ///
    /// @param document what is agreed to, where the step carries a document: the plan or the
    ///   constitution itself, as it will be named there; for other steps, where it is agreed to
    @SentBy(
            value = {
                PRACTICE_REPRESENTATIVE,
                CCG_GOVERNANCE_LEAD,
                CCG_ACCOUNTABLE_OFFICER,
                BOARD_OFFICER,
                BOARD_AUTHORISATION
            },
            forOwnBody = true)
    record RecordApproval(
            ApprovalId approval, BodyRef body, ApprovalSubject subject, DocRef document)
            implements ApprovalCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(body);
        }
    }
}
