package org.ccgledger.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells how far the ledger has come: at once what this process appends, by notification what
/// others do, and by a look four times a second what a notification has missed.
final class HeadWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
    private static final int LOOK_MILLIS = 250;

    private final DataSource database;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong highest = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    HeadWatch(DataSource database) {
        this.database = database;
        thread = Thread.ofPlatform().daemon().name("ledger-head").start(this::run);
    }

    void listen(LongConsumer listener) {
        listeners.add(listener);
        listener.accept(highest.get());
    }

    /// The ledger has come to this position at least.
    void reached(long position) {
        highest.accumulateAndGet(position, Math::max);
        listeners.forEach(listener -> listener.accept(position));
    }

    private void run() {
        while (!closing) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(true);
                statement.execute("listen ledger");
                while (!closing) {
                    look(statement);
                    await(connection.unwrap(PGConnection.class), statement);
                }
                statement.execute("unlisten ledger");
            } catch (SQLException e) {
                LOG.debug("The ledger's head cannot be watched", e);
                pause();
            } catch (RuntimeException | Error e) {
                // Without it this process would hear of nobody else's appends any more.
                LOG.error("The ledger's head is watched anew", e);
                pause();
            }
        }
    }

    private void look(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select coalesce(max(position), 0) from ledger.event")) {
            row.next();
            reached(row.getLong(1));
        }
    }

    /// Until nothing was heard for as long as it takes to look again.
    private void await(PGConnection notifications, Statement statement) throws SQLException {
        PGNotification[] heard = notifications.getNotifications(LOOK_MILLIS);
        while (!closing && heard != null && heard.length > 0) {
            if (isNews(heard[heard.length - 1].getParameter())) {
                look(statement);
            }
            heard = notifications.getNotifications(LOOK_MILLIS);
        }
    }

    /// Anybody can notify, so what is heard is no more than a reason to look.
    private boolean isNews(String position) {
        try {
            return Long.parseLong(position) > highest.get();
        } catch (NumberFormatException _) {
            return true;
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
