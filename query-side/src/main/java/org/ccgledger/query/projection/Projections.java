package org.ccgledger.query.projection;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.serialization.Serializer;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs a projection for each [Projector].
///
/// A projection has one segment: the events of one group's streams meet in the same rows, which
/// have to be written in the order of the ledger. Rows, progress and token commit together. An
/// event that cannot be handled is parked with its followers of the same stream while the others go
/// on; it is handled again by a replay, never out of its place.
@Component
public final class Projections implements SmartLifecycle {

    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    private final LedgerEventStore events;
    private final Serializer eventSerializer;
    private final QueryDatabase database;
    private final Progress progress;
    private final int batchSize;
    private final TokenStore tokens;
    private final List<Projection> projections;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers;
    private volatile boolean running;

    public Projections(
            List<Projector> projectors,
            LedgerEventStore events,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            QueryDatabase database,
            Progress progress,
            @Value("${ccg.projections.batch-size:500}") int batchSize) {
        this.coordinator =
                Executors.newScheduledThreadPool(
                        1, Thread.ofPlatform().daemon().name("projections-", 0).factory());
        this.workers =
                Executors.newScheduledThreadPool(
                        Math.max(1, projectors.size()),
                        Thread.ofPlatform().daemon().name("projection-", 0).factory());
        this.events = events;
        this.eventSerializer = eventSerializer;
        this.database = database;
        this.progress = progress;
        this.batchSize = batchSize;
        this.tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(database.connections())
                        .serializer(AxonJson.serializer())
                        .schema(AxonTables.TOKENS)
                        .contentType(byte[].class)
                        .build();
        this.projections = projectors.stream().map(this::projection).toList();
    }

    private Projection projection(Projector projector) {
        Batches batches = new Batches(projector, Set.of(), database, progress, eventSerializer);
        PooledStreamingEventProcessor processor =
                PooledStreamingEventProcessor.builder()
                        .name(projector.name())
                        .eventHandlerInvoker(batches.invoker())
                        .errorHandler(PropagatingErrorHandler.instance())
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .messageSource(events.concerning(batches::concerns))
                        .tokenStore(tokens)
                        .transactionManager(database.units())
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(workers)
                        .initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                        .batchSize(batchSize)
                        .build();
        processor.registerHandlerInterceptor(batches::pass);
        return new Projection(projector, processor, database, progress);
    }

    public List<String> names() {
        return projections.stream().map(Projection::name).toList();
    }

    /// Empties a read model and handles every event again, parked ones among them.
    public void replay(String name) {
        projections.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No projection is named " + name))
                .replay();
    }

    @Override
    public void start() {
        projections.forEach(Projection::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        projections.forEach(Projection::stop);
        coordinator.shutdown();
        workers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
