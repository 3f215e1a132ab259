package org.ccgledger.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.ccgledger.ledger.LedgerKeys;
import org.ccgledger.ledger.proof.Checkpointer;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whether what is recorded is signed in time, by this process or another, and whether this one
/// could sign.
///
/// @param longest that an event may wait for its checkpoint
record CheckpointHealth(DataSource database, Checkpointer checkpointer, Path keys, Duration longest)
        implements Supplier<Health> {

    private static final String NEWEST =
            """
            select c.size, coalesce(extract(epoch from clock_timestamp() - c.made_at), 0)::bigint as age,
                   coalesce((select max(position) from ledger.event), 0) - c.size as unsigned,
                   coalesce((select extract(epoch from clock_timestamp() - e.recorded_at)
                             from ledger.event e where e.position = c.size + 1), 0)::bigint as waiting
            from (select 0 as size, null as made_at union all select size, made_at from ledger.checkpoint
                  order by size desc limit 1) c
            """;

    /// The newest checkpoint, and what it does not cover.
    private record Newest(long size, long ageSeconds, long unsigned, long waitingSeconds) {}

    @Override
    public Health get() {
        try {
            Newest newest =
                    JdbcClient.create(database)
                            .sql(NEWEST)
                            .query((row, _) ->
                                    new Newest(
                                            row.getLong("size"),
                                            row.getLong("age"),
                                            row.getLong("unsigned"),
                                            row.getLong("waiting")))
                            .single();
            return health(newest);
        } catch (DataAccessException e) {
            return Health.unknown().withException(e).build();
        }
    }

    private Health health(Newest newest) {
        Optional<String> unusable = keysUnusable();
        Optional<String> failure = checkpointer.failure();
        boolean late = newest.waitingSeconds() > longest.toSeconds();
        Health.Builder health =
                Health.status(
                                late || unusable.isPresent() || failure.isPresent()
                                        ? HealthIndicators.DEGRADED
                                        : Status.UP)
                        .withDetail("signsHere", checkpointer.signs())
                        .withDetail("size", newest.size())
                        .withDetail("ageSeconds", newest.ageSeconds())
                        .withDetail("unsigned", newest.unsigned())
                        .withDetail("waitingSeconds", newest.waitingSeconds())
                        .withDetail("keys", unusable.orElse("readable"))
                        .withDetail("witnessesFailing", checkpointer.witnessFailures());
        failure.ifPresent(why -> health.withDetail("failure", why));
        return health.build();
    }

    private Optional<String> keysUnusable() {
        try {
            return LedgerKeys.existing(keys).isPresent()
                    ? Optional.empty()
                    : Optional.of("There is no file " + keys);
        } catch (RuntimeException e) {
            return Optional.of(
                    e.getMessage()
                            + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()));
        }
    }
}
