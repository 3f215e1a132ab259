package org.ccgledger.system.benchmark;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Does something a number of times, several at once, and returns when all is done.
final class Batch {

    private static final int AT_ONCE = 64;

    private Batch() {}

    /// @param work is given the numbers from 0 on
    static void of(int times, IntConsumer work) {
        Semaphore free = new Semaphore(AT_ONCE);
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times && failed.get() == null; i++) {
                int number = i;
                free.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        work.accept(number);
                    } catch (RuntimeException | Error e) {
                        failed.compareAndSet(null, e);
                    } finally {
                        free.release();
                    }
                });
            }
        }
        if (failed.get() != null) {
            throw new IllegalStateException("What was prepared failed", failed.get());
        }
    }
}
