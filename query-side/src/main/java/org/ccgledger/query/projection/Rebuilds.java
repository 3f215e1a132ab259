package org.ccgledger.query.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.ccgledger.ledger.ReadableLedger;
import org.ccgledger.ledger.proof.Lineage;
import org.ccgledger.query.projection.Replay.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Makes projections again from the ledger, in tables beside the live ones, to put the rows in the
/// place of the live ones or to hold these against them.
///
/// The live projection goes on meanwhile, in whichever process, and is read. Only at the end is it
/// halted, for as long as the last few events take and, in a rebuild, the exchange of the rows:
/// both then stand at one position, so its token stays where it is. A replay that was cut off is
/// gone on with by the next of the same projection. One of a ledger runs at a time.
public final class Rebuilds implements AutoCloseable {

    private final ReadableLedger ledger;
    private final ReadableLedger ahead;
    private final Serializer eventSerializer;
    private final List<SingleConnectionDataSource> connections = new ArrayList<>();
    private final Rows live;
    private final Rows beside;
    private final SingleConnectionDataSource snapshot;
    private final List<Projector> projectors;
    private boolean underWay = true;

    /// Is told how far a replay has come, of how many events.
    @FunctionalInterface
    public interface Watch {
        void reached(long position, long end);
    }

    /// A replay that has come to where the live projection stands.
    ///
    /// @param events that were read; fewer than the position if an earlier replay was gone on with
    /// @param took how long it took to read them
    /// @param halted for how long the live projection was
    /// @param parked how many events could not be handled, with their followers
    public record Replayed(
            String projection,
            long position,
            long events,
            Duration took,
            Duration halted,
            long parked) {

        public long perSecond() {
            return events * 1_000_000_000 / Math.max(1, took.toNanos());
        }
    }

    /// What a replay has made, held against the live projection at the same position.
    ///
    /// @param tables that are equal
    /// @param different the first row that differs, of each table that is not equal
    public record Verified(
            Replayed replayed, List<TableDigest> tables, List<RowDifference> different) {}

    /// A table's rows as one hash, over that of each.
    public record TableDigest(String table, long rows, String digest) {}

    /// A row that is not the same, or is there on one side only; both as JSON.
    public record RowDifference(
            String table, String key, @Nullable String live, @Nullable String replayed) {}

    /// Does everything as `ccg_query`, if who logs in may be that.
    ///
    /// @param projectors makes them, to write to a database
    /// @throws IllegalStateException if another is at work on this ledger
    public Rebuilds(
            DataSource login,
            Serializer eventSerializer,
            BiFunction<QueryDatabase, ReadableLedger, List<Projector>> projectors)
            throws SQLException {
        this.eventSerializer = eventSerializer;
        int epoch =
                Lineage.read(login)
                        .orElseThrow(
                                () -> new IllegalStateException("The database holds no ledger."))
                        .epoch();
        try {
            SingleConnectionDataSource first = connection(login);
            if (!isAlone(JdbcClient.create(first))) {
                throw new IllegalStateException("Another rebuild or verification is under way.");
            }
            this.ledger = new ReadableLedger(connection(login));
            this.ahead = new ReadableLedger(connection(login));
            this.live = rows(first, epoch);
            this.beside = rows(new RebuildTables(connection(login)), epoch);
            this.snapshot = connection(login);
            this.projectors = projectors.apply(beside.database(), ledger);
            underWay = false;
        } catch (RuntimeException | SQLException e) {
            close();
            throw e;
        }
    }

    /// Whether no other is at work, and none will be until this connection ends.
    private static boolean isAlone(JdbcClient sql) {
        return sql.sql("select pg_try_advisory_lock('rebuild'::regnamespace::int, 0)")
                .query(Boolean.class)
                .single();
    }

    private Rows rows(DataSource connection, int epoch) {
        QueryDatabase database = new QueryDatabase(connection);
        return new Rows(database, new Progress(database, ledger, epoch, () -> {}));
    }

    private SingleConnectionDataSource connection(DataSource login) throws SQLException {
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(login.getConnection(), true);
        connections.add(connection);
        JdbcClient.create(connection)
                .sql(
                        """
                        select set_config('synchronous_commit', 'off', false),
                               case when pg_has_role('ccg_query', 'SET') then set_config('role', 'ccg_query', false) end
                        """)
                .query()
                .singleRow();
        return connection;
    }

    /// The projections there are, in the order of their names.
    public List<String> names() {
        return projectors.stream().map(Projector::name).sorted().toList();
    }

    /// Makes a projection again and puts it in the place of the live one.
    ///
    /// @throws IllegalStateException if that cannot be; the live one then is as it was
    public Replayed rebuild(String name, Watch watch) {
        Replay replay = replay(name, Set.of(), watch);
        Replayed replayed = replay.upToLive(replay::exchange);
        end(replay);
        return replayed;
    }

    /// Makes a projection again and compares it with the live one, row by row.
    public Verified verify(String name, Watch watch) throws SQLException {
        Replay replay = replay(name, Set.of(), watch);
        Verified verified = verified(replay);
        end(replay);
        return verified;
    }

    private Verified verified(Replay replay) throws SQLException {
        try (Comparison comparison = new Comparison(snapshot)) {
            Replayed replayed = replay.upToLive(comparison::begin);
            List<TableDigest> equal = new ArrayList<>();
            List<RowDifference> different = new ArrayList<>();
            for (String table : replay.tables()) {
                TableDigest digest = comparison.digest("projection", table);
                if (digest.equals(comparison.digest("rebuild", table))) {
                    equal.add(digest);
                } else {
                    different.add(comparison.firstDifference(table));
                }
            }
            comparison.firstParkedDifference(replay.name()).ifPresent(different::add);
            return new Verified(replayed, List.copyOf(equal), List.copyOf(different));
        }
    }

    /// Nobody reads its tables any more.
    private void end(Replay replay) {
        replay.empty();
        underWay = false;
    }

    /// What a projection has parked.
    ///
    /// @throws IllegalArgumentException if there is no such projection
    public List<ProjectionStates.Parked> parked(String name) {
        projector(name);
        return ProjectionStates.read(live.database().sql()).parked().stream()
                .filter(one -> one.projection().equals(name))
                .toList();
    }

    /// Has a projection pass over an event that it has parked, now and in every later replay: it is
    /// rebuilt, and with its rows are exchanged what it skips.
    ///
    /// @throws IllegalArgumentException if it has not parked the event
    /// @throws IllegalStateException if that cannot be; the live one then is as it was
    public Replayed skip(String name, long position, String reason, Watch watch) {
        if (parked(name).stream().noneMatch(one -> one.position() == position)) {
            throw new IllegalArgumentException(
                    "The projection "
                            + name
                            + " has parked no event at position "
                            + position
                            + ".");
        }
        Replay replay = replay(name, Set.of(position), watch);
        Replayed replayed =
                replay.upToLive(() -> {
                    replay.exchange();
                    live.database()
                            .sql()
                            .sql(
                                    "insert into rebuild.skipped_event (projection, position, reason) values (?, ?, ?)"
                                            + " on conflict do nothing")
                            .params(name, position, reason)
                            .update();
                });
        end(replay);
        return replayed;
    }

    private Replay replay(String name, Set<Long> skipping, Watch watch) {
        Replay replay =
                new Replay(projector(name), skipping, live, beside, ahead, eventSerializer, watch);
        underWay = true;
        return replay;
    }

    private Projector projector(String name) {
        return projectors.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No projection is named " + name + "."));
    }

    /// Takes the tables away, unless a replay was cut off that can be gone on with.
    @Override
    public void close() {
        if (!underWay) {
            RebuildTables.dropFinished(live.database().sql());
        }
        connections.forEach(SingleConnectionDataSource::destroy);
    }
}
