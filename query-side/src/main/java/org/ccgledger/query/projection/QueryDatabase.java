package org.ccgledger.query.projection;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The database of the read models, with the rights of `ccg_query`.
@Component
public final class QueryDatabase {

    private final DataSource dataSource;
    private final JdbcClient sql;
    private final JdbcTransactionManager transactions;
    private final TransactionTemplate reading;
    private final TransactionTemplate undoable;

    public QueryDatabase(@Qualifier("queryDatabase") DataSource dataSource) {
        this.dataSource = dataSource;
        this.sql = JdbcClient.create(dataSource);
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

    /// Statements join the transaction of their thread.
    public JdbcClient sql() {
        return sql;
    }

    PlatformTransactionManager transactions() {
        return transactions;
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
