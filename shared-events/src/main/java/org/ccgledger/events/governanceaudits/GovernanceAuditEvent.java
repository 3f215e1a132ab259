package org.ccgledger.events.governanceaudits;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventName;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.Tag;

/// What can happen to an audit of a group's governance, in the order a reader meets it.
public sealed interface GovernanceAuditEvent extends CcgEvent {

    GovernanceAuditId audit();

    CcgCode ccg();

    @EventName("ccg.governanceaudits.GovernanceAuditCommissioned")
    record GovernanceAuditCommissioned(
            GovernanceAuditId audit,
            CcgCode ccg,
            String scope,
            BodyRef auditor,
            LocalDate effectiveOn)
            implements GovernanceAuditEvent {}

    /// Findings are numbered from 1, in this order.
    @EventName(value = "ccg.governanceaudits.GovernanceAuditReported", fact = true)
    record GovernanceAuditReported(
            GovernanceAuditId audit,
            CcgCode ccg,
            AuditResult result,
            List<AuditFinding> findings,
            LocalDate effectiveOn)
            implements GovernanceAuditEvent {}

    /// `open` is how many findings are left.
    @EventName("ccg.governanceaudits.AuditActionClosed")
    record AuditActionClosed(
            GovernanceAuditId audit, CcgCode ccg, int finding, int open, LocalDate effectiveOn)
            implements GovernanceAuditEvent {}

    @Override
    default Set<Tag> tags() {
        return switch (this) {
            case GovernanceAuditCommissioned e -> Set.of(Tag.ccg(e.ccg()));
            case GovernanceAuditReported e -> Set.of(Tag.ccg(e.ccg()));
            case AuditActionClosed e -> Set.of(Tag.ccg(e.ccg()));
        };
    }
}
