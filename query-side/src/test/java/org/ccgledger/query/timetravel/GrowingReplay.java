package org.ccgledger.query.timetravel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.ccgledger.query.RunningQuerySide;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// A query side in a database of its own, which holds another ledger's events up to a position and
/// knows of none behind it.
public final class GrowingReplay implements AutoCloseable {

    private final RunningQuerySide queries = new RunningQuerySide(Settings.UNLIMITED);
    private final Connection from;
    private final Connection to;

    /// Every ledger begins with an event of its own about itself.
    private long reached = 1;

    public GrowingReplay(DataSource other) throws SQLException {
        from = other.getConnection();
        to = queries.database().owner().getConnection();
    }

    public RunningQuerySide queries() {
        return queries;
    }

    /// Takes over the events up to a position, and projects them.
    public void growTo(long position) throws SQLException, IOException {
        if (position > reached) {
            for (String table : List.of("ledger.event", "ledger.command", "ledger.tag")) {
                copy(table, position);
            }
            try (Statement notify = to.createStatement()) {
                notify.execute("select pg_notify('ledger', '" + position + "')");
            }
            reached = position;
        }
        queries.catchUp();
    }

    private void copy(String table, long position) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copying(from)
                .copyOut(
                        "copy (select * from %s where position > %d and position <= %d) to stdout"
                                .formatted(table, reached, position),
                        rows);
        copying(to)
                .copyIn(
                        "copy " + table + " from stdin",
                        new ByteArrayInputStream(rows.toByteArray()));
    }

    private static CopyManager copying(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void close() throws SQLException {
        from.close();
        to.close();
        queries.close();
    }
}
