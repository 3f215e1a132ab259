package org.ccgledger.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.ccgledger.ledger.ReadableLedger;
import org.ccgledger.ledger.axon.LedgerMessages;
import org.ccgledger.ledger.axon.Recorded;
import org.ccgledger.query.projection.Progress.Reached;
import org.ccgledger.query.projection.Rebuilds.Replayed;
import org.ccgledger.query.projection.Rebuilds.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One projection, made again beside the live one up to where that stands.
final class Replay {

    static final int BATCH = 500;

    private final Projector projector;
    private final Rows live;
    private final Rows beside;
    private final ReadableLedger ledger;
    private final LedgerMessages messages;
    private final Batches batches;
    private final Watch watch;
    private final List<String> tables;

    /// Where the rows of projections are, and how far they have come.
    record Rows(QueryDatabase database, Progress progress) {}

    /// Goes on with what an earlier one has left, if that is what this one would have made.
    ///
    /// @param skipping positions that it passes over, beside those that are skipped already
    /// @param ledger on a connection that nobody else uses
    Replay(
            Projector projector,
            Set<Long> skipping,
            Rows live,
            Rows beside,
            ReadableLedger ledger,
            Serializer eventSerializer,
            Watch watch) {
        this.projector = projector;
        this.live = live;
        this.beside = beside;
        this.ledger = ledger;
        this.messages = new LedgerMessages(eventSerializer);
        this.watch = watch;
        QueryDatabase database = beside.database();
        Reached stands = checked(live());
        boolean goesOn = RebuildTables.make(live.database().sql()) && isLeft(stands);
        this.batches =
                new Batches(projector, skipping, database, beside.progress(), eventSerializer);
        this.tables = database.undone(() -> RebuildTables.emptiedBy(projector, database.sql()));
        if (!goesOn) {
            empty();
        }
    }

    private Reached live() {
        return live.progress()
                .of(name())
                .orElseThrow(() ->
                        new IllegalStateException("The projection " + name() + " has not begun."));
    }

    private Reached checked(Reached stands) {
        if (stands.version() != projector.version()) {
            throw new IllegalStateException(
                    "The projection "
                            + name()
                            + " is of another version than this build's; a start of the ledger replays it.");
        }
        if (!live.progress().isOfThisLedger(stands)) {
            throw new IllegalStateException(
                    "The projection " + name() + " comes from another history than this ledger's.");
        }
        return stands;
    }

    /// What was parked might be handled now, and who has passed what is parked may have skipped it.
    private boolean isLeft(Reached stands) {
        return parked(beside) == 0
                && parked(live) == 0
                && beside.progress()
                        .of(name())
                        .filter(left ->
                                left.version() == projector.version()
                                        && left.position() <= stands.position()
                                        && beside.progress().isOfThisLedger(left))
                        .isPresent();
    }

    /// Takes its rows away, and that there were any.
    void empty() {
        beside.database()
                .write(() -> {
                    projector.reset();
                    beside.progress().forget(name());
                    beside.database()
                            .sql()
                            .sql(
                                    "delete from projection.dead_letter_entry where processing_group = ?")
                            .param(name())
                            .update();
                });
    }

    String name() {
        return projector.name();
    }

    /// The tables of the projection.
    List<String> tables() {
        return tables;
    }

    /// Replays up to where the live projection stands, and does something while that is halted
    /// there.
    Replayed upToLive(Runnable work) {
        long before = reached();
        long began = System.nanoTime();
        long end = live().position();
        do {
            growTo(end);
            end = live().position();
        } while (end - reached() > BATCH);
        long halting = System.nanoTime();
        live.database()
                .write(() -> {
                    live.database().halt(name());
                    Reached held = live.progress().held(name()).orElseThrow(this::begunAnew);
                    growTo(checked(held).position());
                    work.run();
                });
        return new Replayed(
                name(),
                reached(),
                reached() - before,
                Duration.ofNanos(halting - began),
                Duration.ofNanos(System.nanoTime() - halting),
                parked(beside));
    }

    private IllegalStateException begunAnew() {
        return new IllegalStateException("The projection " + name() + " has begun anew meanwhile.");
    }

    private void growTo(long end) {
        long reached = reached();
        if (reached > end) {
            throw begunAnew();
        }
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            long from = reached;
            Future<List<TrackedEventMessage<?>>> ahead = reader.submit(() -> read(from, end));
            while (reached < end) {
                List<TrackedEventMessage<?>> batch = done(ahead);
                long last = Recorded.of(batch.getLast()).position();
                if (last < end) {
                    ahead = reader.submit(() -> read(last, end));
                }
                batches.handle(batch);
                reached = last;
                watch.reached(reached, end);
            }
        }
    }

    /// The next batch, with what concerns the projection read from JSON, while the one before is
    /// being handled.
    private List<TrackedEventMessage<?>> read(long after, long end) {
        List<TrackedEventMessage<?>> batch =
                messages.of(ledger.readAfter(after, (int) Math.min(BATCH, end - after)));
        batch.stream()
                .filter(message -> batches.concerns(message.getPayloadType()))
                .forEach(TrackedEventMessage::getPayload);
        return batch;
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The ledger cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the ledger was read", e);
        }
    }

    private long reached() {
        return beside.progress().of(name()).map(Reached::position).orElse(0L);
    }

    private long parked(Rows rows) {
        return rows.database()
                .sql()
                .sql("select count(*) from projection.dead_letter_entry where processing_group = ?")
                .param(name())
                .query(Long.class)
                .single();
    }

    /// Puts the rows in the place of the live ones, in the transaction that halts these: whoever
    /// reads sees the one or the other.
    ///
    /// @throws IllegalStateException if an event cannot be handled that the live projection has
    ///   handled: who runs that does not know that its stream has to wait
    void exchange() {
        JdbcClient sql = live.database().sql();
        List<String> newly =
                sql.sql(
                                """
                                select distinct sequence_identifier from rebuild.dead_letter_entry
                                where processing_group = :name and event_identifier not in
                                    (select event_identifier from projection.dead_letter_entry where processing_group = :name)
                                order by 1
                                """)
                        .param("name", name())
                        .query((row, _) -> row.getString(1))
                        .list();
        if (!newly.isEmpty()) {
            throw new IllegalStateException(
                    "The projection %s stays as it is: events of %s cannot be handled now."
                            .formatted(name(), String.join(", ", newly)));
        }
        for (String table : tables) {
            sql.sql("delete from projection." + table).update();
            sql.sql(
                            "insert into projection.%1$s (%2$s) select %2$s from rebuild.%1$s"
                                    .formatted(table, RebuildTables.written(sql, table)))
                    .update();
        }
        sql.sql("delete from projection.dead_letter_entry where processing_group = ?")
                .param(name())
                .update();
        sql.sql(
                        "insert into projection.dead_letter_entry"
                                + " select * from rebuild.dead_letter_entry where processing_group = ?")
                .param(name())
                .update();
    }
}
