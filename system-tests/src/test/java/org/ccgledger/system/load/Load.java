package org.ccgledger.system.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The process that sends commands from outside.
///
/// Arguments: the folder of its clients' notes, how many clients, a seed. It reads lines: a URL is
/// where the ledger answers from now on; `settle` ends the load, when every command of which a
/// client does not know the outcome is sent again until it does. It prints a line for each outcome.
final class Load {

    private static final String SETTLE = "settle";

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private @Nullable String url;
    private boolean settling;

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        Load load = new Load();
        try (BufferedReader orders =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            load.obey(orders.readLine());
            List<Future<?>> clients = new ArrayList<>();
            for (int number = 0; number < Integer.parseInt(arguments[1]); number++) {
                Client client =
                        new Client(
                                load, Path.of(arguments[0]), number, Long.parseLong(arguments[2]));
                clients.add(threads.submit(client));
            }
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                load.obey(order);
            }
            load.obey(SETTLE);
            for (Future<?> client : clients) {
                client.get();
            }
        }
    }

    private void obey(String order) throws IOException {
        lock.lock();
        try {
            if (order.equals(SETTLE)) {
                settling = true;
            } else {
                url = order;
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    String url() {
        lock.lock();
        try {
            return java.util.Objects.requireNonNull(url);
        } finally {
            lock.unlock();
        }
    }

    boolean isSettling() {
        lock.lock();
        try {
            return settling;
        } finally {
            lock.unlock();
        }
    }

    /// As `Retry-After` asks for, unless the ledger answers elsewhere before.
    @SuppressWarnings("WaitNotInLoop") // A wait that is too short costs a retry.
    void awaitRetry() {
        lock.lock();
        try {
            // Either way it is time.
            boolean _ = moved.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
