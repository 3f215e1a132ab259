package org.ccgledger.command.governanceaudits;

import org.ccgledger.command.decision.Refusal;
import org.ccgledger.command.decision.Rule;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.governanceaudits.AuditResult;

/// Every rule about audits of governance, by the reason it gives when it says no.
sealed interface GovernanceAuditRefusal extends Refusal {

    /// P4: the Board asked for audits of the process that show that those with interests stand
    /// aside; NHS Act 2006 s.14O.
    @Rule(
            id = "P4",
            title = "An auditor of a group's governance is independent of the group",
            cure =
                    "Name a body that is neither the group nor a member, and in which nobody who decides for the group has a financial interest.")
    record AuditorNotIndependent(CcgCode ccg, BodyRef auditor) implements GovernanceAuditRefusal {}

    @Rule(
            title = "An audit is reported by the auditor who was commissioned",
            cure = "Have that body send it.",
            status = 403)
    record ActorNotOfThisBody(BodyRef body) implements GovernanceAuditRefusal {}

    @Rule(title = "An audit is reported once", cure = "Commission another audit.", status = 409)
    record AlreadyDecided(AuditResult result) implements GovernanceAuditRefusal {}

    @Rule(
            title = "The id of an audit stands for one audit",
            cure = "Give the audit an id of its own.",
            status = 409)
    record CodeInUse(GovernanceAuditId audit) implements GovernanceAuditRefusal {}

    @Rule(title = "An action is closed on evidence", cure = "Give `evidence`.")
    record EvidenceRequired(int finding) implements GovernanceAuditRefusal {}
}
