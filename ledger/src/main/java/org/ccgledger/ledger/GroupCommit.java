package org.ccgledger.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.AppendResult.Known;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of a process: what arrives while a commit is under way waits for the next batch,
/// which is written and committed in one round trip.
///
/// A caller who finds nobody before it writes itself. When the connection fails, a new term is
/// begun, which shows what the old one has committed and keeps it from committing more; then those
/// in doubt are answered, and what was not written is written again. The writer never gives up; a
/// caller does when its patience ends. One thread looks after the patience of all: a virtual thread
/// that waits with a time-out of its own keeps a thread of the platform busy with it.
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int CAPACITY = 4_096;
    private static final int MOST_DOUBTS = 10;

    /// As many callers, and fewer, are written together: a smaller batch would take nearly as long.
    private static final int FEW = 15;

    /// As many are written without waiting for more: a larger batch would save little, and leave
    /// little to do meanwhile.
    private static final int ENOUGH = 32;

    private static final long LONGEST_GATHERING_NANOS = 5_000_000;

    private static final long IDLE_MILLIS = 100;
    private static final long LOOK_NANOS = 250_000_000;
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final DataSource database;
    private final Function<UUID, Optional<StoredCommand>> stored;
    private final LongConsumer onAppend;
    private final Duration patience;
    private final LedgerMeters meters;

    private final UUID writer = UUID.randomUUID();
    private final BlockingQueue<PendingAppend> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Semaphore arrivals = new Semaphore(0);

    /// Those who wait for an answer, and until when on the clock of `System.nanoTime`.
    private final Map<PendingAppend, Long> waiting = new ConcurrentHashMap<>();

    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;

    /// Whoever holds it writes. It covers the session, what goes before the queue, and what is in
    /// doubt.
    private final ReentrantLock turn = new ReentrantLock();

    private final Deque<PendingAppend> carried = new ArrayDeque<>();
    private final List<PendingAppend> doubtful = new ArrayList<>();
    private @Nullable WriterSession session;

    /// How many were written or queued at the end of the last write, and how long that took.
    private int callers;

    private long lastNanos;

    /// @param stored looks a command up
    /// @param onAppend is told the last position of each batch
    /// @param patience how long a caller waits for its answer
    GroupCommit(
            DataSource database,
            Function<UUID, Optional<StoredCommand>> stored,
            LongConsumer onAppend,
            Duration patience,
            LedgerMeters meters) {
        this.database = database;
        this.stored = stored;
        this.onAppend = onAppend;
        this.patience = patience;
        this.meters = meters;
        meters.queue(queue);
        thread = Thread.ofPlatform().daemon().name("ledger-writer").start(this::run);
        Thread.ofPlatform().daemon().name("ledger-patience").start(this::watch);
    }

    int queued() {
        return queue.size();
    }

    /// @throws LedgerException.Unavailable if nothing was written and nothing will be
    /// @throws LedgerException.OutcomeUnknown if that cannot be known in time
    AppendResult append(PreparedAppend append) {
        PendingAppend pending = new PendingAppend(append);
        if (!isWrittenAtOnce(pending)) {
            enqueue(pending);
        }
        waiting.put(pending, System.nanoTime() + patience.toNanos());
        try {
            if (ended && pending.take()) {
                throw new LedgerException.Unavailable("it is being closed");
            }
            return pending.await();
        } finally {
            waiting.remove(pending);
        }
    }

    /// Abandons those whose patience has ended, for as long as there may be any.
    private void watch() {
        while (thread.isAlive() || !waiting.isEmpty()) {
            LockSupport.parkNanos(LOOK_NANOS);
            try {
                abandonLate();
            } catch (RuntimeException | Error e) {
                // Without it nobody's patience would end any more.
                LOG.error("Those who wait for too long are looked for again", e);
            }
        }
    }

    private void abandonLate() {
        long now = System.nanoTime();
        waiting.forEach((pending, deadline) -> {
            if (now - deadline > 0) {
                pending.abandon("There was no answer for " + patience.toSeconds() + " s");
            }
        });
    }

    private boolean isWrittenAtOnce(PendingAppend pending) {
        if (!queue.isEmpty() || !turn.tryLock()) {
            return false;
        }
        try {
            if (closing || session == null || !carried.isEmpty() || callers > 1) {
                return false;
            }
            carried.add(pending);
            writeNext();
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void enqueue(PendingAppend pending) {
        try {
            if (closing) {
                throw new LedgerException.Unavailable("it is being closed");
            }
            if (!queue.offer(pending, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LedgerException.Unavailable(CAPACITY + " appends wait before this one");
            }
            arrivals.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException.Unavailable("the caller was interrupted");
        }
    }

    private void run() {
        while (true) {
            awaitArrival();
            turn.lock();
            try {
                if (session == null) {
                    begin();
                }
                while (session != null && !(carried.isEmpty() && queue.isEmpty())) {
                    gather();
                    writeNext();
                }
                if (closing) {
                    end();
                    return;
                }
            } catch (RuntimeException | Error e) {
                // Without its writer the process appends no more.
                LOG.error("The ledger's writer begins anew", e);
                abandonSession();
            } finally {
                turn.unlock();
            }
        }
    }

    private void awaitArrival() {
        try {
            if (arrivals.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                arrivals.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /// Whether enough wait: of few callers all, since a batch of some would take as long as one of
    /// all; of more one half or [#ENOUGH], while others decide.
    private boolean isWorthWriting() {
        int enough = callers <= FEW ? callers : Math.min(callers / 2, ENOUGH);
        return carried.size() + queue.size() >= enough;
    }

    /// Callers who were answered together come back one after another, and are waited for; never
    /// for longer than the last write took, and never so long that it would be worth a sleep.
    @SuppressWarnings("ThreadPriorityCheck") // What is waited for comes without it, only later.
    private void gather() {
        long deadline = System.nanoTime() + Math.min(lastNanos, LONGEST_GATHERING_NANOS);
        while (!isWorthWriting() && !closing && System.nanoTime() < deadline) {
            Thread.yield();
        }
    }

    /// How many go into a batch. As long as nobody else appends, half of those who wait are left to
    /// the next one, if that leaves enough; among nodes a turn is worth a batch of all.
    private int most() {
        return Objects.requireNonNull(session).isAlone()
                ? Math.max(callers / 2, ENOUGH)
                : Integer.MAX_VALUE;
    }

    /// Writes what goes before the queue and what is in it, as far as one batch goes.
    private void writeNext() {
        AppendBatch batch = new AppendBatch();
        List<PendingAppend> members = new ArrayList<>();
        List<Postponed> postponed = new ArrayList<>();
        int most = most();
        while (members.size() < most && !batch.isFull()) {
            PendingAppend pending = carried.isEmpty() ? queue.poll() : carried.poll();
            if (pending == null) {
                break;
            }
            if (pending.take()) {
                batch.add(pending.append())
                        .ifPresentOrElse(
                                obstacle -> postponed.add(new Postponed(pending, obstacle)),
                                () -> members.add(pending));
            }
        }
        List<AppendResult> results =
                members.isEmpty() ? List.of() : write(batch.entries(), members);
        postponed.forEach(one -> answerOrCarry(one, results));
    }

    /// Waits for the result of one that is in the batch.
    private record Postponed(PendingAppend append, AppendBatch.Entry obstacle) {}

    private void answerOrCarry(Postponed postponed, List<AppendResult> results) {
        PendingAppend pending = postponed.append();
        AppendBatch.Entry obstacle = postponed.obstacle();
        if (!results.isEmpty()
                && results.get(obstacle.number() - 1) instanceof Appended
                && obstacle.append().commandId().equals(pending.append().commandId())) {
            Known copy = new Known();
            meters.count(copy);
            pending.complete(copy);
        } else {
            pending.release();
            carried.add(pending);
        }
    }

    /// The results, or none if it could not be written as a whole.
    private List<AppendResult> write(List<AppendBatch.Entry> entries, List<PendingAppend> members) {
        try {
            long start = meters.start();
            List<AppendResult> results = Objects.requireNonNull(session).append(entries);
            callers = members.size() + queue.size();
            lastNanos = meters.written(start, results);
            long last = 0;
            for (AppendResult result : results) {
                if (result instanceof Appended appended) {
                    last = appended.lastPosition();
                }
            }
            if (last > 0) {
                onAppend.accept(last);
            }
            answer(members, results); // The last: what fails after an answer could not be in doubt.
            return results;
        } catch (SQLException e) {
            if (!WriterSession.isCertain(e)) {
                doubt(members, e);
            } else if (members.size() == 1) {
                members.getFirst().fail(new LedgerException.Unavailable(e));
            } else {
                LOG.warn("A batch of {} is refused, and written one by one", members.size(), e);
                members.forEach(this::writeAlone);
            }
        } catch (RuntimeException | Error e) {
            doubt(members, e);
        }
        return List.of();
    }

    /// Tells all what became of them. Another thread wakes several, so that the writer goes on.
    private static void answer(List<PendingAppend> members, List<AppendResult> results) {
        if (members.size() == 1) {
            members.getFirst().complete(results.getFirst());
        } else {
            Thread.startVirtualThread(() -> {
                for (int i = 0; i < members.size(); i++) {
                    members.get(i).complete(results.get(i));
                }
            });
        }
    }

    private void writeAlone(PendingAppend pending) {
        if (session == null) {
            pending.release();
            carried.add(pending);
        } else {
            AppendBatch alone = new AppendBatch();
            alone.add(pending.append());
            write(alone.entries(), List.of(pending));
        }
    }

    private void doubt(List<PendingAppend> members, Throwable cause) {
        members.forEach(PendingAppend::doubt);
        doubtful.addAll(members);
        abandonSession();
        arrivals.release(); // They wait for a new term.
        LOG.warn("Whether {} appends are written is in doubt", members.size(), cause);
    }

    private void abandonSession() {
        WriterSession failed = session;
        session = null;
        if (failed != null) {
            failed.abandon();
        }
    }

    /// Begins a term, however long that takes, and settles what is in doubt.
    private void begin() {
        long pause = FIRST_PAUSE_MILLIS;
        while (session == null) {
            try {
                session = WriterSession.begin(database, writer);
                meters.termBegun();
                settle();
            } catch (SQLException | LedgerException.Unavailable e) {
                abandonSession();
                if (closing) {
                    return;
                }
                LOG.warn("The ledger's writer waits for its database: {}", e.getMessage());
                pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void settle() {
        List<Optional<StoredCommand>> found =
                doubtful.stream()
                        .map(pending -> stored.apply(pending.append().commandId()))
                        .toList();
        for (int i = doubtful.size() - 1; i >= 0; i--) {
            settle(doubtful.get(i), found.get(i));
        }
        doubtful.clear();
    }

    private void settle(PendingAppend pending, Optional<StoredCommand> found) {
        if (found.isPresent()) {
            byte[] decision = pending.append().request().decision();
            pending.complete(
                    Arrays.equals(found.get().decision(), decision)
                            ? new Appended(found.get())
                            : new Known());
        } else if (pending.doubts() < MOST_DOUBTS) {
            pending.release();
            carried.addFirst(pending);
        } else {
            pending.fail(
                    new LedgerException.Unavailable("writing it failed " + MOST_DOUBTS + " times"));
        }
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private void end() {
        ended = true;
        if (session != null) {
            session.close();
        }
        doubtful.forEach(pending ->
                pending.fail(
                        new LedgerException.OutcomeUnknown(
                                "the ledger was closed before it could be looked up")));
        doubtful.clear();
        queue.drainTo(carried);
        carried.forEach(
                pending -> pending.fail(new LedgerException.Unavailable("it is being closed")));
        carried.clear();
    }

    /// Writes what is waiting, if the database can be used, and ends.
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
