package org.ccgledger.query.projection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
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
import org.ccgledger.ledger.axon.AxonJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// One of the nodes that share a projection which counts how often each event is applied, in the
/// transaction of the token.
final class CountingNode implements AutoCloseable {

    static final int SEGMENTS = 4;
    static final String TABLE =
            "create table public.applied (projection text, position bigint, times int not null,"
                    + " primary key (projection, position));"
                    + " grant select, insert, update on public.applied to public";

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService executor =
            Executors.newScheduledThreadPool(
                    SEGMENTS,
                    work -> {
                        Thread thread = Thread.ofPlatform().daemon().unstarted(work);
                        threads.add(thread);
                        return thread;
                    });
    private final PooledStreamingEventProcessor processor;

    /// @param database where it reads for its tokens
    /// @param counts where it counts; another data source counts outside the token's transaction
    /// @param fails whether handling an event fails after it was counted, by its position
    CountingNode(
            String projection,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            DataSource database,
            DataSource counts,
            LongPredicate fails) {
        processor =
                PooledStreamingEventProcessor.builder()
                        .name(projection)
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder()
                                        .eventHandlers(
                                                new Counting(
                                                        projection,
                                                        JdbcClient.create(counts),
                                                        fails))
                                        .listenerInvocationErrorHandler(
                                                PropagatingErrorHandler.instance())
                                        .build())
                        .errorHandler(PropagatingErrorHandler.instance())
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                        .messageSource(events)
                        .tokenStore(
                                JdbcTokenStore.builder()
                                        .connectionProvider(
                                                new UnitOfWorkAwareConnectionProviderWrapper(
                                                        new SpringDataSourceConnectionProvider(
                                                                database)))
                                        .serializer(AxonJson.serializer())
                                        .schema(AxonTables.TOKENS)
                                        .contentType(byte[].class)
                                        .nodeId("node-" + System.identityHashCode(this))
                                        .build())
                        .transactionManager(
                                new SpringTransactionManager(new JdbcTransactionManager(database)))
                        .coordinatorExecutor(executor)
                        .workerExecutor(executor)
                        .initialSegmentCount(SEGMENTS)
                        .maxClaimedSegments(SEGMENTS / 2)
                        .initialToken(source ->
                                new org.axonframework.eventhandling.GlobalSequenceTrackingToken(0))
                        .tokenClaimInterval(200)
                        .batchSize(20)
                        .build();
        processor.start();
    }

    void restart() {
        processor.shutDown();
        processor.start();
    }

    /// Interrupts whatever one of its threads does.
    void interrupt(RandomGenerator random) {
        threads.get(random.nextInt(threads.size())).interrupt();
    }

    @Override
    public void close() {
        processor.shutDown();
        executor.close();
    }

    private record Counting(String projection, JdbcClient sql, LongPredicate fails)
            implements EventMessageHandler {
        @Override
        public @Nullable Object handle(EventMessage<?> message) {
            long position =
                    ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
            sql.sql(
                            "insert into public.applied as a values (?, ?, 1)"
                                    + " on conflict (projection, position) do update set times = a.times + 1")
                    .params(projection, position)
                    .update();
            if (fails.test(position)) {
                throw new IllegalStateException("Event " + position + " is to fail this time");
            }
            return null;
        }
    }
}
