package org.ccgledger.standalone;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.proof.Checkpointer;
import org.ccgledger.query.projection.Progress;
import org.ccgledger.query.projection.Projector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is measured of checkpoints and projections; what is measured of appends, the ledger counts
/// itself. Each is looked up when somebody reads the meter.
@Configuration(proxyBeanMethods = false)
class Meters {

    @Bean
    @WithCommands
    MeterBinder checkpointMeters(Checkpointer checkpointer, Clock clock) {
        return registry -> {
            Gauge.builder("ledger.tree.size", checkpointer, Checkpointer::size)
                    .description("Events under the newest checkpoint that this process published")
                    .register(registry);
            Gauge.builder(
                            "ledger.witnesses.failing",
                            checkpointer,
                            signer -> signer.witnessFailures().size())
                    .description("Witnesses that do not cosign; the log says why")
                    .register(registry);
            TimeGauge.builder(
                            "ledger.checkpoint.age",
                            checkpointer,
                            TimeUnit.MILLISECONDS,
                            signer -> age(signer, clock))
                    .description("Since this process last published a checkpoint")
                    .register(registry);
        };
    }

    private static double age(Checkpointer checkpointer, Clock clock) {
        return checkpointer
                .lastCheckpointAt()
                .map(at -> (double) Duration.between(at, clock.instant()).toMillis())
                .orElse(Double.NaN);
    }

    @Bean
    @WithQueries
    MeterBinder projectionMeters(Ledger ledger, Progress progress, List<Projector> projectors) {
        return registry ->
                projectors.forEach(projector ->
                        Gauge.builder(
                                        "ccg.projection.lag",
                                        progress,
                                        reached -> lag(ledger, reached, projector.name()))
                                .tag("projection", projector.name())
                                .description("Events that the projection has not passed yet")
                                .register(registry));
    }

    private static double lag(Ledger ledger, Progress progress, String projection) {
        long passed = progress.of(projection).map(Progress.Reached::position).orElse(0L);
        return Math.max(0, ledger.head() - passed);
    }
}
