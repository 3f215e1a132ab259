package org.ccgledger.ledger.axon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.ccgledger.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/// The ledger as Axon's event store. Readers are woken by what is appended, here or elsewhere: the
/// later, the more there was when they were woken last, so that little is read soon, and much in
/// few transactions, ten times a second. Whoever waits for one of them hurries them.
public final class LedgerEventStore extends AbstractEventStore implements AutoCloseable {

    private static final int BATCH = 1000;
    private static final long WAKE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long MOST_PAUSES = 10;
    private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int RECENT = 4_096;

    private final LedgerEventStorageEngine engine;
    private final Head head = new Head();
    private final Recent recent = new Recent();
    private final ExecutorService wake =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("ledger-wake").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

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
        return new LedgerStream(LedgerEventStorageEngine.positionOf(token), _ -> true);
    }

    /// The messages of the types that concern a reader. Of what is read at a time the last message
    /// comes too, whatever its type, so that the reader knows how far it is; while nothing concerns
    /// it, once a second and to those who are hurried, as to take note of it costs a transaction.
    public StreamableMessageSource<TrackedEventMessage<?>> concerning(Predicate<Class<?>> types) {
        return new Concerning(types);
    }

    /// Tells readers now of what is appended.
    public void hurry() {
        head.hurry();
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

    /// The highest position that readers are told of, and who waits for it to rise.
    private final class Head {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition risen = lock.newCondition();
        private final Set<Runnable> callbacks = new CopyOnWriteArraySet<>();
        private final AtomicReference<@Nullable Object> scheduled = new AtomicReference<>();
        private final AtomicLong known = new AtomicLong();
        private final AtomicLong hurried = new AtomicLong();
        private volatile long pausedUntil = System.nanoTime();
        private long position;

        void raise(long to) {
            if (known.getAndAccumulate(to, Math::max) >= to) {
                return;
            }
            Object turn = new Object();
            if (scheduled.compareAndSet(null, turn)) {
                CompletableFuture.delayedExecutor(
                                Math.max(WAKE_NANOS, pausedUntil - System.nanoTime()),
                                TimeUnit.NANOSECONDS,
                                wake)
                        .execute(() -> tell(turn));
            }
        }

        /// Tells them, unless they were hurried since.
        private void tell(Object turn) {
            if (scheduled.compareAndSet(turn, null)) {
                tell();
            }
        }

        private void tell() {
            lock.lock();
            try {
                long to = known.get();
                if (to > position) {
                    long pauses = Math.min(to - position, MOST_PAUSES);
                    pausedUntil = Math.max(pausedUntil, System.nanoTime() + pauses * PAUSE_NANOS);
                    position = to;
                }
                risen.signalAll();
            } finally {
                lock.unlock();
            }
            callbacks.forEach(Runnable::run);
        }

        void hurry() {
            long to = known.get();
            boolean more = hurried.getAndAccumulate(to, Math::max) < to;
            if (scheduled.getAndSet(null) != null || more) {
                wake.execute(this::tell);
            }
        }

        boolean isHurriedTo(long position) {
            return hurried.get() >= position;
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
        private final List<TrackedEventMessage<?>> messages = new ArrayList<>();

        synchronized List<TrackedEventMessage<?>> after(long seen) {
            if (!messages.isEmpty()
                    && positionOf(messages.getFirst()) <= seen + 1
                    && positionOf(messages.getLast()) > seen) {
                int from = (int) (seen + 1 - positionOf(messages.getFirst()));
                return List.copyOf(messages.subList(from, Math.min(from + BATCH, messages.size())));
            }
            List<TrackedEventMessage<?>> read = engine.readAfter(seen, BATCH);
            if (!read.isEmpty() && (messages.isEmpty() || positionOf(messages.getLast()) <= seen)) {
                if (!messages.isEmpty() && positionOf(messages.getLast()) < seen) {
                    messages.clear();
                }
                messages.addAll(read);
                messages.subList(0, Math.max(0, messages.size() - RECENT)).clear();
            }
            return read;
        }

        private static long positionOf(TrackedEventMessage<?> message) {
            return LedgerEventStorageEngine.positionOf(message.trackingToken());
        }
    }

    private final class Concerning implements StreamableMessageSource<TrackedEventMessage<?>> {
        private final Predicate<Class<?>> types;

        Concerning(Predicate<Class<?>> types) {
            this.types = types;
        }

        @Override
        public TrackingEventStream openStream(@Nullable TrackingToken token) {
            return new LedgerStream(LedgerEventStorageEngine.positionOf(token), types);
        }

        @Override
        public TrackingToken createTailToken() {
            return LedgerEventStore.this.createTailToken();
        }

        @Override
        public TrackingToken createHeadToken() {
            return LedgerEventStore.this.createHeadToken();
        }

        @Override
        public TrackingToken createTokenAt(Instant instant) {
            return LedgerEventStore.this.createTokenAt(instant);
        }

        @Override
        public TrackingToken createTokenSince(Duration duration) {
            return LedgerEventStore.this.createTokenSince(duration);
        }
    }

    private final class LedgerStream implements TrackingEventStream {
        private final Queue<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
        private final Predicate<Class<?>> types;
        private long position;
        private @Nullable TrackedEventMessage<?> passed;
        private long toldAt = System.nanoTime() - REST_NANOS;
        private @Nullable Runnable callback;

        LedgerStream(long position, Predicate<Class<?>> types) {
            this.position = position;
            this.types = types;
        }

        private boolean fetch() {
            if (fetched.isEmpty() && head.isBeyond(position)) {
                List<TrackedEventMessage<?>> batch = recent.after(position);
                if (!batch.isEmpty()) {
                    passed = batch.getLast();
                    position = LedgerEventStorageEngine.positionOf(passed.trackingToken());
                    batch.subList(0, batch.size() - 1).stream()
                            .filter(message -> types.test(message.getPayloadType()))
                            .forEach(fetched::add);
                }
            }
            if (passed != null && isToBeTold(passed)) {
                fetched.add(passed);
                passed = null;
                toldAt = System.nanoTime();
            }
            return !fetched.isEmpty();
        }

        private boolean isToBeTold(TrackedEventMessage<?> last) {
            return !fetched.isEmpty()
                    || types.test(last.getPayloadType())
                    || head.isBeyond(position)
                    || System.nanoTime() - toldAt >= REST_NANOS
                    || head.isHurriedTo(position);
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return fetch() ? Optional.of(fetched.element()) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long end = System.nanoTime() + unit.toNanos(timeout);
            while (!fetch()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                head.awaitBeyond(position, Math.min(left, REST_NANOS));
            }
            return true;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!fetch()) {
                head.awaitBeyond(position, REST_NANOS);
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
