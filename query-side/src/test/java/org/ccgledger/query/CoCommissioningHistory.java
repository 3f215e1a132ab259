package org.ccgledger.query;

import static org.ccgledger.query.SampleHistory.AIREDALE;
import static org.ccgledger.query.SampleHistory.KINGSTON;
import static org.ccgledger.query.SampleHistory.THURROCK;

import java.time.LocalDate;
import java.util.List;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.DocRef;
import org.ccgledger.events.ExpressionId;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.JointCommitteeId;
import org.ccgledger.events.RoundName;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.VariationId;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
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
/// Thurrock late. Kingston's audit passes once two actions are closed, Thurrock's fails. Each then
/// goes its own way.
final class CoCommissioningHistory {

    private static final RoundName ROUND = new RoundName("2015-16");
    private static final ExpressionId TOGETHER = new ExpressionId("kingston-and-airedale");
    private static final ExpressionId LATE = new ExpressionId("thurrock");
    private static final GovernanceAuditId KINGSTONS = new GovernanceAuditId("08J-2014");
    private static final GovernanceAuditId THURROCKS = new GovernanceAuditId("07G-2014");
    private static final GovernanceAuditId AGAIN = new GovernanceAuditId("08J-2015");
    private static final GovernanceAuditId THIRD = new GovernanceAuditId("08J-2015-2");
    private static final List<FunctionCode> FUNCTIONS =
            List.of(new FunctionCode("enhanced-services"));
    private static final BodyRef AUDITOR = new BodyRef("PROVIDER/AUDITOR-1");

    private final RecordedHistory history;

    private CoCommissioningHistory(RecordedHistory history) {
        this.history = history;
    }

    static void appendTo(RecordedHistory history) {
        CoCommissioningHistory sample = new CoCommissioningHistory(history);
        sample.interested();
        sample.audited();
        sample.applied();
        sample.arranged();
        sample.auditedAgain();
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

    /// Kingston and Thurrock apply for delegation, Airedale to commission jointly.
    private void applied() {
        history.append(
                StreamName.coCommissioning(KINGSTON),
                application(KINGSTON, CoCommissioningLevel.DELEGATED, "2015-01-09"),
                new CoCommissioningConditionallyApproved(
                        KINGSTON,
                        first(KINGSTON),
                        CoCommissioningLevel.DELEGATED,
                        List.of("Appoint a lay chair"),
                        day("2015-02-18")),
                new ApprovalConditionMet(KINGSTON, first(KINGSTON), 1, 0, day("2015-03-10")));
        history.append(
                StreamName.coCommissioning(THURROCK),
                application(THURROCK, CoCommissioningLevel.DELEGATED, "2015-01-09"),
                new CoCommissioningDeclined(
                        THURROCK,
                        first(THURROCK),
                        CoCommissioningLevel.DELEGATED,
                        day("2015-02-18")),
                new GreaterInvolvementStarted(THURROCK, day("2015-04-01")));
        history.append(
                StreamName.coCommissioning(AIREDALE),
                application(AIREDALE, CoCommissioningLevel.JOINT, "2015-01-30"),
                new CoCommissioningApproved(
                        AIREDALE, first(AIREDALE), CoCommissioningLevel.JOINT, day("2015-02-18")));
    }

    /// Kingston's delegation is live for a year; one to Airedale is revoked before it begins, while
    /// it commissions jointly.
    private void arranged() {
        history.append(
                StreamName.coCommissioning(KINGSTON),
                new DelegationAgreed(
                        KINGSTON,
                        first(KINGSTON),
                        FUNCTIONS,
                        List.of(),
                        day("2015-04-01"),
                        day("2015-03-27")),
                new DelegationWentLive(KINGSTON, FUNCTIONS, List.of(), day("2015-04-01")),
                new DelegationAssuranceLost(KINGSTON, AGAIN, day("2015-07-01")),
                new AssuranceBlockOverridden(KINGSTON, AGAIN, day("2015-07-31"), day("2015-07-10")),
                new DelegationNoticeGiven(KINGSTON, day("2016-04-01"), false, day("2015-09-30")),
                new DelegationEnded(KINGSTON, day("2016-04-01")));
        JointCommitteeId committee = new JointCommitteeId("airedale-and-the-board");
        history.append(
                StreamName.coCommissioning(AIREDALE),
                new JointArrangementStarted(
                        AIREDALE, first(AIREDALE), committee, day("2015-04-01")),
                new DelegationAgreed(
                        AIREDALE,
                        new CoCommissioningId("02N-P2"),
                        FUNCTIONS,
                        List.of(),
                        day("2016-04-01"),
                        day("2016-01-15")),
                new DelegationAgreementRevoked(AIREDALE, false, day("2016-02-01")),
                new JointArrangementEnded(AIREDALE, committee, day("2016-05-01")));
    }

    /// Kingston's next audit fails, and the one after that passes.
    private void auditedAgain() {
        commission(AGAIN, KINGSTON);
        history.append(
                StreamName.governanceAudit(AGAIN),
                new GovernanceAuditReported(
                        AGAIN, KINGSTON, AuditResult.FAIL, List.of(), day("2015-07-01")));
        commission(THIRD, KINGSTON);
        history.append(
                StreamName.governanceAudit(THIRD),
                new GovernanceAuditReported(
                        THIRD, KINGSTON, AuditResult.PASS, List.of(), day("2015-09-01")));
    }

    private static CoCommissioningApplied application(
            CcgCode ccg, CoCommissioningLevel level, String on) {
        return new CoCommissioningApplied(
                ccg,
                first(ccg),
                ROUND,
                level,
                new VariationId(ccg + "-V1"),
                DocRef.titled("Policy on conflicts of interest"),
                DocRef.titled("Financial plan"),
                day(on));
    }

    private static CoCommissioningId first(CcgCode ccg) {
        return new CoCommissioningId(ccg + "-P1");
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
