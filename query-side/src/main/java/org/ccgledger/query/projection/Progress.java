package org.ccgledger.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.ReadableLedger;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.ledger.axon.Recorded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How far each projection has come, recorded with its rows.
@Component
public final class Progress {

    /// Another process that projects does not signal here.
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final QueryDatabase database;
    private final ReadableLedger ledger;
    private final int epoch;
    private final Runnable hurry;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final AtomicLong moves = new AtomicLong();

    @Autowired
    public Progress(QueryDatabase database, Ledger ledger, LedgerEventStore events) {
        this(database, ledger, ledger.epoch(), events::hurry);
    }

    /// @param epoch of the ledger
    /// @param hurry tells those who project that they are waited for
    public Progress(QueryDatabase database, ReadableLedger ledger, int epoch, Runnable hurry) {
        this.database = database;
        this.ledger = ledger;
        this.epoch = epoch;
        this.hurry = hurry;
    }

    /// A projection and the last event that it has passed.
    public record Reached(
            String projection,
            int version,
            long position,
            Instant recordedAt,
            int epoch,
            String leafPrefix) {

        private static Reached of(ResultSet row, int number) throws SQLException {
            return new Reached(
                    row.getString("projection"),
                    row.getInt("version"),
                    row.getLong("position"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    row.getInt("epoch"),
                    row.getString("leaf_prefix"));
        }
    }

    public List<Reached> all() {
        return database.sql()
                .sql("select * from projection.progress order by projection")
                .query(Reached::of)
                .list();
    }

    public Optional<Reached> of(String projection) {
        return of(List.of(projection)).stream().findFirst();
    }

    /// The same, which goes no further until the transaction is over.
    Optional<Reached> held(String projection) {
        return database.sql()
                .sql("select * from projection.progress where projection = ? for update")
                .param(projection)
                .query(Reached::of)
                .optional();
    }

    /// Those of some projections that have begun, the slowest first.
    public List<Reached> of(Collection<String> projections) {
        return database.sql()
                .sql(
                        "select * from projection.progress where projection in (:names)"
                                + " order by position, projection")
                .param("names", projections)
                .query(Reached::of)
                .list();
    }

    /// How far all of some projections have come; nothing if one of them has not begun.
    public Optional<Reached> common(Collection<String> projections) {
        List<Reached> reached = of(projections);
        return reached.size() < projections.size()
                ? Optional.empty()
                : Optional.of(reached.getFirst());
    }

    /// Waits until all of some projections have passed a position.
    ///
    /// @return whether they did in time
    public boolean await(Collection<String> projections, long position, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                long seen = moves.get();
                if (common(projections).map(Reached::position).orElse(0L) >= position) {
                    return true;
                }
                hurry.run();
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                awaitMove(seen, Math.min(left, LOOK_NANOS));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void awaitMove(long seen, long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (moves.get() == seen && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void record(Projector projector, Recorded last) {
        database.sql()
                .sql(
                        """
                        insert into projection.progress (projection, version, position, recorded_at, epoch, leaf_prefix)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (projection) do update set version = excluded.version,
                            position = excluded.position, recorded_at = excluded.recorded_at,
                            epoch = excluded.epoch, leaf_prefix = excluded.leaf_prefix
                        """)
                .params(
                        projector.name(),
                        projector.version(),
                        last.position(),
                        last.recordedAt().atOffset(ZoneOffset.UTC),
                        epoch,
                        last.leafPrefix())
                .update();
    }

    void moved() {
        lock.lock();
        try {
            moves.incrementAndGet();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void forget(String projection) {
        database.sql()
                .sql("delete from projection.progress where projection = ?")
                .param(projection)
                .update();
    }

    /// Whether the ledger holds, at the place that was reached, the event that was read there.
    public boolean isOfThisLedger(Reached reached) {
        List<StoredEvent> there = ledger.readAfter(reached.position() - 1, 1);
        return reached.epoch() == epoch
                && !there.isEmpty()
                && there.getFirst().position() == reached.position()
                && java.util.HexFormat.of()
                        .formatHex(there.getFirst().leafHash(), 0, 4)
                        .equals(reached.leafPrefix());
    }
}
