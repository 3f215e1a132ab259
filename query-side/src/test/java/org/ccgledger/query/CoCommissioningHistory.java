package org.ccgledger.query;

import static org.ccgledger.query.SampleHistory.AIREDALE;
import static org.ccgledger.query.SampleHistory.KINGSTON;
import static org.ccgledger.query.SampleHistory.THURROCK;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ConflictsCover;
import org.ccgledger.events.expressions.ExpressionEvent.*;
import org.ccgledger.events.expressions.Readiness;
import org.ccgledger.events.expressions.RoundDeadlines;
import org.ccgledger.events.governanceaudits.AuditFinding;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.governanceaudits.FindingSeverity;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.*;

/// Kingston and Airedale express interest together, in delegation and joint commissioning, and
/// Thurrock late. Kingston's audit passes once two actions are closed, Thurrock's fails.
final class CoCommissioningHistory {

    private static final RoundName ROUND = new RoundName("2015-16");
    private static final ExpressionId TOGETHER = new ExpressionId("kingston-and-airedale");
    private static final ExpressionId LATE = new ExpressionId("thurrock");
    private static final GovernanceAuditId KINGSTONS = new GovernanceAuditId("08J-2014");
    private static final GovernanceAuditId THURROCKS = new GovernanceAuditId("07G-2014");
    private static final BodyRef AUDITOR = new BodyRef("PROVIDER/AUDITOR-1");

    private final RecordedHistory history;

    private CoCommissioningHistory(RecordedHistory history) {
        this.history = history;
    }

    static void appendTo(RecordedHistory history) {
        CoCommissioningHistory sample = new CoCommissioningHistory(history);
        sample.interested();
        sample.audited();
    }

    private void interested() {
        history.append(
                StreamName.round(ROUND),
                new RoundOpened(
                        ROUND,
                        new RoundDeadlines(day("2014-06-20"), day("2015-01-09"), day("2015-01-30")),
                        day("2014-05-01")));
        history.append(
                StreamName.expression(TOGETHER),
                new ExpressionOfInterestSubmitted(
                        TOGETHER,
                        ROUND,
                        KINGSTON,
                        List.of(KINGSTON, AIREDALE),
                        List.of(CoCommissioningLevel.DELEGATED, CoCommissioningLevel.JOINT),
                        "Primary care for both",
                        false,
                        day("2014-06-20")),
                new ReadinessAssessed(
                        TOGETHER,
                        KINGSTON,
                        CoCommissioningLevel.DELEGATED,
                        Readiness.READY_SOON,
                        day("2014-07-08"),
                        day("2014-07-08")),
                new ConflictsCoverTested(
                        TOGETHER,
                        KINGSTON,
                        ConflictsCover.SATISFIED,
                        "Register and policy",
                        day("2014-09-15")),
                new ExpressionWithdrawn(TOGETHER, List.of(AIREDALE), day("2014-10-01")));
        history.append(
                StreamName.expression(LATE),
                new ExpressionOfInterestSubmitted(
                        LATE,
                        ROUND,
                        THURROCK,
                        List.of(THURROCK),
                        List.of(CoCommissioningLevel.DELEGATED),
                        "To have more say",
                        true,
                        day("2014-06-25")),
                new ExpressionCategorised(
                        LATE,
                        List.of(THURROCK),
                        List.of(CoCommissioningLevel.GREATER_INVOLVEMENT),
                        day("2014-07-01")));
    }

    private void audited() {
        commission(KINGSTONS, KINGSTON);
        history.append(
                StreamName.governanceAudit(KINGSTONS),
                new GovernanceAuditReported(
                        KINGSTONS,
                        KINGSTON,
                        AuditResult.PASS_WITH_ACTIONS,
                        List.of(
                                finding("Minute who left", FindingSeverity.LOW, "2014-12-15"),
                                finding("Train members", FindingSeverity.HIGH, "2015-01-15")),
                        day("2014-12-01")),
                new AuditActionClosed(KINGSTONS, KINGSTON, 1, 1, day("2014-12-20")),
                new AuditActionClosed(KINGSTONS, KINGSTON, 2, 0, day("2015-01-05")));
        commission(THURROCKS, THURROCK);
        history.append(
                StreamName.governanceAudit(THURROCKS),
                new GovernanceAuditReported(
                        THURROCKS,
                        THURROCK,
                        AuditResult.FAIL,
                        List.of(
                                finding(
                                        "Interested members voted",
                                        FindingSeverity.HIGH,
                                        "2015-01-31")),
                        day("2014-12-10")));
    }

    private void commission(GovernanceAuditId audit, CcgCode ccg) {
        history.append(
                StreamName.governanceAudit(audit),
                new GovernanceAuditCommissioned(
                        audit, ccg, "Whether members stand aside", AUDITOR, day("2014-10-01")));
    }

    private static AuditFinding finding(String text, FindingSeverity severity, String due) {
        return new AuditFinding(text, severity, day(due));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
