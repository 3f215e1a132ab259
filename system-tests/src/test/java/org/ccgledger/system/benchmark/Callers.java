package org.ccgledger.system.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Callers that each do one thing after another until time is up.
final class Callers {

    private static final long PATIENCE_SECONDS = 180;

    private final int number;
    private final boolean virtual;

    Callers(int number, Settings settings) {
        this.number = number;
        this.virtual = settings.virtualThreads();
    }

    /// What a caller does.
    @FunctionalInterface
    interface Call {
        /// Does it once and returns when it is done.
        ///
        /// @param caller from 0
        void make(int caller);
    }

    /// Lets them call. What is finished in time counts, a second; how long each took is told of
    /// those too that were under way when time was up.
    Sample callFor(Duration time, Call call) {
        CountDownLatch ready = new CountDownLatch(number);
        CountDownLatch go = new CountDownLatch(1);
        List<FutureTask<Taken>> tasks = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int caller = i;
            FutureTask<Taken> task =
                    new FutureTask<>(() -> {
                        ready.countDown();
                        go.await();
                        return callUntil(System.nanoTime() + time.toNanos(), caller, call);
                    });
            tasks.add(task);
            (virtual ? Thread.ofVirtual() : Thread.ofPlatform().daemon()).start(task);
        }
        try {
            ready.await();
            go.countDown();
            long inTime = 0;
            List<long[]> all = new ArrayList<>();
            for (FutureTask<Taken> task : tasks) {
                Taken taken = task.get(time.toSeconds() + PATIENCE_SECONDS, TimeUnit.SECONDS);
                inTime += taken.inTime;
                all.add(Arrays.copyOf(taken.nanos, taken.count));
            }
            return Sample.of(
                    inTime * 1e9 / time.toNanos(),
                    all.stream().flatMapToLong(Arrays::stream).toArray());
        } catch (ExecutionException e) {
            throw new IllegalStateException("A caller failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("A caller was never answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while callers were at work", e);
        }
    }

    private static Taken callUntil(long end, int caller, Call call) {
        Taken taken = new Taken();
        long before = System.nanoTime();
        while (before < end) {
            call.make(caller);
            long after = System.nanoTime();
            taken.add(after - before);
            if (after <= end) {
                taken.inTime++;
            }
            before = after;
        }
        return taken;
    }

    private static final class Taken {
        private long[] nanos = new long[1024];
        private int count;
        private long inTime;

        void add(long took) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = took;
        }
    }
}
