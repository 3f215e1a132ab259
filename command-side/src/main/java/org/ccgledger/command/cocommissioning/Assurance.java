package org.ccgledger.command.cocommissioning;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import org.ccgledger.command.boundaries.GovernanceAudits;
import org.ccgledger.command.boundaries.GovernanceAudits.Report;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.Agreed;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.Live;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.None;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.Over;
import org.ccgledger.command.cocommissioning.CoCommissioning.Delegation.TakenOver;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.*;
import org.ccgledger.command.cocommissioning.CoCommissioningRefusal.InvalidPeriod;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;

/// What becomes of a delegation when an audit fails, P14, or the Board takes it back.
final class Assurance {

    private Assurance() {}

    static Decision lose(
            RecordDelegationAssuranceLost command, CoCommissioning state, Context context) {
        return state.isDelegated()
                        && !state.lost().contains(command.audit())
                        && GovernanceAudits.failed(
                                        command.ccg(), context.effectiveOn(), context.reads())
                                .map(Report::audit)
                                .filter(command.audit()::equals)
                                .isPresent()
                ? accept(
                        new DelegationAssuranceLost(
                                command.ccg(), command.audit(), context.effectiveOn()))
                : unchanged();
    }

    static Decision override(
            OverrideAssuranceBlock command, CoCommissioning state, Context context) {
        return GovernanceAudits.failed(command.ccg(), context.effectiveOn(), context.reads())
                .filter(_ -> state.isDelegated())
                .map(failed -> override(command, failed, state, context))
                .orElseGet(() ->
                        notFound(
                                "Nothing blocks decisions that are delegated to " + command.ccg()));
    }

    private static Decision override(
            OverrideAssuranceBlock command, Report failed, CoCommissioning state, Context context) {
        AssuranceBlockOverridden before = state.override();
        if (before != null
                && before.audit().equals(failed.audit())
                && before.until().equals(command.until())) {
            return unchanged();
        }
        if (!context.hasReasons()) {
            return refuse(new ReasonsRequired());
        }
        return command.until().isBefore(context.effectiveOn())
                ? refuse(new InvalidPeriod(context.effectiveOn()))
                : accept(
                        new AssuranceBlockOverridden(
                                command.ccg(),
                                failed.audit(),
                                command.until(),
                                context.effectiveOn()));
    }

    static Decision revoke(
            RevokeDelegationAgreement command, CoCommissioning state, Context context) {
        return switch (state.delegation()) {
            case Agreed _ -> revoke(command, false, context);
            case Live _, TakenOver _ -> revoke(command, true, context);
            case Over(_, var revoked) when revoked -> unchanged();
            case None _, Over _ ->
                    notFound("No delegation to " + command.ccg() + " is agreed or live");
        };
    }

    private static Decision revoke(
            RevokeDelegationAgreement command, boolean wasLive, Context context) {
        return context.hasReasons()
                ? accept(
                        new DelegationAgreementRevoked(
                                command.ccg(), wasLive, context.effectiveOn()))
                : refuse(new ReasonsRequired());
    }
}
