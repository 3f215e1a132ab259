package org.ccgledger.query.feed;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.query.http.QueryProblem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The feeds that are open in this process.
///
/// There are no more than a bound. They wait without a connection of the database, are woken by the
/// ledger, and read one at a time, so that they take one connection at most; those that keep up
/// with the ledger share what one of them has read. They are ended before the server stops, which
/// would wait for them.
@Component
final class Feeds implements SmartLifecycle {

    private static final int PAGE = 200;

    private final Ledger ledger;
    private final int most;
    private final Duration heartbeat;
    private final Set<Feed> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ReentrantLock reading = new ReentrantLock();
    private List<StoredEvent> newest = List.of();
    private volatile long head;
    private volatile boolean running;

    /// @param most how many may be open
    /// @param heartbeat after which silence a feed says that nothing happens
    Feeds(
            Ledger ledger,
            @Value("${ccg.feed.connections:100}") int most,
            @Value("${ccg.feed.heartbeat:15s}") Duration heartbeat) {
        this.ledger = ledger;
        this.most = most;
        this.heartbeat = heartbeat;
        ledger.onHead(this::reached);
    }

    private void reached(long position) {
        if (position > head) {
            lock.lock();
            try {
                head = Math.max(head, position);
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /// Lets one more begin.
    ///
    /// @throws QueryProblem if as many are open as may be, or none may any more
    void admit(Feed feed) {
        lock.lock();
        try {
            if (!running || open.size() >= most) {
                throw new QueryProblem(
                        503,
                        "UNAVAILABLE",
                        "The ledger cannot be followed at the moment",
                        running
                                ? "It is followed by as many as may: " + most
                                : "It is about to stop",
                        null);
            }
            open.add(feed);
        } finally {
            lock.unlock();
        }
    }

    void left(Feed feed) {
        open.remove(feed);
    }

    /// How many there are.
    int open() {
        return open.size();
    }

    Duration heartbeat() {
        return heartbeat;
    }

    /// A page of the events after a position, which is empty if there are none yet.
    List<StoredEvent> after(long position) {
        reading.lock();
        try {
            if (!newest.isEmpty()
                    && newest.getFirst().position() <= position + 1
                    && newest.getLast().position() > position) {
                int read = Math.toIntExact(position + 1 - newest.getFirst().position());
                return newest.subList(read, newest.size());
            }
            List<StoredEvent> page = ledger.readAfter(position, PAGE);
            if (!page.isEmpty()
                    && (newest.isEmpty()
                            || page.getLast().position() >= newest.getLast().position())) {
                newest = page;
            }
            return page;
        } finally {
            reading.unlock();
        }
    }

    /// Waits until the ledger has come beyond a position, feeds are to end, or time is up.
    void await(long position, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (running && head <= position && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// Ends them all, each as soon as it has sent what it is sending.
    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
