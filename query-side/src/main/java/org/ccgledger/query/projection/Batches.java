package org.ccgledger.query.projection;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.ledger.axon.Recorded;
import org.jspecify.annotations.Nullable;

/// Hands events to a projector in batches: its rows, its progress and what it parks commit
/// together.
final class Batches {

    private static final String LAST = "last event of the batch";

    private final Projector projector;
    private final QueryDatabase database;
    private final Progress progress;
    private final ProjectionHandler handler;
    private final DeadLetteringEventHandlerInvoker invoker;

    /// @param skipping positions that are passed over, beside those that are skipped for good
    Batches(
            Projector projector,
            Set<Long> skipping,
            QueryDatabase database,
            Progress progress,
            Serializer eventSerializer) {
        this.projector = projector;
        this.database = database;
        this.progress = progress;
        this.handler = new ProjectionHandler(projector, skipping, database, progress);
        JdbcSequencedDeadLetterQueue<EventMessage<?>> parked =
                new JdbcSequencedDeadLetterQueue.Builder<EventMessage<?>>()
                        .processingGroup(projector.name())
                        .connectionProvider(database.connections())
                        .transactionManager(database.units())
                        .schema(AxonTables.DEAD_LETTERS)
                        .genericSerializer(AxonJson.serializer())
                        .eventSerializer(eventSerializer)
                        .build();
        this.invoker =
                DeadLetteringEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .sequencingPolicy(Recorded::streamOf)
                        .queue(parked)
                        .transactionManager(database.units())
                        .enableSequenceIdentifierCache()
                        .allowReset(true)
                        .build();
    }

    DeadLetteringEventHandlerInvoker invoker() {
        return invoker;
    }

    /// Whether messages of a type have to be handed over.
    boolean concerns(Class<?> type) {
        return handler.concerns(type);
    }

    /// Handles a batch now; once more with care if that fails.
    void handle(List<TrackedEventMessage<?>> messages) {
        try {
            unit(messages);
        } catch (RuntimeException e) {
            if (!handler.isCareful()) {
                throw e;
            }
            unit(messages);
        }
    }

    private void unit(List<TrackedEventMessage<?>> messages) {
        BatchingUnitOfWork<TrackedEventMessage<?>> unit = new BatchingUnitOfWork<>(messages);
        unit.attachTransaction(database.units());
        ResultMessage<?> result =
                unit.executeWithResult(
                        () -> pass(unit, () -> invoke(unit.getMessage())),
                        RollbackConfigurationType.ANY_THROWABLE);
        if (result.isExceptional()) {
            throw new IllegalStateException(
                    "The projection " + projector.name() + " cannot handle a batch",
                    result.exceptionResult());
        }
    }

    private boolean invoke(TrackedEventMessage<?> message) throws Exception {
        invoker.handle(message, Segment.ROOT_SEGMENT);
        return true;
    }

    /// Whether it handles the event or parks it, the projection has passed it.
    ///
    /// Until the batch is over nobody exchanges what it has parked, by which it decides between the
    /// two. What does not concern it is not parked either.
    @Nullable Object pass(UnitOfWork<?> unit, InterceptorChain chain) throws Exception {
        AtomicReference<TrackedEventMessage<?>> last = last(unit);
        Object result = null;
        if (handler.concerns(unit.getMessage().getPayloadType())) {
            handler.keep();
            result = chain.proceed();
        }
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
                    "The projection "
                            + projector.name()
                            + " handles a batch again, each event on its own");
        }
        handler.batchEnds();
        progress.record(projector, last);
    }

    private void committed() {
        handler.batchCommitted();
        progress.moved();
    }
}
