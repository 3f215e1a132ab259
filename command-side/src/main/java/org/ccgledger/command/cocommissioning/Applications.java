package org.ccgledger.command.cocommissioning;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.List;
import java.util.Optional;
import org.ccgledger.command.boundaries.Constitutions;
import org.ccgledger.command.boundaries.Expressions;
import org.ccgledger.command.cocommissioning.CoCommissioning.Application;
import org.ccgledger.command.cocommissioning.CoCommissioning.Application.Approved;
import org.ccgledger.command.cocommissioning.CoCommissioning.Application.Declined;
import org.ccgledger.command.cocommissioning.CoCommissioning.Application.UnderAssessment;
import org.ccgledger.command.cocommissioning.CoCommissioningCommand.*;
import org.ccgledger.command.cocommissioning.CoCommissioningRefusal.*;
import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.CoCommissioningId;
import org.ccgledger.events.cocommissioning.CoCommissioningEvent.*;
import org.ccgledger.events.cocommissioning.CoCommissioningLevel;
import org.ccgledger.events.expressions.ExpressionEvent.RoundOpened;

/// From an application to its approval, and to the last of its conditions.
final class Applications {

    private Applications() {}

    static Decision apply(ApplyForCoCommissioning command, CoCommissioning state, Context context) {
        Optional<RoundOpened> round = Expressions.round(command.round(), context.reads());
        if (round.isEmpty()) {
            return notFound("No round " + command.round() + " has been opened");
        }
        CcgCode ccg = command.ccg();
        Optional<Application> before = before(command, state);
        if (before.filter(application -> isSame(application.applied(), command)).isPresent()) {
            return unchanged();
        }
        return Requirements.first(
                        () -> Requirements.operational(ccg, context),
                        () -> variation(command, context),
                        () -> Requirements.constitution(ccg, command.level(), context),
                        () ->
                                Requirements.round(
                                        round.get(), command.level(), context.effectiveOn()),
                        () ->
                                before.map(application ->
                                        new ApplicationAlreadyOpen(
                                                application.applied().application())))
                .map(Decision::refuse)
                .orElseGet(() ->
                        accept(
                                new CoCommissioningApplied(
                                        ccg,
                                        state.next(ccg),
                                        command.round(),
                                        command.level(),
                                        command.constitutionVariation(),
                                        command.conflictsPolicy(),
                                        command.financialPlan(),
                                        context.effectiveOn())));
    }

    /// The application at that level in that round that has not been declined.
    private static Optional<Application> before(
            ApplyForCoCommissioning command, CoCommissioning state) {
        return state.applications().values().stream()
                .filter(application -> !(application instanceof Declined))
                .filter(application ->
                        application.applied().round().equals(command.round())
                                && application.applied().level() == command.level())
                .findFirst();
    }

    private static boolean isSame(CoCommissioningApplied before, ApplyForCoCommissioning now) {
        return before.constitutionVariation().equals(now.constitutionVariation())
                && before.conflictsPolicy().equals(now.conflictsPolicy())
                && before.financialPlan().equals(now.financialPlan());
    }

    private static Optional<ConstitutionDoesNotPermit> variation(
            ApplyForCoCommissioning command, Context context) {
        return Constitutions.isApproved(
                        command.ccg(),
                        command.constitutionVariation(),
                        context.effectiveOn(),
                        context.reads())
                ? Optional.empty()
                : Optional.of(
                        new ConstitutionDoesNotPermit(
                                command.ccg(), Requirements.permission(command.level())));
    }

    static Decision approve(
            ApproveCoCommissioning command, CoCommissioning state, Context context) {
        return switch (state.applications().get(command.application())) {
            case null -> notApplied(command.ccg(), command.application());
            case Approved(_, var conditions, _) when conditions.equals(command.conditions()) ->
                    unchanged();
            case Approved _, Declined _ -> refuse(new AlreadyDecided(command.application()));
            case UnderAssessment(var applied) ->
                    refusal(command.ccg(), applied.level(), context)
                            .map(Decision::refuse)
                            .orElseGet(() ->
                                    command.conditions().isEmpty()
                                            ? accept(approved(command, applied, context))
                                            : accept(conditionally(command, applied, context)));
        };
    }

    private static Optional<CoCommissioningRefusal> refusal(
            CcgCode ccg, CoCommissioningLevel level, Context context) {
        return level == CoCommissioningLevel.DELEGATED
                ? Requirements.first(
                        () -> Requirements.audit(ccg, context),
                        () -> Requirements.conflicts(ccg, context),
                        () -> Requirements.constitution(ccg, level, context))
                : Requirements.first(
                        () -> Requirements.constitution(ccg, level, context),
                        () -> Requirements.jointCommittee(ccg, context));
    }

    private static CoCommissioningApproved approved(
            ApproveCoCommissioning command, CoCommissioningApplied applied, Context context) {
        return new CoCommissioningApproved(
                command.ccg(), command.application(), applied.level(), context.effectiveOn());
    }

    private static CoCommissioningConditionallyApproved conditionally(
            ApproveCoCommissioning command, CoCommissioningApplied applied, Context context) {
        return new CoCommissioningConditionallyApproved(
                command.ccg(),
                command.application(),
                applied.level(),
                List.copyOf(command.conditions()),
                context.effectiveOn());
    }

    static Decision decline(
            DeclineCoCommissioning command, CoCommissioning state, Context context) {
        return switch (state.applications().get(command.application())) {
            case null -> notApplied(command.ccg(), command.application());
            case Declined _ -> unchanged();
            case Approved _ -> refuse(new AlreadyDecided(command.application()));
            case UnderAssessment(var applied) ->
                    context.hasReasons()
                            ? accept(
                                    new CoCommissioningDeclined(
                                            command.ccg(),
                                            command.application(),
                                            applied.level(),
                                            context.effectiveOn()))
                            : refuse(new ReasonsRequired());
        };
    }

    static Decision discharge(
            DischargeApprovalCondition command, CoCommissioning state, Context context) {
        int number = command.condition();
        return switch (state.applications().get(command.application())) {
            case null -> notApplied(command.ccg(), command.application());
            case Approved(_, _, var open) when open.contains(number) ->
                    context.evidence().isEmpty()
                            ? refuse(new EvidenceRequired(number))
                            : accept(
                                    new ApprovalConditionMet(
                                            command.ccg(),
                                            command.application(),
                                            number,
                                            open.size() - 1,
                                            context.effectiveOn()));
            case Approved(_, var conditions, _) when number >= 1 && number <= conditions.size() ->
                    unchanged();
            case Approved _, Declined _, UnderAssessment _ -> refuse(new ConditionNotOpen(number));
        };
    }

    private static Decision notApplied(CcgCode ccg, CoCommissioningId application) {
        return notFound(ccg + " has not made the application " + application);
    }
}
