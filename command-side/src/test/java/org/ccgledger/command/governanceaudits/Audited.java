package org.ccgledger.command.governanceaudits;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.governanceaudits.AuditFinding;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.governanceaudits.FindingSeverity;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.*;

/// The stages of an audit of governance, for tests.
public final class Audited {

    public static final GovernanceAuditId AUDIT = new GovernanceAuditId("a-governance-audit");
    public static final BodyRef AUDITOR = new BodyRef("PROVIDER/AUDITOR-1");
    public static final LocalDate COMMISSIONED_ON = LocalDate.of(2014, 10, 1);
    static final String SCOPE = "Whether those with interests stand aside";
    static final AuditFinding MINUTES = finding("Minute who left the room");
    static final AuditFinding REGISTER = finding("Publish the register");

    private Audited() {}

    private static AuditFinding finding(String text) {
        return new AuditFinding(text, FindingSeverity.MEDIUM, LocalDate.of(2015, 1, 31));
    }

    public static GovernanceAuditCommissioned commissioned(CcgCode ccg) {
        return new GovernanceAuditCommissioned(AUDIT, ccg, SCOPE, AUDITOR, COMMISSIONED_ON);
    }

    /// A report; findings where the result is not a pass.
    public static GovernanceAuditReported reported(
            CcgCode ccg, GovernanceAuditId audit, AuditResult result, LocalDate on) {
        return new GovernanceAuditReported(
                audit,
                ccg,
                result,
                result == AuditResult.PASS ? List.of() : List.of(MINUTES, REGISTER),
                on);
    }

    public static AuditActionClosed closed(
            CcgCode ccg, GovernanceAuditId audit, int finding, int open, LocalDate on) {
        return new AuditActionClosed(audit, ccg, finding, open, on);
    }
}
