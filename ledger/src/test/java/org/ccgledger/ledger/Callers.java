package org.ccgledger.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.AppendResult.Known;
import org.ccgledger.ledger.AppendResult.Overtaken;
import org.ccgledger.ledger.Testimony.Sending;
import org.ccgledger.ledger.Testimony.Told;

/// Callers in this process who append to a ledger until they are told to stop, each to a stream of
/// its own and to one that all contend for, and who testify to what they were told.
///
/// What is unknown they send again until they are told. What was not stored they send again half of
/// the time.
public final class Callers implements AutoCloseable {

    private final Ledger ledger;
    private final Testimony testimony = new Testimony();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private final String contested = "contested:" + UUID.randomUUID();
    private volatile boolean stopped;

    private Callers(Ledger ledger) {
        this.ledger = ledger;
    }

    public static Callers start(Ledger ledger, int count, long seed) {
        Callers callers = new Callers(ledger);
        for (int caller = 0; caller < count; caller++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed + caller);
            callers.running.add(callers.threads.submit(() -> callers.call(random)));
        }
        return callers;
    }

    /// Returns when this many more were told that their command is stored.
    public void awaitStored(long more) throws Exception {
        long goal = testimony.stored() + more;
        Patience.until(
                "callers are told of " + more + " more",
                () -> {
                    for (Future<?> caller : running) {
                        if (caller.isDone()) {
                            caller.get();
                        }
                    }
                    return testimony.stored() >= goal;
                });
    }

    /// Stops them when each knows what became of its last command.
    public Testimony stop() throws Exception {
        stopped = true;
        for (Future<?> caller : running) {
            caller.get();
        }
        return testimony;
    }

    @Override
    public void close() {
        stopped = true;
        threads.close();
    }

    private void call(RandomGenerator random) {
        String own = "own:" + UUID.randomUUID();
        int version = 0;
        while (!stopped) {
            if (random.nextInt(4) == 0) {
                conclude(append(contested, versionOf(contested)), random);
            } else if (conclude(append(own, version), random)) {
                version++;
            }
        }
    }

    private long versionOf(String stream) {
        while (true) {
            try {
                return ledger.readStream(stream).events().size();
            } catch (LedgerException.Unavailable e) {
                // Nothing depends on a read; the next one may work.
            }
        }
    }

    /// Whether it is stored in the end.
    private boolean conclude(Append append, RandomGenerator random) {
        boolean unknown = false;
        while (true) {
            switch (send(append)) {
                case Told.Stored _ -> {
                    return true;
                }
                case Told.Unknown _ -> unknown = true;
                case Told.NotStored(var norAnyBefore) -> {
                    if (norAnyBefore || (!unknown && random.nextBoolean())) {
                        return false;
                    }
                }
            }
        }
    }

    private Told send(Append append) {
        long sentAt = System.nanoTime();
        Told told = outcome(append);
        testimony.add(new Sending(append.commandId(), sentAt, System.nanoTime(), told));
        return told;
    }

    private Told outcome(Append append) {
        try {
            return switch (ledger.append(append)) {
                case Appended(var command) -> Told.Stored.of(command);
                case Known _ -> told(append.commandId());
                case Overtaken _ -> new Told.NotStored(true);
            };
        } catch (LedgerException.Unavailable e) {
            return new Told.NotStored(false);
        } catch (LedgerException.OutcomeUnknown e) {
            return new Told.Unknown();
        }
    }

    private Told told(UUID command) {
        try {
            return Told.Stored.of(ledger.command(command).orElseThrow());
        } catch (LedgerException.Unavailable e) {
            return new Told.Unknown();
        }
    }

    static Append append(String stream, long version) {
        return Requests.of(
                stream, version, UUID.randomUUID(), Requests.TYPE, Set.of(stream), List.of());
    }
}
