package org.ccgledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.ccgledger.ledger.AppendBatch.Entry;
import org.ccgledger.ledger.RecentAppends.Standing;
import org.postgresql.PGStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection that appends, for one term of its writer: one round trip is one transaction.
///
/// Beginning a term waits for all that hold the append's lock or wait for it. After that, nothing
/// of an earlier term can be committed any more, and what it has committed is as durable as the new
/// term.
///
/// As long as nobody else appends, whether requests are overtaken is known here, and their rows are
/// just inserted; else the database is asked.
final class WriterSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriterSession.class);
    private static final String UNIQUE_VIOLATION = "23505";

    private final Connection connection;
    private final CheckedAppend checked;
    private final OptimisticAppend optimistic;
    private final RecentAppends recent = new RecentAppends();

    private WriterSession(Connection connection, UUID writer, long term) throws SQLException {
        this.connection = connection;
        this.checked = new CheckedAppend(connection, writer, term);
        this.optimistic = new OptimisticAppend(connection, writer, term);
    }

    static WriterSession begin(DataSource database, UUID writer) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            execute(connection, "set plan_cache_mode = force_generic_plan");
            return new WriterSession(connection, writer, term(connection, writer));
        } catch (SQLException | RuntimeException | Error e) {
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

    /// A statement that the server keeps from its first use on.
    static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(1);
        return statement;
    }

    /// A warning at commit means as little certainty as a failure: a synchronous standby may not
    /// have it.
    static void refuseWarnings(PreparedStatement statement) throws SQLException {
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

    /// Whether nobody else is known to append: all since its own first append is its own.
    boolean isAlone() {
        return recent.end() != null;
    }

    /// Appends what can be appended; the results are in the order of the batch.
    List<AppendResult> append(List<Entry> batch) throws SQLException {
        RecentAppends.End end = recent.end();
        if (end == null) {
            return checked(batch);
        }
        List<Standing> standings = recent.standings(batch);
        if (!standings.contains(Standing.CURRENT)) {
            return checked(batch);
        }
        try {
            return unasked(batch, standings, end);
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return checked(batch);
            }
            throw e;
        }
    }

    /// Inserts what is known to be current, and asks about the rest.
    ///
    /// @throws SQLException a unique violation, if nothing is written and all has to be checked
    private List<AppendResult> unasked(
            List<Entry> batch, List<Standing> standings, RecentAppends.End end)
            throws SQLException {
        List<Entry> current = those(batch, standings, Standing.CURRENT);
        List<Entry> overtaken = those(batch, standings, Standing.OVERTAKEN);
        List<Entry> rest = those(batch, standings, Standing.UNKNOWN);
        OptimisticAppend.Outcome outcome =
                optimistic.append(AppendBatch.renumbered(current), ids(overtaken), end);
        recent.add(current, outcome.appended());
        AppendResult[] results = new AppendResult[batch.size()];
        place(current, outcome.appended(), results);
        place(overtaken, overtaken(overtaken, outcome.known()), results);
        if (!rest.isEmpty()) {
            place(rest, checkedRest(rest), results);
        }
        return List.of(results);
    }

    /// @param known which of the commands were appended before
    private static List<AppendResult> overtaken(List<Entry> overtaken, Set<UUID> known) {
        return overtaken.stream()
                .<AppendResult>map(entry ->
                        known.contains(entry.append().commandId())
                                ? new AppendResult.Known()
                                : new AppendResult.Overtaken())
                .toList();
    }

    private static List<Entry> those(
            List<Entry> batch, List<Standing> standings, Standing standing) {
        return batch.stream()
                .filter(entry -> standings.get(entry.number() - 1) == standing)
                .toList();
    }

    private static List<UUID> ids(List<Entry> entries) {
        return entries.stream().map(entry -> entry.append().commandId()).toList();
    }

    private static void place(
            List<Entry> entries, List<AppendResult> theirs, AppendResult[] results) {
        for (int i = 0; i < entries.size(); i++) {
            results[entries.get(i).number() - 1] = theirs.get(i);
        }
    }

    private List<AppendResult> checked(List<Entry> batch) throws SQLException {
        List<AppendResult> results = checked.append(batch);
        recent.add(batch, results);
        return results;
    }

    /// Those of which nothing is known are checked, so that each is answered by what the database
    /// holds. If that fails, the others are written all the same, and all are in doubt.
    private List<AppendResult> checkedRest(List<Entry> rest) throws SQLException {
        try {
            return checked(AppendBatch.renumbered(rest));
        } catch (SQLException e) {
            throw new SQLException("A part of the batch is written", e);
        }
    }

    /// Ends a session that failed; whatever state its connection is in, nobody else gets it.
    void abandon() {
        discard(connection);
    }

    @Override
    public void close() {
        try (connection) {
            checked.close();
            optimistic.close();
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
