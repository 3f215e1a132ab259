package org.ccgledger.command.pressure;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.notFound;
import static org.ccgledger.command.decision.Decision.refuse;
import static org.ccgledger.command.decision.Decision.unchanged;

import org.ccgledger.command.decision.CommonRefusal.ReasonsRequired;
import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.pressure.PressureCommand.RecordResistance;
import org.ccgledger.command.pressure.PressureCommand.ReportPressure;
import org.ccgledger.command.pressure.PressureDecider.Pressure.NotReported;
import org.ccgledger.command.pressure.PressureDecider.Pressure.Reported;
import org.ccgledger.command.pressure.PressureDecider.Pressure.Resolved;
import org.ccgledger.command.pressure.PressureRefusal.AlreadyDecided;
import org.ccgledger.command.pressure.PressureRefusal.CodeInUse;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.pressure.PressureDecision;
import org.ccgledger.events.pressure.PressureEvent;
import org.ccgledger.events.pressure.PressureEvent.PressureReported;
import org.ccgledger.events.pressure.PressureEvent.PressureResolved;

/// Decides on reports of pressure. The boundary is one report.
public final class PressureDecider {

    /// The decisions on pressure.
    public static final Decider<PressureCommand, ?> DECIDER =
            Decider.of(PressureCommand.class, command -> StreamName.pressure(command.pressure()))
                    .<Pressure, PressureEvent>state(
                            new NotReported(), PressureEvent.class, Pressure::evolve)
                    .deciding(PressureDecider::decide);

    private PressureDecider() {}

    /// Where a report stands.
    sealed interface Pressure {

        record NotReported() implements Pressure {}

        record Reported(PressureReported report) implements Pressure {}

        record Resolved(PressureReported report, PressureDecision decision) implements Pressure {}

        /// Today's rules do not judge yesterday's facts: an event that fits no state leaves it as
        /// it is.
        default Pressure evolve(PressureEvent event) {
            return switch (event) {
                case PressureReported e -> new Reported(e);
                case PressureResolved e ->
                        this instanceof Reported(var report)
                                ? new Resolved(report, e.decision())
                                : this;
            };
        }
    }

    private static Decision decide(PressureCommand command, Pressure state, Context context) {
        return switch (command) {
            case ReportPressure report -> report(report, state, context);
            case RecordResistance resistance -> resist(resistance, state, context);
        };
    }

    private static Decision report(ReportPressure command, Pressure state, Context context) {
        PressureReported reported =
                new PressureReported(
                        command.pressure(),
                        command.ccg(),
                        command.from(),
                        command.jointCommittee(),
                        command.subject(),
                        command.narrative(),
                        context.effectiveOn());
        return switch (state) {
            case NotReported _ -> accept(reported);
            case Reported(var before) -> again(before, reported);
            case Resolved(var before, _) -> again(before, reported);
        };
    }

    private static Decision again(PressureReported before, PressureReported now) {
        return before.equals(now) ? unchanged() : refuse(new CodeInUse(now.pressure()));
    }

    private static Decision resist(RecordResistance command, Pressure state, Context context) {
        return switch (state) {
            case Reported(var report) when report.ccg().equals(command.ccg()) ->
                    context.hasReasons()
                            ? accept(
                                    new PressureResolved(
                                            command.pressure(),
                                            command.ccg(),
                                            command.decision(),
                                            context.effectiveOn()))
                            : refuse(new ReasonsRequired());
            case Resolved(var report, var before) when report.ccg().equals(command.ccg()) ->
                    before == command.decision() ? unchanged() : refuse(new AlreadyDecided(before));
            case NotReported _, Reported _, Resolved _ ->
                    notFound(command.ccg() + " has not reported " + command.pressure());
        };
    }
}
