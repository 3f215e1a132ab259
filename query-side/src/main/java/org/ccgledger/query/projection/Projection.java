package org.ccgledger.query.projection;

import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.ccgledger.ledger.axon.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A projector and the Axon processor that feeds it.
final class Projection {

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);
    private static final String LAST = "last event of the batch";

    private final Projector projector;
    private final PooledStreamingEventProcessor processor;
    private final Progress progress;
    private final ProjectionHandler handler;

    Projection(
            Projector projector,
            ProjectionHandler handler,
            PooledStreamingEventProcessor processor,
            Progress progress) {
        this.projector = projector;
        this.handler = handler;
        this.processor = processor;
        this.progress = progress;
        processor.registerHandlerInterceptor(this::pass);
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
                        processor.resetTokens();
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
        processor.resetTokens();
        processor.start();
    }

    /// Whether it handles the event or parks it, the projection has passed it.
    private Object pass(UnitOfWork<?> unit, InterceptorChain chain) throws Exception {
        AtomicReference<TrackedEventMessage<?>> last = last(unit);
        Object result = chain.proceed();
        if (unit.getMessage() instanceof TrackedEventMessage<?> message) {
            last.set(message);
        }
        return result;
    }

    private AtomicReference<TrackedEventMessage<?>> last(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(
                LAST,
                _ -> {
                    AtomicReference<TrackedEventMessage<?>> last = new AtomicReference<>();
                    handler.batchBegins();
                    unit.onPrepareCommit(_ -> prepare(Recorded.of(last.get())));
                    unit.afterCommit(_ -> committed());
                    unit.onCleanup(_ -> handler.batchOver());
                    return last;
                });
    }

    private void prepare(Recorded last) {
        if (handler.isSpoilt()) {
            throw new IllegalStateException(
                    "The projection " + name() + " handles a batch again, each event on its own");
        }
        handler.batchEnds();
        progress.record(projector, last);
    }

    private void committed() {
        handler.batchCommitted();
        progress.moved();
    }
}
