package org.ccgledger.standalone;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.ccgledger.ledger.proof.Checkpointer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is measured of checkpoints, projections and automations; what is measured of appends, the
/// ledger counts itself. Each is looked up when somebody reads the meter.
@Configuration(proxyBeanMethods = false)
class Meters {

    private static final String EVENTS = "events";

    @Bean
    @WithCommands
    MeterBinder checkpointMeters(Checkpointer checkpointer, Clock clock) {
        return registry -> {
            Gauge.builder("ledger.tree.size", checkpointer, Checkpointer::size)
                    .baseUnit(EVENTS)
                    .description("Events under the newest checkpoint that this process published")
                    .register(registry);
            Gauge.builder(
                            "ledger.witnesses.failing",
                            checkpointer,
                            signer -> signer.witnessFailures().size())
                    .baseUnit("witnesses")
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
    MeterBinder projectionMeters(@Qualifier("projectionsHealthContributor") Readers projections) {
        return registry -> {
            ofEach(
                    projections,
                    "projection",
                    "lag",
                    Readers.Reader::behind,
                    "Events that the projection has not passed yet",
                    registry);
            ofEach(
                    projections,
                    "projection",
                    "parked",
                    Readers.Reader::parked,
                    "Events that the projection cannot handle, and those that wait for them",
                    registry);
        };
    }

    @Bean
    @WithCommands
    MeterBinder automationMeters(@Qualifier("automationsHealthContributor") Readers automations) {
        return registry ->
                ofEach(
                        automations,
                        "automation",
                        "lag",
                        Readers.Reader::behind,
                        "Events that the automation has not passed yet",
                        registry);
    }

    /// A gauge for each reader, such as `ccg.projection.lag`, with the reader's name as a tag.
    ///
    /// @param kind of the readers
    private static void ofEach(
            Readers readers,
            String kind,
            String what,
            ToLongFunction<Readers.Reader> value,
            String description,
            MeterRegistry registry) {
        for (String name : readers.names()) {
            Gauge.builder("ccg." + kind + "." + what, readers, all -> all.of(name, value))
                    .tag(kind, name)
                    .baseUnit(EVENTS)
                    .description(description)
                    .register(registry);
        }
    }
}
