package org.ccgledger.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection that appends, for one term of its writer: one round trip is one transaction.
///
/// Beginning a term waits for all that hold the append's lock or wait for it. After that, nothing
/// of an earlier term can be committed any more, and what it has committed is as durable as the new
/// term.
final class WriterSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriterSession.class);
    private static final String CALL =
            "select verdicts, first_positions, recorded_micros, leaf_hashes from ledger.append("
                    + "?, ?, "
                    + "?, ?, ?, ?, ?, ?, ?, ?, "
                    + "?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    + "?, ?, ?, "
                    + "?, ?, ?, ?, ?, ?, ?, "
                    + "?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final PreparedStatement append;
    private final UUID writer;
    private final long term;

    private WriterSession(Connection connection, PreparedStatement append, UUID writer, long term) {
        this.connection = connection;
        this.append = append;
        this.writer = writer;
        this.term = term;
    }

    static WriterSession begin(DataSource database, UUID writer) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            execute(connection, "set plan_cache_mode = force_generic_plan");
            long term = term(connection, writer);
            PreparedStatement append = connection.prepareStatement(CALL);
            append.unwrap(PGStatement.class).setPrepareThreshold(1);
            return new WriterSession(connection, append, writer, term);
        } catch (SQLException e) {
            discard(connection);
            throw e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long term(Connection connection, UUID writer) throws SQLException {
        try (PreparedStatement begin = connection.prepareStatement("select ledger.begin_term(?)")) {
            begin.setObject(1, writer);
            try (ResultSet row = begin.executeQuery()) {
                row.next();
                long term = row.getLong(1);
                refuseWarnings(begin);
                return term;
            }
        }
    }

    /// A warning at commit means as little certainty as a failure: a synchronous standby may not
    /// have it.
    private static void refuseWarnings(PreparedStatement statement) throws SQLException {
        SQLException warning = statement.getWarnings();
        if (warning != null) {
            statement.clearWarnings();
            throw warning;
        }
    }

    /// Whether an error of [#append] leaves no doubt that nothing was written: PostgreSQL said so
    /// itself, and goes on.
    static boolean isCertain(SQLException error) {
        String state = error.getSQLState();
        return state != null
                && switch (state.substring(0, 2)) {
                    case "0A", "21", "22", "23", "40", "42", "53", "54", "P0" -> true;
                    default -> false;
                };
    }

    /// Appends what can be appended; the results are in the order of the batch.
    List<AppendResult> append(List<AppendBatch.Entry> batch) throws SQLException {
        int index = 0;
        append.setObject(++index, writer);
        append.setLong(++index, term);
        for (AppendColumns.Column<?> column : AppendColumns.of(batch).all()) {
            append.setArray(++index, array(column));
        }
        try (ResultSet row = append.executeQuery()) {
            row.next();
            Integer[] verdicts = (Integer[]) row.getArray(1).getArray();
            Array firsts = row.getArray(2);
            Long[] positions = firsts == null ? new Long[0] : (Long[]) firsts.getArray();
            long recordedMicros = row.getLong(3);
            Array hashes = row.getArray(4);
            byte[][] leafHashes = hashes == null ? new byte[0][] : (byte[][]) hashes.getArray();
            refuseWarnings(append);
            return results(batch, verdicts, positions, recordedMicros, leafHashes);
        }
    }

    private @Nullable Array array(AppendColumns.Column<?> column) throws SQLException {
        return column.values().isEmpty()
                ? null
                : connection.createArrayOf(column.type(), column.elements());
    }

    private static List<AppendResult> results(
            List<AppendBatch.Entry> batch,
            Integer[] verdicts,
            Long[] positions,
            long recordedMicros,
            byte[][] leafHashes) {
        List<AppendResult> results = new ArrayList<>(batch.size());
        int appended = 0;
        int hash = 0;
        for (int i = 0; i < batch.size(); i++) {
            Append request = batch.get(i).append().request();
            results.add(
                    switch (verdicts[i]) {
                        case 0 -> {
                            int first = hash;
                            hash += request.events().size();
                            yield AppendResult.Appended.of(
                                    request,
                                    positions[appended++],
                                    recordedMicros,
                                    leafHashes,
                                    first);
                        }
                        case 1 -> new AppendResult.Known();
                        case 2 -> new AppendResult.Overtaken();
                        case Integer other ->
                                throw new IllegalStateException("ledger.append answered " + other);
                    });
        }
        return results;
    }

    /// Ends a session that failed; whatever state its connection is in, nobody else gets it.
    void abandon() {
        discard(connection);
    }

    @Override
    public void close() {
        try (connection) {
            append.close();
            execute(connection, "reset plan_cache_mode");
        } catch (SQLException e) {
            LOG.debug("The writer's connection could not be closed", e);
        }
    }

    private static void discard(Connection connection) {
        try {
            connection.abort(Runnable::run);
            connection.close();
        } catch (SQLException e) {
            LOG.debug("The writer's connection is gone", e);
        }
    }
}
