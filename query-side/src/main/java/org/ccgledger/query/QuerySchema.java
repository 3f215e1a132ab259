package org.ccgledger.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.ccgledger.ledger.LedgerSchema;

/// The tables of the read models, in schema `projection`, and the views on them, in schema
/// `reporting`.
///
/// `ccg_query` writes projections and reads both; the role `reporting` reads the views and sees
/// nothing else. Whoever runs the migration owns the tables and may create roles.
public final class QuerySchema {

    private QuerySchema() {}

    /// Brings the database of the read models up to this build.
    public static void migrate(DataSource owner) {
        LedgerSchema.createRoles(owner, "ccg_query", "reporting");
        LedgerSchema.migrate(owner, "projection", "classpath:org/ccgledger/query/migration");
        LedgerSchema.migrate(owner, "reporting", "classpath:org/ccgledger/query/reporting");
    }

    /// Takes away the read models; the next migration makes them empty, and they are filled anew.
    public static void drop(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists reporting, projection, rebuild cascade");
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The schemas of the read models cannot be changed", e);
        }
    }
}
