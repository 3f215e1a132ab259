package org.ccgledger.command.cocommissioning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ccgledger.command.boundaries.Constitutions;
import org.ccgledger.command.boundaries.Expressions;
import org.ccgledger.command.boundaries.Functions;
import org.ccgledger.command.boundaries.Functions.Exerciser;
import org.ccgledger.command.boundaries.GovernanceAudits;
import org.ccgledger.command.boundaries.GovernanceAudits.Report;
import org.ccgledger.command.boundaries.JointCommittees;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.cocommissioning.CoCommissioningRefusal.*;
import org.ccgledger.command.decision.Context;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ExpressionEvent.RoundOpened;
import org.ccgledger.events.governanceaudits.AuditResult;
import org.ccgledger.events.registry.ConstitutionPermission;
import org.jspecify.annotations.Nullable;

/// What a group's part in commissioning primary care needs of other boundaries on a day.
final class Requirements {

    private Requirements() {}

    /// A rule that is asked once those before it have not refused.
    interface Check {
        Optional<? extends CoCommissioningRefusal> refusal();
    }

    /// The first of the rules that refuses; none is asked after that.
    static Optional<CoCommissioningRefusal> first(Check... rules) {
        return Stream.of(rules)
                .map(Check::refusal)
                .flatMap(Optional::stream)
                .<CoCommissioningRefusal>map(refusal -> refusal)
                .findFirst();
    }

    static Optional<CCGNotOperational> operational(CcgCode ccg, Context context) {
        return Operation.isOperational(ccg, context.effectiveOn(), context.reads())
                ? Optional.empty()
                : Optional.of(new CCGNotOperational(ccg, context.effectiveOn()));
    }

    static Optional<FunctionNotExercisable> functions(
            CcgCode ccg, List<FunctionCode> functions, Context context) {
        return functions.stream().flatMap(function -> taken(ccg, function, context)).findFirst();
    }

    private static Stream<FunctionNotExercisable> taken(
            CcgCode ccg, FunctionCode function, Context context) {
        return switch (Functions.exerciser(ccg, function, context.effectiveOn(), context.reads())) {
            case Exerciser.Itself() -> Stream.empty();
            case Exerciser.Taken(_, var exercisedBy) ->
                    Stream.of(new FunctionNotExercisable(ccg, function, exercisedBy));
        };
    }

    static Optional<GovernanceAuditNotPassed> audit(CcgCode ccg, Context context) {
        LocalDate on = context.effectiveOn();
        Report latest = GovernanceAudits.latest(ccg, on, context.reads()).orElse(null);
        AuditFault fault = fault(latest, on);
        return fault == null
                ? Optional.empty()
                : Optional.of(
                        new GovernanceAuditNotPassed(
                                ccg, fault, latest == null ? null : latest.audit()));
    }

    private static @Nullable AuditFault fault(@Nullable Report latest, LocalDate on) {
        if (latest == null) {
            return AuditFault.NOT_REPORTED;
        }
        if (!latest.isPassed()) {
            return latest.result() == AuditResult.FAIL
                    ? AuditFault.FAILED
                    : AuditFault.ACTIONS_OPEN;
        }
        return latest.isExpired(on) ? AuditFault.EXPIRED : null;
    }

    static Optional<ConflictsNotCovered> conflicts(CcgCode ccg, Context context) {
        return Expressions.areConflictsCovered(ccg, context.effectiveOn(), context.reads())
                ? Optional.empty()
                : Optional.of(new ConflictsNotCovered(ccg));
    }

    static Optional<ConstitutionDoesNotPermit> constitution(
            CcgCode ccg, CoCommissioningLevel level, Context context) {
        ConstitutionPermission needed = permission(level);
        return Constitutions.permits(ccg, needed, context.effectiveOn(), context.reads())
                ? Optional.empty()
                : Optional.of(new ConstitutionDoesNotPermit(ccg, needed));
    }

    static ConstitutionPermission permission(CoCommissioningLevel level) {
        return level == CoCommissioningLevel.DELEGATED
                ? ConstitutionPermission.DELEGATION
                : ConstitutionPermission.JOINT_COMMITTEES;
    }

    static Optional<JointCommitteeRequired> jointCommittee(CcgCode ccg, Context context) {
        return JointCommittees.isJoinedWithBoard(ccg, context.effectiveOn(), context.reads())
                ? Optional.empty()
                : Optional.of(new JointCommitteeRequired(ccg));
    }

    static Optional<RoundClosed> round(
            RoundOpened round, CoCommissioningLevel level, LocalDate on) {
        LocalDate lastDay =
                level == CoCommissioningLevel.DELEGATED
                        ? round.deadlines().delegated()
                        : round.deadlines().joint();
        return on.isBefore(round.effectiveOn()) || on.isAfter(lastDay)
                ? Optional.of(new RoundClosed(round.round(), round.effectiveOn(), lastDay))
                : Optional.empty();
    }
}
