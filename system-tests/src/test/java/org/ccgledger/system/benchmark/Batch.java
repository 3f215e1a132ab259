package org.ccgledger.system.benchmark;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;

/// Does something a number of times, several at once, and returns when all is done.
final class Batch {

    private static final int AT_ONCE = 64;

    private Batch() {}

    /// @param work is given the numbers from 0 on
    static void of(int times, IntConsumer work) {
        Semaphore free = new Semaphore(AT_ONCE);
        java.util.List<java.util.concurrent.Future<?>> all = new java.util.ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                int number = i;
                all.add(
                        threads.submit(() -> {
                            free.acquireUninterruptibly();
                            try {
                                work.accept(number);
                            } finally {
                                free.release();
                            }
                        }));
            }
            for (var one : all) {
                one.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("What was prepared failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while something was prepared", e);
        }
    }
}
