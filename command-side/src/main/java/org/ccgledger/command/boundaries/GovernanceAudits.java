package org.ccgledger.command.boundaries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.decision.Reads;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.GovernanceAuditId;
import org.ccgledger.events.Tag;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.AuditActionClosed;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.GovernanceAuditReported;

/// What auditors said of groups' governance.
public final class GovernanceAudits {

    /// How long a delegation may rest on an audit.
    private static final int MONTHS = 12;

    private GovernanceAudits() {}

    /// An audit that was reported, as it stood on a day.
    ///
    /// @param open findings of which the action is not closed
    public record Report(
            GovernanceAuditId audit, AuditResult result, LocalDate reportedOn, int open) {

        /// Whether it found the governance sound, at once or once every action was closed.
        public boolean isPassed() {
            return switch (result) {
                case PASS -> true;
                case PASS_WITH_ACTIONS -> open == 0;
                case FAIL -> false;
            };
        }

        /// Whether it is too old to rest on.
        public boolean isExpired(LocalDate on) {
            return on.isAfter(reportedOn.plusMonths(MONTHS));
        }

        private Report closed(AuditActionClosed event) {
            return new Report(audit, result, reportedOn, event.open());
        }
    }

    /// The audit that was reported last, by that day.
    public static Optional<Report> latest(CcgCode ccg, LocalDate on, Reads reads) {
        return reports(ccg, on, reads).reversed().stream().findFirst();
    }

    /// The last audit that failed and that no later one that passed makes good, by that day.
    public static Optional<Report> failed(CcgCode ccg, LocalDate on, Reads reads) {
        return reports(ccg, on, reads).reversed().stream()
                .takeWhile(report -> !report.isPassed())
                .filter(report -> report.result() == AuditResult.FAIL)
                .findFirst();
    }

    private static List<Report> reports(CcgCode ccg, LocalDate on, Reads reads) {
        List<Report> reports = new ArrayList<>();
        for (CcgEvent event :
                reads.tagged(
                        Tag.ccg(ccg),
                        List.of(GovernanceAuditReported.class, AuditActionClosed.class))) {
            if (event.effectiveOn().isAfter(on)) {
                continue;
            }
            switch (event) {
                case GovernanceAuditReported reported ->
                        reports.add(
                                new Report(
                                        reported.audit(),
                                        reported.result(),
                                        reported.effectiveOn(),
                                        reported.findings().size()));
                case AuditActionClosed closed ->
                        reports.replaceAll(report ->
                                report.audit().equals(closed.audit())
                                        ? report.closed(closed)
                                        : report);
                case CcgEvent other -> throw new IllegalStateException("Not asked for: " + other);
            }
        }
        return reports;
    }
}
