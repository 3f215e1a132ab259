package org.ccgledger.system.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.system.benchmark.StockFigure.AmendFigure;
import org.ccgledger.system.benchmark.StockFigure.OpenFigure;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Axon's own event store on PostgreSQL with an event-sourced aggregate, wired as Axon's
/// auto-configuration does it: one transaction a command, tables and indexes from its own factory,
/// Jackson, payloads in `bytea`.
final class Stock implements Recorder {

    static final String NAME = "stock Axon";

    private final HikariDataSource pool;
    private final TransactionManager transactions;
    private final ConnectionProvider connections;
    private final EventStore store;
    private final CommandBus bus;

    private Stock(HikariDataSource pool, Cache cache) {
        this.pool = pool;
        this.transactions = new SpringTransactionManager(new JdbcTransactionManager(pool));
        this.connections =
                new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(pool));
        Serializer serializer = AxonJson.serializer();
        JdbcEventStorageEngine engine =
                JdbcEventStorageEngine.builder()
                        .snapshotSerializer(serializer)
                        .eventSerializer(serializer)
                        .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        this.store = EmbeddedEventStore.builder().storageEngine(engine).build();
        SimpleCommandBus commands =
                SimpleCommandBus.builder().transactionManager(transactions).build();
        commands.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(new MessageOriginProvider()));
        EventSourcingRepository<StockFigure> repository =
                EventSourcingRepository.builder(StockFigure.class)
                        .eventStore(store)
                        .cache(cache)
                        .build();
        var _ =
                AggregateAnnotationCommandHandler.<StockFigure>builder()
                        .aggregateType(StockFigure.class)
                        .repository(repository)
                        .build()
                        .subscribe(commands);
        this.bus = commands;
    }

    /// On a database without tables, which reads an aggregate each time that it is needed.
    static Stock on(Bench bench, String url) {
        return new Stock(bench.pool(url, bench.user()), NoCache.INSTANCE);
    }

    /// The same, keeping every aggregate that was once read.
    static Stock cachingOn(Bench bench, String url) {
        return new Stock(bench.pool(url, bench.user()), new StockCache());
    }

    /// On a pool of connections to a database without tables.
    static Stock on(HikariDataSource pool) {
        return new Stock(pool, NoCache.INSTANCE);
    }

    EventStore store() {
        return store;
    }

    TransactionManager transactions() {
        return transactions;
    }

    ConnectionProvider connections() {
        return connections;
    }

    @Override
    public void create(String figure) {
        send(new OpenFigure(Figures.recorded(figure, Figures.value())));
    }

    @Override
    public void update(String figure) {
        AmendFigure command = new AmendFigure(figure, Figures.recorded(figure, Figures.value()));
        boolean done = false;
        while (!done) {
            try {
                send(command);
                done = true;
            } catch (ConcurrencyException _) {
                // Somebody else was quicker.
            }
        }
    }

    /// Sends a command and waits for its end.
    void send(Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        CommandMessage<Object> message = GenericCommandMessage.asCommandMessage(command);
        bus.dispatch(message, answer);
        var result = answer.getResult();
        if (result.isExceptional()) {
            Throwable cause = result.exceptionResult();
            throw cause instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(cause);
        }
    }

    @Override
    public void close() {
        if (store instanceof EmbeddedEventStore embedded) {
            embedded.shutDown();
        }
        pool.close();
    }
}
