package org.ccgledger.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.ccgledger.ledger.proof.Lineage;
import org.jspecify.annotations.Nullable;

/// Where events are kept: appended under guard, read in commit order, by stream and by tag.
///
/// Appends of a process are written together, each transaction under an advisory lock, so that
/// positions are dense and in commit order. Every read is one statement that returns rows and the
/// head of its snapshot. Safe for use by many threads and processes.
public final class Ledger implements AutoCloseable {

    private static final String EVENT =
            " e.position, e.recorded_at, e.stream, e.version, c.command_id, e.command_index, e.type, e.schema_version,"
                    + " e.effective_on, e.fact, c.metadata, e.leaf_hash ";
    private static final String EVENTS =
            " ledger.event e join ledger.command c on c.position = e.position - e.command_index ";
    private static final String HEAD =
            "with head as (select coalesce(max(position), 0) as head from ledger.event) ";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource database;
    private final SubjectVault vault;
    private final Lineage lineage;
    private final AppendPreparation preparation;
    private final HeadWatch head;
    private final Herald herald;
    private final GroupCommit writer;

    private Ledger(DataSource database, SubjectVault vault, Lineage lineage, MeterRegistry meters) {
        this.database = database;
        this.vault = vault;
        this.lineage = lineage;
        preparation = new AppendPreparation(lineage.ledgerId(), vault);
        head = new HeadWatch(database);
        herald = new Herald(database);
        LongConsumer onAppend =
                position -> {
                    head.reached(position);
                    herald.reached(position);
                };
        writer =
                new GroupCommit(
                        database, this::command, onAppend, PATIENCE, new LedgerMeters(meters));
    }

    /// Opens the ledger, which is created if the database holds none. Two of the database's
    /// connections are used until it is closed, and a third now and then.
    public static Ledger open(
            DataSource database,
            SubjectVault vault,
            LedgerKeys keys,
            Clock clock,
            MeterRegistry meters) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
        return new Ledger(database, vault, Genesis.of(database, vault, keys, today), meters);
    }

    public UUID id() {
        return lineage.ledgerId();
    }

    /// Raised by each restore of an older state.
    public int epoch() {
        return lineage.epoch();
    }

    /// Appends a command's outcome, if nothing that it depends on has changed, and waits until that
    /// is durable.
    ///
    /// @throws LedgerException.Unavailable if nothing was written
    /// @throws LedgerException.OutcomeUnknown if that cannot be known
    public AppendResult append(Append request) {
        return writer.append(preparation.prepare(request));
    }

    /// How many appends wait for the writer.
    int queued() {
        return writer.queued();
    }

    /// Is called with positions that the ledger has reached, whoever appended them, and must not
    /// take long.
    public void onHead(LongConsumer listener) {
        head.listen(listener);
    }

    /// Writes what waits to be written, and lets go of its connections.
    @Override
    public void close() {
        writer.close();
        herald.close();
        head.close();
    }

    public long head() {
        return query(
                "select coalesce(max(position), 0) from ledger.event",
                _ -> {},
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    public Slice readStream(String stream) {
        return readStream(stream, 1);
    }

    /// Events of a stream from a version on.
    public Slice readStream(String stream, long fromVersion) {
        return slice(
                HEAD
                        + "select head,"
                        + EVENT
                        + "from head left join ("
                        + EVENTS
                        + ") on e.stream = ? and e.version >= ? order by e.version",
                statement -> {
                    statement.setString(1, stream);
                    statement.setLong(2, fromVersion);
                });
    }

    /// The events of certain types under a tag.
    public Slice readTag(String tag, Set<String> types) {
        return slice(
                HEAD
                        + "select head,"
                        + EVENT
                        + "from head left join (ledger.tag t join ledger.event e on e.position = t.position"
                        + " join ledger.command c on c.position = e.position - e.command_index)"
                        + " on t.tag = ? and t.type = any (?) order by e.position",
                statement -> {
                    statement.setString(1, tag);
                    statement.setArray(
                            2, statement.getConnection().createArrayOf("text", types.toArray()));
                });
    }

    /// Events after a position, in order; there are no gaps to wait for.
    public List<StoredEvent> readAfter(long position, int limit) {
        return query(
                "select"
                        + EVENT
                        + "from"
                        + EVENTS
                        + "where e.position > ? order by e.position limit ?",
                statement -> {
                    statement.setLong(1, position);
                    statement.setInt(2, limit);
                },
                Ledger::events);
    }

    /// The last position recorded before an instant, or 0.
    public long positionBefore(java.time.Instant instant) {
        return query(
                "select coalesce(max(position), 0) from ledger.event where recorded_at < ?",
                statement -> statement.setObject(1, instant.atOffset(java.time.ZoneOffset.UTC)),
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    public Optional<StoredCommand> command(UUID commandId) {
        return query(
                "select c.fingerprint, c.decision,"
                        + EVENT
                        + "from ledger.command c join ledger.event e"
                        + " on e.position >= c.position and e.position < c.position + c.event_count"
                        + " where c.command_id = ? order by e.position",
                statement -> statement.setObject(1, commandId),
                rows -> {
                    byte[] fingerprint = null;
                    byte[] decision = null;
                    List<StoredEvent> events = new ArrayList<>();
                    while (rows.next()) {
                        fingerprint = rows.getBytes("fingerprint");
                        decision = rows.getBytes("decision");
                        events.add(event(rows));
                    }
                    return fingerprint == null || decision == null
                            ? Optional.empty()
                            : Optional.of(
                                    new StoredCommand(
                                            commandId,
                                            fingerprint,
                                            events.getFirst().metadata(),
                                            decision,
                                            List.copyOf(events)));
                });
    }

    /// Those of the commands that have an outcome.
    public Set<UUID> known(Collection<UUID> commandIds) {
        return query(
                "select command_id from ledger.command where command_id = any (?)",
                statement ->
                        statement.setArray(
                                1,
                                statement
                                        .getConnection()
                                        .createArrayOf("uuid", commandIds.toArray())),
                rows -> {
                    Set<UUID> known = new HashSet<>();
                    while (rows.next()) {
                        known.add(rows.getObject(1, UUID.class));
                    }
                    return known;
                });
    }

    /// An event by its id; see [Digests#eventId].
    public Optional<StoredEvent> event(UUID eventId) {
        long low = eventId.getLeastSignificantBits();
        return query(
                "select"
                        + EVENT
                        + "from"
                        + EVENTS
                        + "where c.command_id between ? and ? and e.command_index = ?",
                statement -> {
                    statement.setObject(
                            1, new UUID(eventId.getMostSignificantBits(), low & ~0xFFFFL));
                    statement.setObject(
                            2, new UUID(eventId.getMostSignificantBits(), low | 0xFFFFL));
                    statement.setInt(3, (int) (low & 0xFFFF));
                },
                rows -> rows.next() ? Optional.of(event(rows)) : Optional.empty());
    }

    /// The personal text that an event holds under a field, if its subject's key and the row still
    /// exist.
    public Optional<String> personalText(StoredEvent event, String field) {
        return query(
                "select subject, content from ledger.personal where position = ? and field = ?",
                statement -> {
                    statement.setLong(1, event.position());
                    statement.setString(2, field);
                },
                rows ->
                        rows.next()
                                ? vault.decrypt(
                                        event.eventId(),
                                        field,
                                        rows.getObject("subject", UUID.class),
                                        rows.getBytes("content"))
                                : Optional.empty());
    }

    private Slice slice(String sql, Parameters parameters) {
        return query(
                sql,
                parameters,
                rows -> {
                    List<StoredEvent> events = new ArrayList<>();
                    long head = 0;
                    while (rows.next()) {
                        head = rows.getLong("head");
                        if (rows.getString("stream") != null) {
                            events.add(event(rows));
                        }
                    }
                    return new Slice(List.copyOf(events), head);
                });
    }

    private static List<StoredEvent> events(ResultSet rows) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        while (rows.next()) {
            events.add(event(rows));
        }
        return List.copyOf(events);
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("stream"),
                row.getLong("version"),
                row.getObject("command_id", UUID.class),
                row.getInt("command_index"),
                row.getString("type"),
                row.getInt("schema_version"),
                row.getObject("effective_on", LocalDate.class),
                row.getBytes("fact"),
                row.getBytes("metadata"),
                row.getBytes("leaf_hash"));
    }

    private <T extends @Nullable Object> T query(String sql, Parameters parameters, Rows<T> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (ResultSet result = statement.executeQuery()) {
                return rows.read(result);
            }
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(e);
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Rows<T extends @Nullable Object> {
        T read(ResultSet rows) throws SQLException;
    }
}
