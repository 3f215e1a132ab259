package org.ccgledger.system.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.ccgledger.events.statedfigures.StatedFigureEvent.StatedFigureRecorded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A pooled streaming processor on Axon's own event store, with as many segments, as large a batch
/// and as little waiting for the disk as ours, that handles each event by itself.
final class StockEvents implements AutoCloseable {

    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    private final HikariDataSource pool;
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("stock-events-", 0).factory());
    private final PooledStreamingEventProcessor processor;

    /// Writes what an event changes.
    @FunctionalInterface
    interface Model {
        void on(StatedFigureRecorded event, JdbcClient sql);
    }

    StockEvents(Bench bench, String url, EventStore store, Model model) {
        this.pool = bench.pool(url, bench.user(), "set synchronous_commit = off");
        TransactionManager transactions =
                new SpringTransactionManager(new JdbcTransactionManager(pool));
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(pool));
        JdbcTokenStore tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(connections)
                        .serializer(org.ccgledger.ledger.axon.AxonJson.serializer())
                        .contentType(byte[].class)
                        .build();
        transactions.executeInTransaction(
                () -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        this.processor =
                PooledStreamingEventProcessor.builder()
                        .name("figures")
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder()
                                        .eventHandlers(new Adapter(model, JdbcClient.create(pool)))
                                        .build())
                        .errorHandler(PropagatingErrorHandler.instance())
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .messageSource(store)
                        .tokenStore(tokens)
                        .transactionManager(transactions)
                        .coordinatorExecutor(threads)
                        .workerExecutor(threads)
                        .initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                        .batchSize(OurEvents.BATCH)
                        .build();
        processor.start();
    }

    /// Handles every event again.
    void replay() {
        processor.shutDown();
        processor.resetTokens();
        processor.start();
    }

    /// How far it has come.
    long position() {
        return processor.processingStatus().values().stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
    }

    @Override
    public void close() {
        processor.shutDown();
        threads.shutdownNow();
        pool.close();
    }

    private record Adapter(Model model, JdbcClient sql) implements EventMessageHandler {
        @Override
        public @Nullable Object handle(EventMessage<?> message) {
            if (message.getPayload() instanceof StatedFigureRecorded event) {
                model.on(event, sql);
            }
            return null;
        }

        @Override
        public boolean supportsReset() {
            return true;
        }
    }
}
