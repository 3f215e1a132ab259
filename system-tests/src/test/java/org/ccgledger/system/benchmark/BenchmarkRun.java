package org.ccgledger.system.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/// Takes every measurement in turn, writes down what it gave, and fails if a gate was missed.
///
/// Runs in profile `benchmark` alone.
class BenchmarkRun {

    private static final Path TARGET = Path.of("target");
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final List<Measurement> MEASUREMENTS =
            List.of(
                    new Heat(),
                    new Create(),
                    new Update(),
                    new HotBoundary(),
                    new OverHttp(),
                    new UntilVisible(),
                    new Hashing(),
                    new HeldSnapshot(),
                    new Rebuild(),
                    new Audit(),
                    new RawAppend(),
                    new TwoNodes(),
                    new Growth(),
                    new Sizes(),
                    new Sourcing(),
                    new Search());

    @Test
    void every_gate_holds() {
        LoggingSystem.get(getClass().getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Settings settings = Settings.read();
        Report report = take(settings, TARGET);
        System.out.printf("%n%s%n", report.markdown());
        report.missedGates().forEach(System.out::println);
        report.missedGoals().forEach(System.out::println);
        if (settings.enforced()) {
            assertThat(report.missedGates()).as("gates that were missed").isEmpty();
        }
    }

    /// Takes the measurements that are wanted, and writes what they gave to a folder.
    static Report take(Settings settings, Path target) {
        Report report = new Report(settings);
        try (Bench bench = new Bench(settings, target.resolve("benchmark-data"))) {
            bench.fillLog();
            report.addFlushes(Machine.flushes(bench.folder(), LOOK).value());
            for (Measurement measurement : MEASUREMENTS) {
                if (settings.only().matcher(measurement.name()).matches()) {
                    take(measurement, bench, report);
                    // Whatever stops the next one, this one is kept.
                    report.write(target);
                }
            }
            report.addFlushes(Machine.flushes(bench.folder(), LOOK).value());
        }
        report.write(target);
        return report;
    }

    /// One that fails does not keep the others from being taken.
    private static void take(Measurement measurement, Bench bench, Report report) {
        long start = System.nanoTime();
        try {
            report.add(measurement.measure(bench));
        } catch (RuntimeException e) {
            e.printStackTrace();
            report.addFailure(measurement.name(), e);
        }
        System.out.printf(
                "%s took %d s%n",
                measurement.name(), Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }
}
