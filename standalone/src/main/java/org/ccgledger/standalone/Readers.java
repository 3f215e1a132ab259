package org.ccgledger.standalone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far those have come who read the ledger, all projections or all automations, as the database
/// has it; whichever process feeds them.
///
/// They are well if no event waits for long, and none is parked.
final class Readers implements HealthIndicator {

    private static final String PROJECTIONS =
            """
            select n.name, coalesce(p.position, 0) as position,
                   (select count(*) from projection.dead_letter_entry d where d.processing_group = n.name) as parked
            from unnest(?) n (name) left join projection.progress p on p.projection = n.name
            """;

    private static final String AUTOMATIONS =
            """
            select n.name,
                   coalesce((select min((convert_from(t.token, 'UTF8')::jsonb ->> 'globalIndex')::bigint)
                             from automation.token_entry t where t.processor_name = n.name), 0) as position,
                   0 as parked
            from unnest(?) n (name)
            """;

    private final List<String> names;
    private final Duration longest;
    private final Glance<Map<String, Reader>> readers;

    private Readers(DataSource database, String statement, List<String> names, Duration longest) {
        this.names = names;
        this.longest = longest;
        String all =
                """
                select r.name, greatest(0, (select max(position) from ledger.event) - r.position) as behind,
                       coalesce(extract(epoch from clock_timestamp() - e.recorded_at), 0)::bigint as waiting, r.parked
                from (%s) r left join ledger.event e on e.position = r.position + 1
                """
                        .formatted(statement);
        this.readers = new Glance<>(() -> read(JdbcClient.create(database), all));
    }

    /// A reader and what it has before it.
    ///
    /// @param behind events that it has not passed yet
    /// @param waitingSeconds since the first of them was recorded
    /// @param parked events that wait, since it cannot handle them or one before them in their
    ///   stream
    record Reader(long behind, long waitingSeconds, long parked) {}

    /// @param longest that an event may wait
    static Readers projections(DataSource database, List<String> names, Duration longest) {
        return new Readers(database, PROJECTIONS, names, longest);
    }

    /// @param longest that an event may wait
    static Readers automations(DataSource database, List<String> names, Duration longest) {
        return new Readers(database, AUTOMATIONS, names, longest);
    }

    private Map<String, Reader> read(JdbcClient sql, String statement) {
        return sql
                .sql(statement)
                .param(names.toArray(String[]::new))
                .query((row, _) ->
                        Map.entry(
                                row.getString("name"),
                                new Reader(
                                        row.getLong("behind"),
                                        row.getLong("waiting"),
                                        row.getLong("parked"))))
                .list()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    }

    List<String> names() {
        return names;
    }

    /// What is known of a reader; not a number if the database does not tell.
    double of(String name, ToLongFunction<Reader> what) {
        try {
            Reader reader = readers.get().get(name);
            return reader == null ? Double.NaN : what.applyAsLong(reader);
        } catch (DataAccessException _) {
            return Double.NaN;
        }
    }

    @Override
    public Health health() {
        try {
            Map<String, Reader> now = readers.get();
            return Health.status(
                            now.values().stream().allMatch(this::isWell)
                                    ? Status.UP
                                    : HealthIndicators.DEGRADED)
                    .withDetails(now)
                    .build();
        } catch (DataAccessException e) {
            return Health.unknown().withException(e).build();
        }
    }

    private boolean isWell(Reader reader) {
        return reader.parked() == 0 && reader.waitingSeconds() <= longest.toSeconds();
    }
}
