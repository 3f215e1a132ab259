package org.ccgledger.command.running;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.ledger.axon.TokenTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Reads the ledger's events in order, once each unless the process dies, and remembers how far it
/// is.
///
/// An event that cannot be handled is tried again until it can: an automation may not pass it by.
final class LedgerReader {

    private final PooledStreamingEventProcessor processor;
    private final ScheduledExecutorService threads;

    LedgerReader(
            String name,
            int batchSize,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            DataSource database,
            Handler handler) {
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(database));
        threads =
                Executors.newScheduledThreadPool(
                        2, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
        processor =
                PooledStreamingEventProcessor.builder()
                        .name(name)
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder()
                                        .eventHandlers(new Adapter(handler))
                                        .listenerInvocationErrorHandler(
                                                PropagatingErrorHandler.instance())
                                        .build())
                        .errorHandler(PropagatingErrorHandler.instance())
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .messageSource(events)
                        .tokenStore(
                                JdbcTokenStore.builder()
                                        .connectionProvider(connections)
                                        .serializer(AxonJson.serializer())
                                        .schema(TokenTable.in("automation"))
                                        .contentType(byte[].class)
                                        .build())
                        .transactionManager(
                                new SpringTransactionManager(new JdbcTransactionManager(database)))
                        .coordinatorExecutor(threads)
                        .workerExecutor(threads)
                        .initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken)
                        .tokenClaimInterval(1_000)
                        .batchSize(batchSize)
                        .build();
    }

    /// Handles one event of ours.
    interface Handler {
        void on(CcgEvent event, Recorded at);
    }

    void start() {
        processor.start();
    }

    void stop() {
        processor.shutDown();
        threads.shutdown();
    }

    /// The position of the last event that is done with.
    long position() {
        return processor.processingStatus().values().stream()
                .mapToLong(segment -> segment.getCurrentPosition().orElse(0))
                .min()
                .orElse(0);
    }

    private record Adapter(Handler handler) implements EventMessageHandler {
        @Override
        public @Nullable Object handle(EventMessage<?> message) {
            if (message.getPayload() instanceof CcgEvent event) {
                handler.on(event, Recorded.of(message));
            }
            return null;
        }
    }
}
