package org.ccgledger.query.projection;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/// What a batch of events writes, held back so that each kind of statement goes to the database
/// once.
///
/// A table is written by one statement only, so its rows are written in the order of the events;
/// what order the tables come in makes no difference.
final class Writes {

    private final Map<String, List<SqlParameterSource>> byStatement = new LinkedHashMap<>();
    private final Map<String, CopyText> copied = new LinkedHashMap<>();

    void write(String statement, Map<String, ? extends @Nullable Object> parameters) {
        byStatement
                .computeIfAbsent(statement, _ -> new ArrayList<>())
                .add(new MapSqlParameterSource(parameters));
    }

    /// A row that is new. PostgreSQL gets ready to write once for all that are copied into a table,
    /// and for every one that is inserted.
    void add(String table, Map<String, ? extends @Nullable Object> row) {
        copied.computeIfAbsent(
                        "copy " + table + " (" + String.join(", ", row.keySet()) + ") from stdin",
                        _ -> new CopyText())
                .add(row.values());
    }

    void flush(NamedParameterJdbcOperations database) {
        byStatement.forEach((statement, rows) ->
                database.batchUpdate(statement, rows.toArray(SqlParameterSource[]::new)));
        byStatement.clear();
        copied.forEach((statement, rows) ->
                database.getJdbcOperations()
                        .execute(
                                (ConnectionCallback<Long>)
                                        connection -> copy(statement, rows, connection)));
        copied.clear();
    }

    private static long copy(String statement, CopyText rows, Connection connection)
            throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(connection.nativeSQL(statement), new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new SQLException("The rows cannot be copied", e);
        }
    }
}
