package org.ccgledger.command.statedfigures;

import org.ccgledger.events.statedfigures.StatedFigureEvent;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;

/// What a source is recorded to state under an id.
sealed interface StatedFigure {

    record NotStated() implements StatedFigure {}

    record Stated(StatedFigureRecorded recorded) implements StatedFigure {}

    default StatedFigure evolve(StatedFigureEvent event) {
        return switch (event) {
            case StatedFigureRecorded recorded -> new Stated(recorded);
        };
    }
}
