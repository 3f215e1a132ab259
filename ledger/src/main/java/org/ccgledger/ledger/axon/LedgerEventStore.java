package org.ccgledger.ledger.axon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.ccgledger.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/// The ledger as Axon's event store. Readers are woken by what is appended, here or elsewhere.
public final class LedgerEventStore extends AbstractEventStore implements AutoCloseable {

    private static final int BATCH = 1000;
    private static final long WAKE_MILLIS = 3;
    private static final int RECENT = 4_096;

    private final LedgerEventStorageEngine engine;
    private final Head head = new Head();
    private final Recent recent = new Recent();
    private final ScheduledExecutorService wake =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("ledger-wake").factory());

    private LedgerEventStore(Builder builder, LedgerEventStorageEngine engine, Ledger ledger) {
        super(builder);
        this.engine = engine;
        ledger.onHead(head::raise);
    }

    public static LedgerEventStore of(Ledger ledger, LedgerEventStorageEngine engine) {
        return new LedgerEventStore(new Builder(engine), engine, ledger);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LedgerStream(LedgerEventStorageEngine.positionOf(token));
    }

    @Override
    public void close() {
        wake.shutdownNow();
    }

    private static final class Builder extends AbstractEventStore.Builder {
        Builder(LedgerEventStorageEngine engine) {
            storageEngine(engine);
        }
    }

    /// The highest position known here, and who waits for it to rise.
    private final class Head {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition risen = lock.newCondition();
        private final Set<Runnable> callbacks = new CopyOnWriteArraySet<>();
        private final AtomicBoolean waking = new AtomicBoolean();
        private long position;

        void raise(long to) {
            lock.lock();
            try {
                if (to <= position) {
                    return;
                }
                position = to;
                risen.signalAll();
            } finally {
                lock.unlock();
            }
            if (!waking.getAndSet(true)) {
                CompletableFuture.delayedExecutor(WAKE_MILLIS, TimeUnit.MILLISECONDS, wake)
                        .execute(this::callBack);
            }
        }

        private void callBack() {
            waking.set(false);
            callbacks.forEach(Runnable::run);
        }

        boolean isBeyond(long seen) {
            lock.lock();
            try {
                return position > seen;
            } finally {
                lock.unlock();
            }
        }

        boolean awaitBeyond(long seen, long nanos) throws InterruptedException {
            lock.lock();
            try {
                long left = nanos;
                while (position <= seen && left > 0) {
                    left = risen.awaitNanos(left);
                }
                return position > seen;
            } finally {
                lock.unlock();
            }
        }
    }

    /// What was read last, so that readers who keep up with the ledger share one read and one
    /// decoding of it.
    private final class Recent {
        private final Deque<TrackedEventMessage<?>> messages = new ArrayDeque<>();

        synchronized List<TrackedEventMessage<?>> after(long seen) {
            if (!messages.isEmpty()
                    && positionOf(messages.getFirst()) <= seen + 1
                    && positionOf(messages.getLast()) > seen) {
                return messages.stream()
                        .filter(message -> positionOf(message) > seen)
                        .limit(BATCH)
                        .toList();
            }
            List<TrackedEventMessage<?>> read = engine.readAfter(seen, BATCH);
            if (!read.isEmpty() && (messages.isEmpty() || positionOf(messages.getLast()) <= seen)) {
                if (!messages.isEmpty() && positionOf(messages.getLast()) < seen) {
                    messages.clear();
                }
                messages.addAll(read);
                while (messages.size() > RECENT) {
                    messages.removeFirst();
                }
            }
            return read;
        }

        private static long positionOf(TrackedEventMessage<?> message) {
            return LedgerEventStorageEngine.positionOf(message.trackingToken());
        }
    }

    private final class LedgerStream implements TrackingEventStream {
        private final Queue<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
        private long position;
        private @Nullable Runnable callback;

        LedgerStream(long position) {
            this.position = position;
        }

        private boolean fetch() {
            if (fetched.isEmpty() && head.isBeyond(position)) {
                List<TrackedEventMessage<?>> batch = recent.after(position);
                if (!batch.isEmpty()) {
                    fetched.addAll(batch);
                    position = LedgerEventStorageEngine.positionOf(batch.getLast().trackingToken());
                }
            }
            return !fetched.isEmpty();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return fetch() ? Optional.of(fetched.element()) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return fetch() || (head.awaitBeyond(position, unit.toNanos(timeout)) && fetch());
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!fetch()) {
                head.awaitBeyond(position, TimeUnit.SECONDS.toNanos(1));
            }
            return fetched.remove();
        }

        @Override
        public boolean setOnAvailableCallback(@Nullable Runnable onAvailable) {
            if (callback != null) {
                head.callbacks.remove(callback);
            }
            callback = onAvailable;
            if (onAvailable != null) {
                head.callbacks.add(onAvailable);
            }
            return true;
        }

        @Override
        public void close() {
            setOnAvailableCallback(null);
            fetched.clear();
        }
    }
}
