package org.ccgledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.ledger.AppendBatch.Entry;
import org.ccgledger.ledger.AppendColumns.Column;

/// Appends a batch behind the end of the ledger as it is known, without asking what may be
/// appended: plain inserts one after another, in one round trip that is one transaction.
///
/// It is all or nothing. A position, a command id or a version of a stream that exists makes it
/// fail with a unique violation, and nothing is written.
final class OptimisticAppend implements AutoCloseable {

    private static final String TURN = "select ledger.take_turn(?, ?);";

    private static final String KNOWN =
            "select command_id from ledger.command where command_id = any(?);";

    private static final String COMMANDS =
            """
            insert into ledger.command (position, command_id, event_count, fingerprint, metadata, decision)
            select ?::bigint + {int4}, {text}::uuid, {int4}, {bytea}, {bytea}, {bytea} from {rows};
            """;

    private static final String EVENTS =
            """
            insert into ledger.event (position, recorded_at, stream, version, command_index, type, schema_version,
                                      effective_on, body, fact, part_commitments, leaf_hash)
            select e.position, t.at, e.stream, e.version, e.command_index, e.type, e.schema_version,
                   date '1970-01-01' + e.effective_day, e.body, e.fact, e.part_commitments,
                   sha256('\\x00'::bytea || int8send(e.position) || int8send(t.micros) || e.body)
            from (select at, (extract(epoch from at) * 1000000)::bigint as micros
                  from (select greatest(statement_timestamp(), ?::timestamptz) as at offset 0) as now offset 0) as t,
                 (select ?::bigint + n as position, {text} as stream, {int8} as version, {int4} as command_index,
                         {text} as type, {int4} as schema_version, {int4} as effective_day, {bytea} as body,
                         {bytea} as fact, {bytea} as part_commitments
                  from {rows} offset 0) as e
            returning position, recorded_at, leaf_hash;
            """;

    private static final String TAGS =
            """
            insert into ledger.tag (position, tag, type)
            select ?::bigint + {int4}, {text}, {text} from {rows};
            """;

    private static final String PARTS =
            """
            insert into ledger.personal (position, part, field, subject, salt, content)
            select ?::bigint + {int4}, {int4}, {text}, {text}::uuid, {bytea}, {bytea} from {rows};
            """;

    private final Connection connection;
    private final UUID writer;
    private final long term;
    private final Map<Form, PreparedStatement> statements = new HashMap<>();

    /// What a batch has; the statements differ by it.
    ///
    /// @param single whether it is one event, which is given as values and not as arrays of one
    private record Form(boolean known, boolean single, boolean tags, boolean parts) {
        String sql() {
            return TURN
                    + (known ? KNOWN : "")
                    + rows(COMMANDS, single)
                    + rows(EVENTS, single)
                    + (tags ? rows(TAGS, false) : "")
                    + (parts ? rows(PARTS, false) : "");
        }

        /// A single row is made without a subquery that stays one, whose beginning would take
        /// longer than the row. The time is then worked out wherever it is used, and must be one
        /// that stays the same throughout the statement.
        private static String rows(String insert, boolean single) {
            return single
                    ? insert.replace("{rows}", "(select 1 as n) as one")
                            .replace("offset 0", "")
                            .replaceAll("\\{(\\w+)}", "?::$1")
                    : insert.replace("{rows}", "generate_series(1, ?) as n")
                            .replaceAll("\\{(\\w+)}", "(?::$1[])[n]");
        }
    }

    OptimisticAppend(Connection connection, UUID writer, long term) {
        this.connection = connection;
        this.writer = writer;
        this.term = term;
    }

    /// @param appended the results of the batch, in its order
    /// @param known which of the commands asked for are in the ledger
    record Outcome(List<AppendResult> appended, Set<UUID> known) {}

    /// Appends a batch, and looks commands up on the way.
    ///
    /// @throws SQLException a unique violation, if the batch has to be checked
    Outcome append(List<Entry> batch, List<UUID> lookedUp, RecentAppends.End end)
            throws SQLException {
        AppendColumns columns = AppendColumns.of(batch);
        Form form =
                new Form(
                        !lookedUp.isEmpty(),
                        columns.events().getFirst().size() == 1,
                        columns.tags().getFirst().size() > 0,
                        columns.parts().getFirst().size() > 0);
        PreparedStatement append = prepared(form);
        Parameters parameters = new Parameters(append, end.position());
        parameters.add(writer);
        parameters.add(term);
        if (form.known()) {
            parameters.add(connection.createArrayOf("uuid", lookedUp.toArray()));
        }
        parameters.add(columns.commands(), form.single());
        parameters.add(end.recordedAt().atOffset(ZoneOffset.UTC));
        parameters.add(columns.events(), form.single());
        if (form.tags()) {
            parameters.add(columns.tags(), false);
        }
        if (form.parts()) {
            parameters.add(columns.parts(), false);
        }
        append.execute();
        Set<UUID> known = new HashSet<>();
        if (form.known()) {
            append.getMoreResults();
            try (ResultSet rows = append.getResultSet()) {
                while (rows.next()) {
                    known.add(rows.getObject(1, UUID.class));
                }
            }
        }
        append.getMoreResults();
        append.getMoreResults();
        byte[][] leafHashes = new byte[columns.events().getFirst().size()][];
        Instant recordedAt;
        try (ResultSet rows = append.getResultSet()) {
            rows.next();
            // All are recorded at the same time.
            recordedAt = rows.getObject(2, OffsetDateTime.class).toInstant();
            do {
                leafHashes[Math.toIntExact(rows.getLong(1) - end.position()) - 1] =
                        rows.getBytes(3);
            } while (rows.next());
        }
        WriterSession.refuseWarnings(append);
        return new Outcome(results(batch, end.position(), recordedAt, leafHashes), known);
    }

    private PreparedStatement prepared(Form form) throws SQLException {
        PreparedStatement statement = statements.get(form);
        if (statement == null) {
            statement = WriterSession.prepared(connection, form.sql());
            statements.put(form, statement);
        }
        return statement;
    }

    private static List<AppendResult> results(
            List<Entry> batch, long position, Instant recordedAt, byte[][] leafHashes) {
        List<AppendResult> results = new ArrayList<>(batch.size());
        int events = 0;
        for (Entry entry : batch) {
            Append request = entry.append().request();
            results.add(
                    AppendResult.Appended.of(
                            request, position + events + 1, recordedAt, leafHashes, events));
            events += request.events().size();
        }
        return results;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }

    /// Sets the parameters of a statement in their order.
    private final class Parameters {
        private final PreparedStatement statement;
        private final long position;
        private int index;

        Parameters(PreparedStatement statement, long position) {
            this.statement = statement;
            this.position = position;
        }

        void add(Object value) throws SQLException {
            statement.setObject(++index, value);
        }

        /// Rows whose positions are counted from the end.
        void add(List<Column<?>> columns, boolean single) throws SQLException {
            add(position);
            for (Column<?> column : columns) {
                if (single) {
                    add(column.values().getFirst());
                } else {
                    statement.setArray(++index, column.array(connection));
                }
            }
            if (!single) {
                add(columns.getFirst().size());
            }
        }
    }
}
