package org.ccgledger.query.governanceaudits;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.governanceaudits.AuditFinding;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.*;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Projector;
import org.ccgledger.query.projection.QueryDatabase;
import org.ccgledger.query.projection.Timeline;
import org.springframework.stereotype.Component;

/// Audits of governance, what they found, and what was put right.
@Component
final class GovernanceAuditProjector implements Projector {

    static final String NAME = "governance-audits";

    private static final List<String> AUDIT_KEY = List.of("audit");
    private static final List<String> FINDING_KEY = List.of("audit", "finding");
    private static final Timeline AUDIT =
            new Timeline(
                    "governance_audit",
                    AUDIT_KEY,
                    List.of("ccg", "scope", "auditor", "commissioned_on"));
    private static final Timeline REPORT =
            new Timeline(
                    "governance_audit_report", AUDIT_KEY, List.of("ccg", "result", "reported_on"));
    private static final Timeline FINDING =
            new Timeline(
                    "governance_audit_finding", FINDING_KEY, List.of("text", "severity", "due"));
    private static final Timeline CLOSURE =
            new Timeline("governance_audit_closure", FINDING_KEY, List.of("closed_on"));

    private final QueryDatabase database;

    GovernanceAuditProjector(QueryDatabase database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<? extends CcgEvent>> concerns() {
        return Set.of(GovernanceAuditEvent.class);
    }

    @Override
    public void on(CcgEvent event, Recorded at) {
        LocalDate day = event.effectiveOn();
        switch ((GovernanceAuditEvent) event) {
            case GovernanceAuditCommissioned e ->
                    AUDIT.from(day, at, database, e.audit(), e.ccg(), e.scope(), e.auditor(), day);
            case GovernanceAuditReported e -> {
                REPORT.from(day, at, database, e.audit(), e.ccg(), e.result(), day);
                int number = 1;
                for (AuditFinding finding : e.findings()) {
                    FINDING.from(
                            day,
                            at,
                            database,
                            e.audit(),
                            number++,
                            finding.text(),
                            finding.severity(),
                            finding.due());
                }
            }
            case AuditActionClosed e ->
                    CLOSURE.from(day, at, database, e.audit(), e.finding(), day);
        }
    }

    @Override
    public void reset() {
        List.of(AUDIT, REPORT, FINDING, CLOSURE).forEach(timeline -> timeline.clear(database));
    }
}
