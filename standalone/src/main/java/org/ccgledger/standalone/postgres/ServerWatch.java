package org.ccgledger.standalone.postgres;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the embedded server again when it dies while it is needed.
///
/// It comes back at its address, so those who use it only have to try again. A start that fails,
/// and one after which the server dies soon, is repeated after a pause that doubles, and not for
/// ever.
final class ServerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);

    private final EmbeddedServer server;
    private final Pace pace;
    private final Runnable givenUp;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);

    /// Why the last look failed, which is said once; nothing if it did not.
    private String unseen = "";

    /// How often things are done.
    ///
    /// @param look how often is looked whether the server lives
    /// @param firstPause before the second start in a row; each later one is twice as long
    /// @param longestPause between two starts
    /// @param starts in a row, after which it is left alone
    /// @param steady how long a server has to live for the next start to be the first
    record Pace(
            Duration look,
            Duration firstPause,
            Duration longestPause,
            int starts,
            Duration steady) {

        static final Pace USUAL =
                new Pace(
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(30),
                        10,
                        Duration.ofMinutes(1));

        private Duration before(int start) {
            Duration doubled = firstPause.multipliedBy(1L << Math.max(0, start - 2));
            return start == 1
                    ? Duration.ZERO
                    : doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
        }
    }

    /// @param givenUp is told when the server is left alone
    ServerWatch(EmbeddedServer server, Pace pace, Runnable givenUp) {
        this.server = server;
        this.pace = pace;
        this.givenUp = givenUp;
        this.thread = Thread.ofPlatform().daemon().name("embedded-postgres").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Whether it has not given up, and is not closed.
    boolean isWatching() {
        return thread.isAlive();
    }

    private void run() {
        int starts = 0;
        long begun = System.nanoTime();
        while (!isClosing(pace.look())) {
            if (!hasDied()) {
                continue;
            }
            starts = System.nanoTime() - begun > pace.steady().toNanos() ? 1 : starts + 1;
            if (starts > pace.starts()) {
                LOG.error(
                        "The embedded PostgreSQL is not there, and is left alone after {} starts in a row: see postgres-log in the data folder, and start the ledger anew",
                        pace.starts());
                givenUp.run();
                return;
            }
            LOG.warn("The embedded PostgreSQL is not there: start {} of {}", starts, pace.starts());
            if (isClosing(pace.before(starts))) {
                return;
            }
            startAgain();
            begun = System.nanoTime();
        }
    }

    private boolean hasDied() {
        try {
            boolean died = server.hasDied();
            unseen = "";
            return died;
        } catch (StartFailure e) {
            String why = String.valueOf(e.getMessage());
            if (closing.getCount() > 0 && !why.equals(unseen)) {
                LOG.warn("Whether the embedded PostgreSQL lives cannot be seen: {}", why);
            }
            unseen = why;
            return false;
        }
    }

    private void startAgain() {
        try {
            server.startAgain();
            LOG.warn("The embedded PostgreSQL runs again");
        } catch (StartFailure e) {
            if (closing.getCount() > 0) {
                LOG.error("The embedded PostgreSQL did not start again: {}", e.getMessage());
            }
        }
    }

    private boolean isClosing(Duration patience) {
        try {
            return closing.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    /// Interrupts a start that is under way. The server itself is its owner's to close.
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
