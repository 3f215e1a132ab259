package org.ccgledger.command.procurement;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.Role;
import org.ccgledger.events.procurement.ProcurementEvent.*;
import org.ccgledger.events.procurement.ProcurementRoute;
import org.ccgledger.events.procurement.SelectionGround;

/// Whether and how competition is used, and what is advertised.
final class Routes {

    private Routes() {}

    static Decision decide(DecideProcurementRoute command, Procurement state, Context context) {
        boolean isTheGroup =
                context.actsAs(Role.CCG_ACCOUNTABLE_OFFICER)
                        && context.actor().body().equals(BodyRef.ccg(command.ccg()));
        if (!isTheGroup) {
            return refuse(new CompetitionDecisionReservedToCCG(command.ccg()));
        }
        ProcurementRouteDecided decided = decided(command, context);
        ProcurementRouteDecided before = state.route();
        if (decided.equals(before)) {
            return unchanged();
        }
        return ProcurementDecider.notExercisable(command.ccg(), state.function(), context)
                .or(() -> withoutReasons(command, context))
                .or(() -> unjustified(command))
                .map(Decision::refuse)
                .orElseGet(() ->
                        before == null
                                ? accept(decided)
                                : refuse(new AlreadyDecided(before.effectiveOn())));
    }

    private static ProcurementRouteDecided decided(
            DecideProcurementRoute command, Context context) {
        return new ProcurementRouteDecided(
                command.procurement(),
                command.ccg(),
                command.route(),
                command.grounds(),
                command.provider(),
                command.existingService(),
                command.noOtherCapable(),
                command.collaborators(),
                command.clinicalLead(),
                command.contractManager(),
                command.committee(),
                command.decision(),
                context.effectiveOn());
    }

    /// T2: a provider goes on because of what was found of its service.
    private static Optional<ProcurementRefusal> withoutReasons(
            DecideProcurementRoute command, Context context) {
        List<String> missing = new ArrayList<>();
        if (!context.hasReasons()) {
            missing.add("reasons");
        }
        if (command.route() == ProcurementRoute.CONTINUE_EXISTING
                && command.existingService() == null) {
            missing.add("existingService");
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(new ReasonsRequired(missing));
    }

    /// T3 and T4: a field narrowed to the NHS, or to one provider, is narrowed by what providers
    /// can do.
    private static Optional<ProcurementRefusal> unjustified(DecideProcurementRoute command) {
        boolean isByOwnership = command.grounds().contains(SelectionGround.OWNERSHIP);
        boolean isForTheNhs =
                command.route() == ProcurementRoute.NHS_ONLY_COMPETITION
                        && command.noOtherCapable() == null;
        if (isByOwnership || isForTheNhs) {
            return Optional.of(
                    new OwnershipDiscrimination(
                            isByOwnership
                                    ? SelectionGround.OWNERSHIP.name()
                                    : command.route().name()));
        }
        BodyRef provider = command.provider();
        return command.route() == ProcurementRoute.SINGLE_CAPABLE
                        && provider != null
                        && command.noOtherCapable() == null
                ? Optional.of(new SingleProviderNotJustified(provider))
                : Optional.empty();
    }

    static Decision advertise(AdvertiseOpportunity command, Procurement state, Context context) {
        ProcurementRouteDecided route = state.route();
        if (route == null) {
            return refuse(new RouteNotDecided(command.procurement()));
        }
        if (!route.route().isCompetitive()) {
            return refuse(new RouteNotCompetitive(route.route()));
        }
        OpportunityAdvertised before = state.advertised();
        return before != null && before.url().equals(command.url())
                ? unchanged()
                : accept(
                        new OpportunityAdvertised(
                                command.procurement(),
                                command.ccg(),
                                command.url(),
                                context.effectiveOn()));
    }
}
