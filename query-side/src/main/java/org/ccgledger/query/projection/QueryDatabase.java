package org.ccgledger.query.projection;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The database of the read models, with the rights of `ccg_query`.
@Component
public final class QueryDatabase {

    private final DataSource dataSource;
    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate named;

    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Writes> heldBack = new ThreadLocal<>();

    private final JdbcTransactionManager transactions;
    private final TransactionTemplate reading;
    private final TransactionTemplate undoable;

    public QueryDatabase(@Qualifier("queryDatabase") DataSource dataSource) {
        this.dataSource = dataSource;
        this.named = new NamedParameterJdbcTemplate(dataSource);
        this.sql = JdbcClient.create(named);
        this.transactions = new JdbcTransactionManager(dataSource);
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.undoable = new TransactionTemplate(transactions);
        undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    /// Statements join the transaction of their thread, and see what it has written.
    public JdbcClient sql() {
        flush();
        return sql;
    }

    /// Writes, with named parameters; in a batch, at its end or before the next read.
    public void write(String statement, Map<String, ? extends @Nullable Object> parameters) {
        write(writes -> writes.write(statement, parameters));
    }

    /// Adds a row, by its columns; in a batch, at its end or before the next read.
    ///
    /// @param table with its schema
    public void add(String table, Map<String, ? extends @Nullable Object> row) {
        write(writes -> writes.add(table, row));
    }

    private void write(Consumer<Writes> what) {
        Writes batch = heldBack.get();
        Writes writes = batch == null ? new Writes() : batch;
        what.accept(writes);
        if (batch == null) {
            writes.flush(named);
        }
    }

    /// From now on this thread's writes are held back, until the batch ends.
    void batchBegins() {
        heldBack.set(new Writes());
    }

    void flush() {
        Writes writes = heldBack.get();
        if (writes != null) {
            writes.flush(named);
        }
    }

    void batchEnded() {
        heldBack.remove();
    }

    /// The transactions, as Axon takes part in them.
    TransactionManager units() {
        return new SpringTransactionManager(transactions);
    }

    ConnectionProvider connections() {
        return new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(dataSource));
    }

    /// Waits while the rows of a projection are exchanged for others, and keeps them from it until
    /// the transaction is over.
    void keep(String projection) {
        lock("pg_advisory_xact_lock_shared", projection);
    }

    /// Waits for the batch that a projection is in, and keeps it from another until the transaction
    /// is over.
    void halt(String projection) {
        lock("pg_advisory_xact_lock", projection);
    }

    private void lock(String kind, String projection) {
        sql().sql("select %s('projection.progress'::regclass::int, hashtext(?))".formatted(kind))
                .param(projection)
                .query((_, _) -> projection)
                .single();
    }

    /// Does it in one transaction.
    void write(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    /// Does it in a transaction that is rolled back.
    <T extends @Nullable Object> T undone(Supplier<T> work) {
        return new TransactionTemplate(transactions)
                .execute(transaction -> {
                    transaction.setRollbackOnly();
                    return work.get();
                });
    }

    /// Reads from one snapshot.
    public <T extends @Nullable Object> T read(Supplier<T> question) {
        return reading.execute(_ -> question.get());
    }

    /// Does it wholly or, if it fails, not at all, within the transaction of the thread.
    void undoable(Runnable work) {
        undoable.executeWithoutResult(_ -> work.run());
    }
}
