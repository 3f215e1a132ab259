package org.ccgledger.command.procurement;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import org.ccgledger.command.boundaries.Functions;
import org.ccgledger.command.boundaries.Functions.Exerciser.Itself;
import org.ccgledger.command.boundaries.Functions.Exerciser.Taken;
import org.ccgledger.command.boundaries.Operation;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.procurement.ProcurementCommand.IdentifyServiceNeed;
import org.ccgledger.command.procurement.ProcurementDecider.Procurement.Needed;
import org.ccgledger.command.procurement.ProcurementDecider.Procurement.NotBegun;
import org.ccgledger.command.procurement.ProcurementRefusal.*;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.procurement.ProcurementEvent;
import org.ccgledger.events.procurement.ProcurementEvent.ServiceNeedIdentified;

/// Decides on what a group commissions. The boundary is one procurement.
public final class ProcurementDecider {

    /// The decisions on procurement.
    public static final Decider<ProcurementCommand, ?> DECIDER =
            Decider.of(
                            ProcurementCommand.class,
                            command -> StreamName.procurement(command.procurement()))
                    .<Procurement, ProcurementEvent>state(
                            new NotBegun(), ProcurementEvent.class, Procurement::evolve)
                    .deciding(ProcurementDecider::decide);

    private ProcurementDecider() {}

    /// Where a procurement stands.
    sealed interface Procurement {

        record NotBegun() implements Procurement {}

        record Needed(IdentifyServiceNeed need) implements Procurement {}

        default Procurement evolve(ProcurementEvent event) {
            return switch (event) {
                case ServiceNeedIdentified e ->
                        new Needed(
                                new IdentifyServiceNeed(
                                        e.procurement(),
                                        e.ccg(),
                                        e.function(),
                                        e.service(),
                                        e.weakness()));
            };
        }
    }

    private static Decision decide(ProcurementCommand command, Procurement state, Context context) {
        return switch (command) {
            case IdentifyServiceNeed identify -> identify(identify, state, context);
        };
    }

    private static Decision identify(
            IdentifyServiceNeed command, Procurement state, Context context) {
        if (state instanceof Needed(var need) && need.equals(command)) {
            return unchanged();
        }
        if (!Operation.isOperational(command.ccg(), context.effectiveOn(), context.reads())) {
            return refuse(new CCGNotOperational(command.ccg(), context.effectiveOn()));
        }
        return switch (Functions.exerciser(
                command.ccg(), command.function(), context.effectiveOn(), context.reads())) {
            case Taken(_, var exercisedBy) ->
                    refuse(new FunctionNotExercisable(command.function(), exercisedBy));
            case Itself() ->
                    switch (state) {
                        case Needed _ -> refuse(new CodeInUse(command.procurement()));
                        case NotBegun _ ->
                                accept(
                                        new ServiceNeedIdentified(
                                                command.procurement(),
                                                command.ccg(),
                                                command.function(),
                                                command.service(),
                                                command.weakness(),
                                                context.effectiveOn()));
                    };
        };
    }
}
