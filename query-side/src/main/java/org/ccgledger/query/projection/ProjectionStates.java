package org.ccgledger.query.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How each projection stands, and what it has parked, as the database has it.
public record ProjectionStates(List<State> states, List<Parked> parked) {

    /// Who feeds a projection says so every few seconds.
    private static final String STATES =
            """
            select p.projection, p.version, p.position,
                   greatest(0, (select max(position) from ledger.event) - p.position) as behind,
                   exists (select from projection.token_entry t where t.processor_name = p.projection
                           and t.owner is not null and t.timestamp::timestamptz > now() - interval '10 seconds') as fed,
                   (select count(*) from projection.dead_letter_entry d where d.processing_group = p.projection) as parked
            from projection.progress p order by p.projection
            """;

    private static final String PARKED =
            """
            select processing_group, sequence_identifier, payload_type, cause_message,
                   (convert_from(meta_data, 'UTF8')::jsonb ->> 'position')::bigint as position
            from projection.dead_letter_entry order by processing_group, position
            """;

    /// A projection and the last position that it has passed.
    ///
    /// @param behind events that it has not passed yet
    /// @param isFed whether a process hands it events
    /// @param parked events that wait, since it cannot handle them or one before them in their
    ///   stream
    public record State(
            String projection,
            int version,
            long position,
            long behind,
            boolean isFed,
            long parked) {}

    /// An event that waits.
    ///
    /// @param cause why it cannot be handled; none if it waits for one before it in its stream
    public record Parked(
            String projection, long position, String stream, String type, @Nullable String cause) {}

    public static ProjectionStates read(JdbcClient sql) {
        return new ProjectionStates(
                sql.sql(STATES)
                        .query((row, _) ->
                                new State(
                                        row.getString("projection"),
                                        row.getInt("version"),
                                        row.getLong("position"),
                                        row.getLong("behind"),
                                        row.getBoolean("fed"),
                                        row.getLong("parked")))
                        .list(),
                sql.sql(PARKED)
                        .query((row, _) ->
                                new Parked(
                                        row.getString("processing_group"),
                                        row.getLong("position"),
                                        row.getString("sequence_identifier"),
                                        row.getString("payload_type"),
                                        row.getString("cause_message")))
                        .list());
    }
}
