package org.ccgledger.command.procurement;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.ccgledger.command.boundaries.LiveInterests;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.decision.Upholds;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.BodyRef;
import org.ccgledger.events.InterestId;
import org.ccgledger.events.PersonId;
import org.ccgledger.events.procurement.ProcurementEvent.*;

/// Offers, and who judges them.
final class Bids {

    private Bids() {}

    /// An offer is a fact, whatever the state of the procurement.
    static Decision record(RecordBid command, Procurement state, Context context) {
        return command.providerName().equals(state.bids().get(command.provider()))
                ? unchanged()
                : accept(
                        new BidRecorded(
                                command.procurement(),
                                command.ccg(),
                                command.provider(),
                                command.providerName(),
                                context.effectiveOn()));
    }

    static Decision evaluate(EvaluateBid command, Procurement state, Context context) {
        if (!state.bids().containsKey(command.provider())) {
            return notFound(command.provider() + " has not bid in " + command.procurement());
        }
        BidEvaluated evaluated =
                new BidEvaluated(
                        command.procurement(),
                        command.ccg(),
                        command.provider(),
                        command.score(),
                        command.evaluator(),
                        context.effectiveOn());
        if (state.evaluations().contains(evaluated)) {
            return unchanged();
        }
        return conflicted(Set.of(command.evaluator()), state.bids().keySet(), context)
                .or(() -> notAdvertised(state, context.effectiveOn()))
                .map(Decision::refuse)
                .orElseGet(() ->
                        state.decidedRoute().isEmpty()
                                ? refuse(new RouteNotDecided(command.procurement()))
                                : accept(evaluated));
    }

    /// T5: the first of the persons who has a live interest in one of the bodies, as at the day of
    /// the decision and as known now.
    @Upholds(
            id = "K12",
            title =
                    "Who judges has no live interest in whom is judged, as it stands when the judgement is recorded")
    static Optional<ProcurementRefusal> conflicted(
            Collection<PersonId> persons, Collection<BodyRef> bodies, Context context) {
        for (PersonId person : persons) {
            Set<InterestId> interests =
                    LiveInterests.of(person, bodies, context.effectiveOn(), context.reads());
            if (!interests.isEmpty()) {
                return Optional.of(new ConflictAffectsAward(person, interests));
            }
        }
        return Optional.empty();
    }

    /// T8.
    static Optional<ProcurementRefusal> notAdvertised(Procurement state, LocalDate on) {
        OpportunityAdvertised advertised = state.advertised();
        boolean isAdvertised = advertised != null && !advertised.effectiveOn().isAfter(on);
        return state.decidedRoute()
                .map(ProcurementRouteDecided::route)
                .filter(route -> route.isOpen() && !isAdvertised)
                .map(NotAdvertised::new);
    }
}
