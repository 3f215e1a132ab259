package org.ccgledger.ledger.proof;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes signed checkpoints of the ledger: after 256 events, after ten seconds if there is
/// something new, and when it is closed. Witnesses are asked to cosign each, and the newest again
/// while there is nothing new.
///
/// One process signs, the one that holds an advisory lock of the database; the others stand by. It
/// works on a connection and a thread of its own and takes no lock that an append takes. When it
/// may not sign it says so, here and in the log, and looks again a little later; appends go on.
public final class Checkpointer implements AutoCloseable {

    /// The number of the advisory lock under which one process signs.
    static final long LOCK = 4919131752989213765L;

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
    private static final int EVENTS = Tile.WIDTH;

    private final DataSource database;
    private final Path keys;
    private final CheckpointFiles files;
    private final Witnesses witnesses;
    private final Clock clock;
    private final Pace pace;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();

    /// Whether many events may have come since it last looked; guarded by the lock.
    private boolean many;

    private volatile long size;
    private volatile @Nullable Instant lastCheckpointAt;
    private volatile @Nullable String failure;
    private volatile boolean signing;
    private volatile boolean closing;

    /// How often things are done.
    ///
    /// @param longest that something new stays unsigned
    /// @param look how often others' appends are looked for
    /// @param shortest time between two checkpoints, however much there is
    /// @param retry after it could not sign
    record Pace(Duration longest, Duration look, Duration shortest, Duration retry) {

        static final Pace USUAL =
                new Pace(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5));
    }

    private Checkpointer(
            DataSource database,
            Path keys,
            CheckpointFiles files,
            Witnesses witnesses,
            Clock clock,
            Pace pace) {
        this.database = database;
        this.keys = keys;
        this.files = files;
        this.witnesses = witnesses;
        this.clock = clock;
        this.pace = pace;
        this.thread = Thread.ofPlatform().daemon().name("checkpointer").unstarted(this::run);
    }

    /// Starts to sign.
    ///
    /// @param database whose connections are not shared; one is held all the time
    /// @param keys the file of the ledger's keys
    /// @param witnesses who are asked to cosign; they are closed with it
    public static Checkpointer start(
            DataSource database,
            Path keys,
            CheckpointFiles files,
            Witnesses witnesses,
            Clock clock) {
        return start(database, keys, files, witnesses, clock, Pace.USUAL);
    }

    static Checkpointer start(
            DataSource database,
            Path keys,
            CheckpointFiles files,
            Witnesses witnesses,
            Clock clock,
            Pace pace) {
        Checkpointer checkpointer = new Checkpointer(database, keys, files, witnesses, clock, pace);
        checkpointer.thread.start();
        return checkpointer;
    }

    /// Hears that the ledger has grown; costs the caller next to nothing.
    public void appended(long position) {
        if (position - size >= EVENTS) {
            lock.lock();
            try {
                many = true;
                woken.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /// The size of the newest checkpoint that is published; 0 before there is one.
    public long size() {
        return size;
    }

    /// When this process last published a checkpoint.
    public Optional<Instant> lastCheckpointAt() {
        return Optional.ofNullable(lastCheckpointAt);
    }

    /// Whether it is this process that signs.
    public boolean signs() {
        return signing;
    }

    /// Why it cannot sign, as the end of a sentence; nothing while it can, or stands by.
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /// Why some witnesses do not cosign, each as the end of a sentence.
    public List<String> witnessFailures() {
        return witnesses.failures();
    }

    /// Signs what is not signed yet, and stops.
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!thread.join(Duration.ofSeconds(20))) {
                LOG.warn("The last checkpoint was not made: the database does not answer");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            witnesses.close();
        }
    }

    private void run() {
        while (true) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                if (takeLock(connection)) {
                    signUntilClosed(connection);
                } else {
                    failure = null;
                }
            } catch (SigningRefused e) {
                fail("No checkpoint is signed: " + e.why(), e.why(), null);
            } catch (SQLException | RuntimeException e) {
                fail(
                        "No checkpoint can be signed at the moment",
                        String.valueOf(e.getMessage()),
                        e);
            } finally {
                signing = false;
            }
            if (closing) {
                return;
            }
            await(pace.retry(), false);
        }
    }

    /// Says a failure once, however often it comes again.
    private void fail(String said, String why, @Nullable Exception cause) {
        if (!why.equals(failure)) {
            LOG.error(said, cause);
        }
        failure = why;
    }

    private boolean takeLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            boolean taken = row.getBoolean(1);
            connection.commit();
            return taken;
        }
    }

    private void signUntilClosed(Connection connection) throws SigningRefused, SQLException {
        Signer signer = Signer.begin(connection, keys, files, witnesses, clock);
        size = signer.published();
        signing = true;
        LOG.info("Signs checkpoints of {} from size {} on", signer.origin(), size);
        long last = System.nanoTime() - pace.longest().toNanos();
        while (true) {
            boolean closes = closing;
            long head = signer.head();
            connection.commit();
            long since = System.nanoTime() - last;
            boolean due = since >= pace.longest().toNanos();
            if (head > size && (closes || due || head - size >= EVENTS)) {
                signer.sign(head);
                size = signer.published();
                lastCheckpointAt = clock.instant();
                last = System.nanoTime();
                failure = null;
                if (!closes) {
                    await(pace.shortest(), false);
                }
            } else if (closes) {
                return;
            } else {
                if (head == size) {
                    failure = null;
                    if (witnesses.areStale()) {
                        signer.renew();
                    }
                }
                await(pace.look(), true);
            }
        }
    }

    private void await(Duration patience, boolean untilMany) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (left > 0 && !closing && !(untilMany && many)) {
                left = woken.awaitNanos(left);
            }
            many &= !untilMany;
        } catch (InterruptedException _) {
            closing = true;
        } finally {
            lock.unlock();
        }
    }
}
