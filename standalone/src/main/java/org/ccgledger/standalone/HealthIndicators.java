package org.ccgledger.standalone;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final String LONGEST = "${ccg.health.longest-wait:60s}";

    @Bean
    HealthContributor databasesHealthContributor(
            Databases.Settings settings, @Value("${ccg.queries.enabled:true}") boolean queries) {
        Map<String, HealthIndicator> databases = new TreeMap<>();
        databases.put("ledger", database(settings.probe(Databases.COMMAND)));
        databases.put("vault", database(settings.vaultProbe()));
        if (queries) {
            databases.put("query", database(settings.probe(Databases.QUERY)));
        }
        return CompositeHealthContributor.fromMap(databases);
    }

    private static HealthIndicator database(DataSource probe) {
        return new Glance<>(() -> look(probe))::get;
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
