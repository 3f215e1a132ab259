package org.ccgledger.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What is measured of the appends of a process.
final class LedgerMeters {

    private static final String APPENDS = "appends";

    private final MeterRegistry registry;
    private final Timer appendTime;
    private final DistributionSummary batchSize;
    private final Counter terms;
    private final Counter appended;
    private final Counter known;
    private final Counter overtaken;

    LedgerMeters(MeterRegistry registry) {
        this.registry = registry;
        appendTime =
                Timer.builder("ledger.append")
                        .description("One round trip of the writer, with its commit")
                        .register(registry);
        batchSize =
                DistributionSummary.builder("ledger.append.batch")
                        .baseUnit(APPENDS)
                        .description("Appends in one round trip")
                        .register(registry);
        terms =
                Counter.builder("ledger.writer.terms")
                        .baseUnit("terms")
                        .description("How often the writer began anew; 1 while nothing fails")
                        .register(registry);
        appended = results("appended");
        known = results("known");
        overtaken = results("overtaken");
    }

    private Counter results(String result) {
        return Counter.builder("ledger.append.results")
                .tag("result", result)
                .baseUnit(APPENDS)
                .description(
                        "Appends: appended, known (the command has an outcome), overtaken (a guard refused)")
                .register(registry);
    }

    void queue(Collection<?> queue) {
        Gauge.builder("ledger.append.queue", queue, Collection::size)
                .baseUnit(APPENDS)
                .description("Appends that wait for the writer; 4,096 at most")
                .register(registry);
    }

    void termBegun() {
        terms.increment();
    }

    long start() {
        return registry.config().clock().monotonicTime();
    }

    /// Takes note of a round trip and returns how long it took, in nanoseconds.
    long written(long start, List<AppendResult> results) {
        long nanos = registry.config().clock().monotonicTime() - start;
        appendTime.record(nanos, TimeUnit.NANOSECONDS);
        batchSize.record(results.size());
        results.forEach(this::count);
        return nanos;
    }

    void count(AppendResult result) {
        switch (result) {
            case AppendResult.Appended _ -> appended.increment();
            case AppendResult.Known _ -> known.increment();
            case AppendResult.Overtaken _ -> overtaken.increment();
        }
    }
}
