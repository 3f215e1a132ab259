package org.ccgledger.command.governanceaudits;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import org.ccgledger.command.boundaries.Declarations;
import org.ccgledger.command.boundaries.Groups;
import org.ccgledger.command.boundaries.Memberships;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.governanceaudits.GovernanceAudit.InProgress;
import org.ccgledger.command.governanceaudits.GovernanceAudit.NotCommissioned;
import org.ccgledger.command.governanceaudits.GovernanceAudit.Reported;
import org.ccgledger.command.governanceaudits.GovernanceAuditCommand.*;
import org.ccgledger.command.governanceaudits.GovernanceAuditRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.PracticeCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent;
import org.ccgledger.events.governanceaudits.GovernanceAuditEvent.*;
import org.ccgledger.events.interests.InterestCategory;

/// Decides on audits of governance. The boundary is one audit; who belongs to the group, and who
/// has an interest in its auditor, is read of other boundaries.
public final class GovernanceAuditDecider {

    /// The decisions on audits of governance.
    public static final Decider<GovernanceAuditCommand, ?> DECIDER =
            Decider.of(
                            GovernanceAuditCommand.class,
                            command -> StreamName.governanceAudit(command.audit()))
                    .<GovernanceAudit, GovernanceAuditEvent>state(
                            new NotCommissioned(),
                            GovernanceAuditEvent.class,
                            GovernanceAudit::evolve)
                    .deciding(GovernanceAuditDecider::decide);

    private GovernanceAuditDecider() {}

    private static Decision decide(
            GovernanceAuditCommand command, GovernanceAudit state, Context context) {
        return switch (command) {
            case CommissionGovernanceAudit commission -> commission(commission, state, context);
            case ReportGovernanceAudit report -> report(report, state, context);
            case CloseAuditAction close -> close(close, state, context);
        };
    }

    private static Decision commission(
            CommissionGovernanceAudit command, GovernanceAudit state, Context context) {
        if (!Groups.isEstablished(command.ccg(), context.effectiveOn(), context.reads())) {
            return notFound(command.ccg() + " has not been established");
        }
        GovernanceAuditCommissioned commissioned =
                new GovernanceAuditCommissioned(
                        command.audit(),
                        command.ccg(),
                        command.scope(),
                        command.auditor(),
                        context.effectiveOn());
        return switch (state) {
            case NotCommissioned _ ->
                    isIndependent(command.auditor(), command.ccg(), context)
                            ? accept(commissioned)
                            : refuse(new AuditorNotIndependent(command.ccg(), command.auditor()));
            case InProgress(var before) -> again(before, commissioned);
            case Reported(var before, _, _) -> again(before, commissioned);
        };
    }

    private static Decision again(
            GovernanceAuditCommissioned before, GovernanceAuditCommissioned now) {
        return before.ccg().equals(now.ccg())
                        && before.scope().equals(now.scope())
                        && before.auditor().equals(now.auditor())
                ? unchanged()
                : refuse(new CodeInUse(now.audit()));
    }

    private static boolean isIndependent(BodyRef auditor, CcgCode ccg, Context context) {
        return !auditor.equals(BodyRef.ccg(ccg))
                && !isMember(auditor, ccg, context)
                && Declarations.of(Tag.ccg(ccg), context.effectiveOn(), context.reads())
                        .interests()
                        .stream()
                        .filter(interest -> interest.isLive(context.effectiveOn()))
                        .filter(Declarations.Declared::decisionMaking)
                        .map(Declarations.Declared::terms)
                        .noneMatch(terms ->
                                terms.category() == InterestCategory.FINANCIAL
                                        && auditor.equals(terms.organisation()));
    }

    private static boolean isMember(BodyRef auditor, CcgCode ccg, Context context) {
        return auditor.kind().equals("PRACTICE")
                && Memberships.isMember(
                        new PracticeCode(auditor.code()),
                        ccg,
                        context.effectiveOn(),
                        context.reads());
    }

    private static Decision report(
            ReportGovernanceAudit command, GovernanceAudit state, Context context) {
        return switch (state) {
            case NotCommissioned _ -> notCommissioned(command);
            case InProgress(var commission) ->
                    isAuditor(commission, context)
                            ? accept(
                                    new GovernanceAuditReported(
                                            command.audit(),
                                            commission.ccg(),
                                            command.result(),
                                            command.findings(),
                                            context.effectiveOn()))
                            : notTheAuditor(context);
            case Reported(var commission, var before, _) ->
                    !isAuditor(commission, context)
                            ? notTheAuditor(context)
                            : before.result() == command.result()
                                            && before.findings().equals(command.findings())
                                    ? unchanged()
                                    : refuse(new AlreadyDecided(before.result()));
        };
    }

    private static Decision close(
            CloseAuditAction command, GovernanceAudit state, Context context) {
        return switch (state) {
            case NotCommissioned _ -> notCommissioned(command);
            case InProgress _ -> notFound(command.audit() + " has not been reported");
            case Reported reported when !isAuditor(reported.commission(), context) ->
                    notTheAuditor(context);
            case Reported(_, var report, _)
                    when command.finding() < 1 || command.finding() > report.findings().size() ->
                    notFound(command.audit() + " has no finding " + command.finding());
            case Reported(_, _, var closed) when closed.contains(command.finding()) -> unchanged();
            case Reported _ when context.evidence().isEmpty() ->
                    refuse(new EvidenceRequired(command.finding()));
            case Reported(var commission, var report, var closed) ->
                    accept(
                            new AuditActionClosed(
                                    command.audit(),
                                    commission.ccg(),
                                    command.finding(),
                                    report.findings().size() - closed.size() - 1,
                                    context.effectiveOn()));
        };
    }

    private static boolean isAuditor(GovernanceAuditCommissioned commission, Context context) {
        return context.actor().body().equals(commission.auditor());
    }

    private static Decision notTheAuditor(Context context) {
        return refuse(new ActorNotOfThisBody(context.actor().body()));
    }

    private static Decision notCommissioned(GovernanceAuditCommand command) {
        return notFound(command.audit() + " has not been commissioned");
    }
}
