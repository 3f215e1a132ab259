package org.ccgledger.query.projection;

import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A projector and the Axon processor that feeds it.
final class Projection {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    private final Projector projector;
    private final PooledStreamingEventProcessor processor;
    private final QueryDatabase database;
    private final Progress progress;

    Projection(
            Projector projector,
            PooledStreamingEventProcessor processor,
            QueryDatabase database,
            Progress progress) {
        this.projector = projector;
        this.processor = processor;
        this.database = database;
        this.progress = progress;
    }

    String name() {
        return projector.name();
    }

    /// Goes on where it stopped; from the beginning if its projector is another than before.
    ///
    /// @throws IllegalStateException if its rows come from another ledger
    void start() {
        progress.of(name())
                .ifPresent(reached -> {
                    if (!progress.isOfThisLedger(reached)) {
                        throw new IllegalStateException(
                                "The projection "
                                        + name()
                                        + " comes from another history than this ledger's:"
                                        + " it has to be replayed");
                    }
                    if (reached.version() != projector.version()) {
                        LOG.info("The projection {} is of an earlier version", name());
                        reset();
                    }
                });
        processor.start();
    }

    void stop() {
        processor.shutDown();
    }

    /// Empties the read model and handles every event again, parked ones among them.
    void replay() {
        processor.shutDown();
        reset();
        processor.start();
    }

    /// Waits for whoever exchanges rows before it touches any: Axon begins with what is parked.
    private void reset() {
        database.write(() -> {
            database.keep(name());
            processor.resetTokens();
        });
    }
}
