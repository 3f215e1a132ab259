package org.ccgledger.query.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The database as a rebuild sees it: what a statement says of schema `projection` is done in
/// schema `rebuild`, in tables of the same make.
///
/// So the rows, the progress and what is parked are written by the code that writes the live ones.
final class RebuildTables extends DelegatingDataSource {

    private static final String PROGRESS = "progress";
    private static final Pattern LIVE = Pattern.compile("\\bprojection\\.");

    RebuildTables(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("createStatement")) {
                                throw new UnsupportedOperationException(
                                        "It would be done in the live tables");
                            }
                            if (method.getName().startsWith("prepare")
                                    || method.getName().equals("nativeSQL")) {
                                arguments[0] =
                                        LIVE.matcher((String) arguments[0]).replaceAll("rebuild.");
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw Objects.requireNonNull(e.getCause());
                            }
                        });
    }

    /// Makes the tables that are not there, or not as the live ones are now.
    ///
    /// @return whether none had to be made
    static boolean make(JdbcClient sql) {
        Map<String, String> there = columns(sql, "rebuild");
        Map<String, String> wanted = columns(sql, "projection");
        List<String> missing =
                wanted.entrySet().stream()
                        .filter(table -> !table.getValue().equals(there.get(table.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
        if (missing.isEmpty()) {
            return true;
        }
        // Whatever stops this: what is left is not taken for the rows of a replay.
        if (there.containsKey(PROGRESS)) {
            sql.sql("delete from rebuild." + PROGRESS).update();
        }
        for (String table : missing) {
            drop(sql, table);
            sql.sql(
                            "create table rebuild.%1$s (like projection.%1$s including all)"
                                    .formatted(table))
                    .update();
        }
        return false;
    }

    /// Takes them all away, if no replay has got anywhere in them.
    static void dropFinished(JdbcClient sql) {
        if (columns(sql, "rebuild").containsKey(PROGRESS)
                && sql.sql("select exists (select from rebuild." + PROGRESS + ")")
                        .query(Boolean.class)
                        .single()) {
            return;
        }
        drop(sql, PROGRESS);
        columns(sql, "projection").keySet().forEach(table -> drop(sql, table));
    }

    private static void drop(JdbcClient sql, String table) {
        sql.sql("drop table if exists rebuild." + table).update();
    }

    /// The columns of each table that is made from events.
    private static Map<String, String> columns(JdbcClient sql, String schema) {
        Map<String, String> columns = new TreeMap<>();
        sql.sql(
                        """
                        select c.relname, string_agg(a.attname || ' ' || a.atttypid, ', ' order by a.attnum)
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                        where c.relnamespace = ?::regnamespace and c.relkind = 'r'
                          and c.relname not in ('token_entry', 'schema_history')
                        group by c.relname
                        """)
                .param(schema)
                .query(row -> {
                    columns.put(row.getString(1), row.getString(2));
                });
        return columns;
    }

    /// The columns of a table that are not made of others.
    static String written(JdbcClient sql, String table) {
        return sql.sql(
                        """
                        select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                        where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                        """)
                .param("rebuild." + table)
                .query(String.class)
                .single();
    }

    /// The tables that a projector writes, which are those that it locks to empty them; for a
    /// transaction that is not to last.
    static List<String> emptiedBy(Projector projector, JdbcClient sql) {
        projector.reset();
        return sql.sql(
                        """
                        select distinct c.relname from pg_locks l join pg_class c on c.oid = l.relation
                        where l.pid = pg_backend_pid() and l.mode in ('RowExclusiveLock', 'AccessExclusiveLock')
                          and c.relnamespace = 'rebuild'::regnamespace and c.relkind = 'r' order by 1
                        """)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
