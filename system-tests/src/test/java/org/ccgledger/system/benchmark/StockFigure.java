package org.ccgledger.system.benchmark;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.jspecify.annotations.Nullable;

/// A figure as an ordinary aggregate of Axon's, with the product's own event.
final class StockFigure {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private @Nullable String figure;

    private @Nullable StatedFigureRecorded recorded;

    record OpenFigure(StatedFigureRecorded recorded) {}

    record AmendFigure(@TargetAggregateIdentifier String figure, StatedFigureRecorded recorded) {}

    /// Axon makes one before it hands it its events.
    StockFigure() {}

    @CommandHandler
    StockFigure(OpenFigure command) {
        apply(command.recorded());
    }

    @CommandHandler
    void handle(AmendFigure command) {
        if (!command.recorded().equals(recorded)) {
            apply(command.recorded());
        }
    }

    @EventSourcingHandler
    void on(StatedFigureRecorded event) {
        figure = event.figure().value();
        recorded = event;
    }
}
