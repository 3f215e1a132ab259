package org.ccgledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notifies other processes of how far this one has brought the ledger: after the append, which
/// need not wait for it, and at most every twenty milliseconds, since PostgreSQL lets one
/// transaction after the other notify.
///
/// What it cannot tell, the others see when they look.
final class Herald implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);
    private static final long PAUSE_MILLIS = 20;

    /// A notification that a crash loses is none that the disk is worth waiting for.
    private static final String NOTIFY =
            "select set_config('synchronous_commit', 'off', true), pg_notify('ledger', ?)";

    private final DataSource database;
    private final AtomicLong reached = new AtomicLong();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;

    Herald(DataSource database) {
        this.database = database;
        thread = Thread.ofPlatform().daemon().name("ledger-herald").start(this::run);
    }

    /// This process has appended up to this position.
    void reached(long position) {
        reached.accumulateAndGet(position, Math::max);
        news.release();
    }

    private void run() {
        try {
            news.acquire();
            while (!closing) {
                news.drainPermits();
                tell();
                Thread.sleep(PAUSE_MILLIS);
                news.acquire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement notify = connection.prepareStatement(NOTIFY)) {
                notify.setString(1, Long.toString(reached.get()));
                notify.execute();
            }
        } catch (SQLException e) {
            LOG.debug("The ledger's head cannot be told", e);
        } catch (RuntimeException | Error e) {
            // Without it no other process would hear of this one's appends any more.
            LOG.error("The ledger's head is told again with the next append", e);
        }
    }

    @Override
    public void close() {
        closing = true;
        news.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
