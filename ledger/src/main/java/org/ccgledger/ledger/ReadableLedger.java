package org.ccgledger.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A ledger's events, read in commit order, by stream and by tag, for which the right to select is
/// enough.
///
/// Every read is one statement that returns rows and the head of its snapshot. Safe for use by many
/// threads.
public sealed class ReadableLedger permits Ledger {

    private static final String EVENT =
            " e.position, e.recorded_at, e.stream, e.version, c.command_id, e.command_index, e.type, e.schema_version,"
                    + " e.effective_on, e.fact, c.metadata, e.leaf_hash ";
    private static final String EVENTS =
            " ledger.event e join ledger.command c on c.position = e.position - e.command_index ";
    private static final String HEAD =
            "with head as (select coalesce(max(position), 0) as head from ledger.event) ";

    private final DataSource database;

    public ReadableLedger(DataSource database) {
        this.database = database;
    }

    public long head() {
        return position("select coalesce(max(position), 0) from ledger.event", _ -> {});
    }

    public Slice readStream(String stream) {
        return readStream(stream, 1);
    }

    /// Events of a stream from a version on.
    public Slice readStream(String stream, long fromVersion) {
        return slice(
                EVENTS,
                "e.stream = ? and e.version >= ? order by e.version",
                statement -> {
                    statement.setString(1, stream);
                    statement.setLong(2, fromVersion);
                });
    }

    /// The events of certain types under a tag.
    public Slice readTag(String tag, Set<String> types) {
        return slice(
                "ledger.tag t join (" + EVENTS + ") on e.position = t.position",
                "t.tag = ? and t.type = any (?) order by e.position",
                statement -> {
                    statement.setString(1, tag);
                    setArray(statement, 2, "text", types);
                });
    }

    /// The events of certain types after a position, which is not far from the head.
    public Slice readTypes(Set<String> types, long position) {
        return slice(
                EVENTS,
                "e.position > ? and e.type = any (?) order by e.position",
                statement -> {
                    statement.setLong(1, position);
                    setArray(statement, 2, "text", types);
                });
    }

    /// The events at some positions, in the order in which these are given.
    public List<StoredEvent> readAt(List<Long> positions) {
        return query(
                "select"
                        + EVENT
                        + "from unnest(?) with ordinality wanted (position, place) join "
                        + EVENTS
                        + "on e.position = wanted.position order by wanted.place",
                statement -> setArray(statement, 1, "bigint", positions),
                ReadableLedger::events);
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
                ReadableLedger::events);
    }

    /// The last position recorded before an instant, or 0.
    public long positionBefore(java.time.Instant instant) {
        return position(
                "select ledger.recorded_before(?)",
                statement -> statement.setObject(1, instant.atOffset(java.time.ZoneOffset.UTC)));
    }

    private long position(String sql, Parameters parameters) {
        return query(
                sql,
                parameters,
                rows -> {
                    rows.next();
                    return rows.getLong(1);
                });
    }

    public Optional<StoredCommand> command(UUID commandId) {
        return commands(
                        "",
                        "ledger.command c join ledger.event e"
                                + " on e.position >= c.position and e.position < c.position + c.event_count"
                                + " where c.command_id = ?",
                        statement -> statement.setObject(1, commandId))
                .stream()
                .findFirst();
    }

    /// Commands that have an outcome, in order, from the first whose events come after a position.
    public List<StoredCommand> commandsAfter(long position, int limit) {
        return commands(
                "with page as (select min(position) as first, max(position + event_count - 1) as last"
                        + " from (select position, event_count from ledger.command where position > ?"
                        + " order by position limit ?) command) ",
                "page," + EVENTS + "where e.position between page.first and page.last",
                statement -> {
                    statement.setLong(1, position);
                    statement.setInt(2, limit);
                });
    }

    private List<StoredCommand> commands(String with, String from, Parameters parameters) {
        return query(
                with
                        + "select c.fingerprint, c.decision,"
                        + EVENT
                        + "from "
                        + from
                        + " order by e.position",
                parameters,
                rows -> {
                    List<StoredCommand> commands = new ArrayList<>();
                    List<StoredEvent> events = new ArrayList<>();
                    boolean more = rows.next();
                    while (more) {
                        byte[] fingerprint = rows.getBytes("fingerprint");
                        byte[] decision = rows.getBytes("decision");
                        StoredEvent event = event(rows);
                        events.add(event);
                        more = rows.next();
                        if (!more || rows.getInt("command_index") == 0) {
                            commands.add(
                                    new StoredCommand(
                                            event.commandId(),
                                            fingerprint,
                                            event.metadata(),
                                            decision,
                                            List.copyOf(events)));
                            events.clear();
                        }
                    }
                    return List.copyOf(commands);
                });
    }

    /// Those of the commands that have an outcome.
    public Set<UUID> known(Collection<UUID> commandIds) {
        return query(
                "select command_id from ledger.command where command_id = any (?)",
                statement -> setArray(statement, 1, "uuid", commandIds),
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

    private static void setArray(
            PreparedStatement statement, int index, String type, Collection<?> values)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values.toArray()));
    }

    /// Some events in order, and the head, also where there are none.
    private Slice slice(String from, String condition, Parameters parameters) {
        return query(
                HEAD
                        + "select head,"
                        + EVENT
                        + "from head left join ("
                        + from
                        + ") on "
                        + condition,
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

    final <T extends @Nullable Object> T query(String sql, Parameters parameters, Rows<T> rows) {
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

    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    interface Rows<T extends @Nullable Object> {
        T read(ResultSet rows) throws SQLException;
    }
}
