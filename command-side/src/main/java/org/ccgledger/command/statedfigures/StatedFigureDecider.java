package org.ccgledger.command.statedfigures;

import static org.ccgledger.command.decision.Decision.accept;
import static org.ccgledger.command.decision.Decision.unchanged;

import org.ccgledger.command.decision.Context;
import org.ccgledger.command.decision.Decider;
import org.ccgledger.command.decision.Decision;
import org.ccgledger.command.statedfigures.StatedFigure.NotStated;
import org.ccgledger.command.statedfigures.StatedFigure.Stated;
import org.ccgledger.command.statedfigures.StatedFigureCommand.RecordStatedFigure;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.statedfigures.StatedFigureEvent;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;

/// Records sources' figures. The boundary is one figure. Facts are never refused: a figure that is
/// recorded otherwise under the same id stands as it was recorded last.
public final class StatedFigureDecider {

    /// The decisions on stated figures.
    public static final Decider<StatedFigureCommand, ?> DECIDER =
            Decider.of(StatedFigureCommand.class, StatedFigureDecider::stream)
                    .<StatedFigure, StatedFigureEvent>state(
                            new NotStated(), StatedFigureEvent.class, StatedFigure::evolve)
                    .deciding(StatedFigureDecider::decide);

    private StatedFigureDecider() {}

    private static StreamName stream(StatedFigureCommand command) {
        return switch (command) {
            case RecordStatedFigure figure -> StreamName.statedFigure(figure.figure());
        };
    }

    private static Decision decide(
            StatedFigureCommand command, StatedFigure state, Context context) {
        return switch (command) {
            case RecordStatedFigure figure -> record(figure, state, context);
        };
    }

    private static Decision record(
            RecordStatedFigure command, StatedFigure state, Context context) {
        StatedFigureRecorded recorded =
                new StatedFigureRecorded(
                        command.figure(),
                        command.figureSource(),
                        command.subject(),
                        command.counted(),
                        command.wave(),
                        command.value(),
                        command.unit(),
                        command.asAt(),
                        context.effectiveOn());
        return switch (state) {
            case NotStated _ -> accept(recorded);
            case Stated(var before) -> isSame(before, recorded) ? unchanged() : accept(recorded);
        };
    }

    /// The same statement, whenever it was recorded; 15 and 15.0 are one value.
    private static boolean isSame(StatedFigureRecorded before, StatedFigureRecorded now) {
        return before.value().compareTo(now.value()) == 0
                && withValueAndDayOf(now, before).equals(before);
    }

    private static StatedFigureRecorded withValueAndDayOf(
            StatedFigureRecorded figure, StatedFigureRecorded other) {
        return new StatedFigureRecorded(
                figure.figure(),
                figure.source(),
                figure.subject(),
                figure.counted(),
                figure.wave(),
                other.value(),
                figure.unit(),
                figure.asAt(),
                other.effectiveOn());
    }
}
