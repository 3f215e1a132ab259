package org.ccgledger.standalone;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.ccgledger.command.running.Automations;
import org.ccgledger.command.running.Erasures;
import org.ccgledger.ledger.proof.Checkpointer;
import org.ccgledger.query.projection.Projector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What `/actuator/health` tells of: the databases, without which a process is not ready, and what
/// may be amiss while it serves.
///
/// They look over connections of their own, and not for long, so that they answer while a pool has
/// none to give.
@Configuration(proxyBeanMethods = false)
class HealthIndicators {

    /// It serves, but somebody should look.
    static final Status DEGRADED = new Status("DEGRADED", "It serves, but somebody should look");

    private static final Health SILENT =
            Health.down()
                    .withDetail("error", "No answer in " + Databases.PROBE_SECONDS + " seconds")
                    .build();

    private static final String LONGEST = "${ccg.health.longest-wait:60s}";

    @Bean
    HealthContributor databasesHealthContributor(
            Databases.Settings settings, @Value("${ccg.queries.enabled:true}") boolean queries) {
        Map<String, DataSource> probes = new TreeMap<>();
        probes.put("ledger", settings.probe(Databases.COMMAND));
        probes.put("vault", settings.vaultProbe());
        if (queries) {
            probes.put("query", settings.probe(Databases.QUERY));
        }
        Glance<Map<String, Health>> all = new Glance<>(() -> lookAtAll(probes));
        Map<String, HealthIndicator> databases = new TreeMap<>();
        probes.keySet().forEach(name -> databases.put(name, () -> all.get().get(name)));
        return CompositeHealthContributor.fromMap(databases);
    }

    /// Side by side, so that the slowest does not take longer than one may.
    private static Map<String, Health> lookAtAll(Map<String, DataSource> probes) {
        Map<String, CompletableFuture<Health>> looks = new TreeMap<>();
        probes.forEach((name, probe) ->
                looks.put(
                        name,
                        CompletableFuture.supplyAsync(() -> look(probe), Thread::startVirtualThread)
                                .completeOnTimeout(
                                        SILENT, Databases.PROBE_SECONDS, TimeUnit.SECONDS)));
        Map<String, Health> found = new TreeMap<>();
        looks.forEach((name, look) -> found.put(name, look.join()));
        return found;
    }

    private static Health look(DataSource probe) {
        try (Connection connection = probe.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return Health.up().build();
        } catch (SQLException e) {
            return Health.down(e).build();
        }
    }

    @Bean
    @WithQueries
    Readers projectionsHealthContributor(
            Databases.Settings settings,
            List<Projector> projectors,
            @Value(LONGEST) Duration longest) {
        return Readers.projections(
                settings.probe(Databases.QUERY),
                projectors.stream().map(Projector::name).toList(),
                longest);
    }

    @Bean
    @WithCommands
    Readers automationsHealthContributor(
            Databases.Settings settings, @Value(LONGEST) Duration longest) {
        return Readers.automations(
                settings.probe(Databases.COMMAND),
                List.of(Automations.REACTIONS, Automations.DUE_DATES, Erasures.NAME),
                longest);
    }

    @Bean
    @WithCommands
    HealthIndicator checkpointsHealthContributor(
            Databases.Settings settings,
            Checkpointer checkpointer,
            @Value(TheLedger.KEYS) Path keys,
            @Value(LONGEST) Duration longest) {
        CheckpointHealth checkpoints =
                new CheckpointHealth(
                        settings.probe(Databases.COMMAND), checkpointer, keys, longest);
        return new Glance<>(checkpoints)::get;
    }
}
