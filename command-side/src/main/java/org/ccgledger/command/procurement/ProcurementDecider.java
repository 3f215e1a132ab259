package org.ccgledger.command.procurement;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import java.util.Optional;
import org.ccgledger.command.boundaries.Functions;
import org.ccgledger.command.boundaries.Functions.Exerciser.Itself;
import org.ccgledger.command.boundaries.Functions.Exerciser.Taken;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.boundaries.Settled;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.procurement.ProcurementCommand.*;
import org.ccgledger.command.procurement.ProcurementCommand.NovateProcurement;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.FunctionCode;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.procurement.ProcurementEvent;
import org.ccgledger.events.procurement.ProcurementEvent.ProcurementNovated;
import org.ccgledger.events.procurement.ProcurementEvent.ServiceNeedIdentified;
import org.ccgledger.events.successions.MatterKind;

/// Decides on what a group commissions. The boundary is one procurement.
public final class ProcurementDecider {

    /// The decisions on procurement.
    public static final Decider<ProcurementCommand, ?> DECIDER =
            Decider.of(
                            ProcurementCommand.class,
                            command -> StreamName.procurement(command.procurement()))
                    .<Procurement, ProcurementEvent>state(
                            Procurement.NOT_BEGUN, ProcurementEvent.class, Procurement::evolve)
                    .deciding(ProcurementDecider::decide);

    private ProcurementDecider() {}

    private static Decision decide(ProcurementCommand command, Procurement state, Context context) {
        return switch (command) {
            case IdentifyServiceNeed identify -> identify(identify, state, context);
            case NovateProcurement novate when !state.isOf(novate.ccg()) -> unchanged();
            case ProcurementCommand _ when !state.isOf(command.ccg()) ->
                    notFound(command.ccg() + " has no procurement " + command.procurement());
            case DecideProcurementRoute route -> Routes.decide(route, state, context);
            case AdvertiseOpportunity advertise -> Routes.advertise(advertise, state, context);
            case RecordBid bid -> Bids.record(bid, state, context);
            case EvaluateBid evaluate -> Bids.evaluate(evaluate, state, context);
            case AwardContract award -> Contracts.award(award, state, context);
            case PublishAward publish -> Contracts.publish(publish, state, context);
            case VaryContract vary -> Contracts.vary(vary, state, context);
            case EndContract end -> Contracts.end(end, state, context);
            case NovateProcurement novate -> novate(novate, context);
            case RecordCompetitionComplaint complaint ->
                    Complaints.record(complaint, state, context);
            case RecordMonitorFinding finding -> Complaints.find(finding, state, context);
        };
    }

    /// K10. What no group takes over stays with the one that is no more.
    private static Decision novate(NovateProcurement command, Context context) {
        return Settled.of(
                        command.ccg(),
                        MatterKind.PROCUREMENT,
                        command.procurement().value(),
                        context)
                .flatMap(settlement -> Optional.ofNullable(settlement.successor()))
                .map(successor ->
                        accept(
                                new ProcurementNovated(
                                        command.procurement(),
                                        command.ccg(),
                                        successor,
                                        context.effectiveOn())))
                .orElseGet(Decision::unchanged);
    }

    private static Decision identify(
            IdentifyServiceNeed command, Procurement state, Context context) {
        ServiceNeedIdentified identified =
                new ServiceNeedIdentified(
                        command.procurement(),
                        command.ccg(),
                        command.function(),
                        command.service(),
                        command.weakness(),
                        context.effectiveOn());
        ServiceNeedIdentified before = state.need();
        if (before != null && isSame(before, identified)) {
            return unchanged();
        }
        return notExercisable(command.ccg(), command.function(), context)
                .map(Decision::refuse)
                .orElseGet(() ->
                        before == null
                                ? accept(identified)
                                : refuse(new CodeInUse(command.procurement())));
    }

    /// Whatever the day.
    private static boolean isSame(ServiceNeedIdentified before, ServiceNeedIdentified now) {
        return new ServiceNeedIdentified(
                        before.procurement(),
                        before.ccg(),
                        before.function(),
                        before.service(),
                        before.weakness(),
                        now.effectiveOn())
                .equals(now);
    }

    /// A14 and D7, as at the day of the decision.
    static Optional<ProcurementRefusal> notExercisable(
            CcgCode ccg, FunctionCode function, Context context) {
        if (!Operation.isOperational(ccg, context.effectiveOn(), context.reads())) {
            return Optional.of(new CCGNotOperational(ccg, context.effectiveOn()));
        }
        return switch (Functions.exerciser(ccg, function, context.effectiveOn(), context.reads())) {
            case Taken(_, var exercisedBy) ->
                    Optional.of(new FunctionNotExercisable(function, exercisedBy));
            case Itself() -> Optional.empty();
        };
    }
}
