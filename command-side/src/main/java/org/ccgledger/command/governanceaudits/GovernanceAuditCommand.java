package org.ccgledger.command.governanceaudits;

import static org.ccgledger.events.Role.AUDITOR;
import static org.ccgledger.events.Role.BOARD_OFFICER;
import static org.ccgledger.events.Role.CONFLICTS_GUARDIAN;

import java.util.List;
import java.util.Set;
import org.ccgledger.command.decision.Command;
import org.ccgledger.command.decision.SentBy;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.governanceaudits.AuditFinding;
import org.ccgledger.events.governanceaudits.AuditResult;

/// What can be asked for about audits of governance, in the order a reader meets it.
public sealed interface GovernanceAuditCommand extends Command {

    GovernanceAuditId audit();

    /// Reports are the auditor's, whoever that is.
    @Override
    default Set<BodyRef> senders() {
        return Set.of();
    }

    /// The Board, or the group's own guardian, has it found out whether people with interests keep
    /// away from decisions.
    @SentBy({BOARD_OFFICER, CONFLICTS_GUARDIAN})
    record CommissionGovernanceAudit(
            GovernanceAuditId audit, CcgCode ccg, String scope, BodyRef auditor)
            implements GovernanceAuditCommand {
        @Override
        public Set<BodyRef> senders() {
            return Set.of(BodyRef.ccg(ccg));
        }
    }

    /// A pass leaves nothing to do; a pass with actions names them.
    @SentBy(value = AUDITOR, bodyLeftToRule = true)
    record ReportGovernanceAudit(
            GovernanceAuditId audit, AuditResult result, List<AuditFinding> findings)
            implements GovernanceAuditCommand {
        @Override
        public List<FieldError> fieldErrors() {
            return switch (result) {
                case PASS ->
                        findings.isEmpty()
                                ? List.of()
                                : List.of(new FieldError("/findings", "are none with a pass"));
                case PASS_WITH_ACTIONS ->
                        findings.isEmpty()
                                ? List.of(new FieldError("/findings", "name at least one action"))
                                : List.of();
                case FAIL -> List.of();
            };
        }
    }

    /// The auditor finds, on the group's evidence, that what was found wanting has been put right.
    @SentBy(value = AUDITOR, bodyLeftToRule = true)
    record CloseAuditAction(GovernanceAuditId audit, int finding)
            implements GovernanceAuditCommand {}
}
