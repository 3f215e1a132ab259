package org.ccgledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.ccgledger.query.projection.Rebuilds.RowDifference;
import org.ccgledger.query.projection.Rebuilds.TableDigest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Holds the live rows of projections against those that were made beside them, in one snapshot.
final class Comparison implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient sql;

    /// @param database of one connection
    Comparison(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        sql = JdbcClient.create(database);
    }

    /// Takes the snapshot.
    void begin() {
        sql.sql("select 1").query().singleRow();
    }

    TableDigest digest(String schema, String table) {
        return sql.sql(
                        """
                        select count(*), encode(sha256(coalesce(string_agg(hash, ''::bytea order by hash), ''::bytea)), 'hex')
                        from (select sha256(convert_to(t::text, 'UTF8')) as hash from %s.%s t) row
                        """
                                .formatted(schema, table))
                .query((row, _) -> new TableDigest(table, row.getLong(1), row.getString(2)))
                .single();
    }

    /// The first of the rows that differ, in the order of the table's key.
    RowDifference firstDifference(String table) {
        List<String> key = key(table);
        return difference(
                        table,
                        key,
                        "select * from projection." + table,
                        "select * from rebuild." + table)
                .orElseThrow();
    }

    Optional<RowDifference> firstParkedDifference(String projection) {
        String parked =
                "select sequence_identifier, sequence_index, event_identifier from %s.dead_letter_entry"
                        + " where processing_group = '"
                        + projection
                        + "'";
        return difference(
                "dead_letter_entry",
                List.of("sequence_identifier", "sequence_index"),
                parked.formatted("projection"),
                parked.formatted("rebuild"));
    }

    private Optional<RowDifference> difference(
            String table, List<String> key, String live, String replayed) {
        String columns = String.join(", ", key);
        return sql.sql(
                        """
                        select concat_ws(', ', %s) as key, to_jsonb(a)::text as live, to_jsonb(b)::text as replayed
                        from (%s) a full join (%s) b using (%s)
                        where a::text is distinct from b::text order by %s limit 1
                        """
                                .formatted(
                                        key.stream()
                                                .map(column -> "'%1$s ' || %1$s".formatted(column))
                                                .collect(Collectors.joining(", ")),
                                        live,
                                        replayed,
                                        columns,
                                        columns))
                .query((row, _) ->
                        new RowDifference(
                                table,
                                row.getString("key"),
                                row.getString("live"),
                                row.getString("replayed")))
                .optional();
    }

    private List<String> key(String table) {
        return sql.sql(
                        """
                        select a.attname from pg_index i
                        cross join unnest(i.indkey) with ordinality k (number, place)
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
                        where i.indrelid = ('projection.' || ?)::regclass and i.indisprimary order by k.place
                        """)
                .param(table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
    }
}
