package org.ccgledger.verifier;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ledger's tables, read by key in pages.
///
/// Each page is a statement of its own, so nothing is held open for longer; nothing that was read
/// changes, because the ledger only grows.
final class DatabaseRows implements LedgerRows<SQLException>, AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    DatabaseRows(Connection connection) {
        this.connection = connection;
    }

    /// A row of `ledger.tag`.
    record TagRow(long position, String tag, String type) {}

    /// A stream's name, and the place of one of its events there and in the ledger.
    record VersionRow(String stream, long version, long position) {}

    /// A command's id, and where its row stands.
    record CommandIdRow(UUID id, long position) {}

    @Override
    public long head() throws SQLException {
        return one("select coalesce(max(position), 0) from ledger.event", row -> row.getLong(1));
    }

    /// Without their tags.
    @Override
    public List<StoredLeaf> events(long after, long upTo, Map<Long, CommandRow> commands)
            throws SQLException {
        Map<Long, List<StoredLeaf.Part>> parts = new HashMap<>();
        for (PartRow part : parts(after, upTo)) {
            parts.computeIfAbsent(part.position, _ -> new ArrayList<>()).add(part.part);
        }
        return list(
                """
                select position, recorded_at, stream, version, command_index, type, schema_version, effective_on,
                       body, fact, part_commitments, leaf_hash
                from ledger.event where position > ? and position <= ? order by position
                """,
                row -> {
                    long position = row.getLong(1);
                    int index = row.getInt(5);
                    @Nullable CommandRow command = commands.get(position - index);
                    return new StoredLeaf(
                            position,
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getString(3),
                            row.getLong(4),
                            index,
                            row.getString(6),
                            row.getInt(7),
                            row.getObject(8, LocalDate.class),
                            row.getBytes(9),
                            row.getBytes(10),
                            row.getBytes(11),
                            row.getBytes(12),
                            command == null ? null : command.command(),
                            List.of(),
                            parts.getOrDefault(position, List.of()));
                },
                after,
                upTo);
    }

    private record PartRow(long position, StoredLeaf.Part part) {}

    private List<PartRow> parts(long after, long upTo) throws SQLException {
        return list(
                "select position, part, salt, content from ledger.personal where position > ? and position <= ?",
                row ->
                        new PartRow(
                                row.getLong(1),
                                new StoredLeaf.Part(
                                        row.getInt(2), row.getBytes(3), row.getBytes(4))),
                after,
                upTo);
    }

    @Override
    public List<CommandRow> commands(long after, long upTo) throws SQLException {
        return list(
                """
                select position, event_count, command_id, metadata, decision
                from ledger.command where position > ? and position <= ? order by position
                """,
                row ->
                        new CommandRow(
                                row.getLong(1),
                                row.getInt(2),
                                new StoredLeaf.Command(
                                        row.getObject(3, UUID.class),
                                        row.getBytes(4),
                                        row.getBytes(5))),
                after,
                upTo);
    }

    /// The next rows in the order of the key.
    ///
    /// @param last the row before, or nothing for the first page
    List<TagRow> tags(@Nullable TagRow last, int limit) throws SQLException {
        String columns = "select position, tag, type from ledger.tag ";
        Row<TagRow> tag = row -> new TagRow(row.getLong(1), row.getString(2), row.getString(3));
        return last == null
                ? list(columns + "order by tag, position limit ?", tag, limit)
                : list(
                        columns + "where (tag, position) > (?, ?) order by tag, position limit ?",
                        tag,
                        last.tag(),
                        last.position(),
                        limit);
    }

    /// All rows of a range, for which the whole table is read.
    List<TagRow> tagsBetween(long after, long upTo) throws SQLException {
        return list(
                "select position, tag, type from ledger.tag where position > ? and position <= ?",
                row -> new TagRow(row.getLong(1), row.getString(2), row.getString(3)),
                after,
                upTo);
    }

    /// The next rows in the order of the key.
    ///
    /// @param last the row before, or nothing for the first page
    List<VersionRow> versions(@Nullable VersionRow last, int limit) throws SQLException {
        String columns = "select stream, version, position from ledger.event ";
        Row<VersionRow> version =
                row -> new VersionRow(row.getString(1), row.getLong(2), row.getLong(3));
        return last == null
                ? list(columns + "order by stream, version limit ?", version, limit)
                : list(
                        columns
                                + "where (stream, version) > (?, ?) order by stream, version limit ?",
                        version,
                        last.stream(),
                        last.version(),
                        limit);
    }

    /// The next rows in the order of ids, those of one id in that of positions.
    ///
    /// @param last the row before, or nothing for the first page
    List<CommandIdRow> commandIds(@Nullable CommandIdRow last, int limit) throws SQLException {
        String columns = "select command_id, position from ledger.command ";
        Row<CommandIdRow> command =
                row -> new CommandIdRow(row.getObject(1, UUID.class), row.getLong(2));
        return last == null
                ? list(columns + "order by command_id, position limit ?", command, limit)
                : list(
                        columns
                                + "where (command_id, position) > (?, ?) order by command_id,"
                                + " position limit ?",
                        command,
                        last.id(),
                        last.position(),
                        limit);
    }

    @Override
    public List<TileRow> tiles(int level, long from, long to) throws SQLException {
        return list(
                """
                select level, index, hashes, root from ledger.tile
                where level = ? and index >= ? and index < ? order by index
                """,
                row -> new TileRow(row.getInt(1), row.getLong(2), row.getBytes(3), row.getBytes(4)),
                level,
                from,
                to);
    }

    @Override
    public Map<Long, byte[]> tileRoots(int level, long from, long to) throws SQLException {
        Map<Long, byte[]> roots = new HashMap<>();
        list(
                "select index, root from ledger.tile where level = ? and index >= ? and index < ?",
                row -> roots.put(row.getLong(1), row.getBytes(2)),
                level,
                from,
                to);
        return roots;
    }

    @Override
    public List<CheckpointRow> checkpoints(long after, long upTo) throws SQLException {
        return list(
                "select size, note from witness.checkpoint where size > ? and size <= ? order by size",
                DatabaseRows::checkpoint,
                after,
                upTo);
    }

    @Override
    public Optional<CheckpointRow> newestCheckpoint() throws SQLException {
        return list(
                        "select size, note from witness.checkpoint order by size desc limit 1",
                        DatabaseRows::checkpoint)
                .stream()
                .findFirst();
    }

    @Override
    public List<byte[]> factsBehind(long position, String type) throws SQLException {
        return list(
                "select fact from ledger.event where position > ? and type = ?",
                row -> row.getBytes(1),
                position,
                type);
    }

    private static CheckpointRow checkpoint(ResultSet row) throws SQLException {
        return new CheckpointRow(row.getLong(1), row.getString(2).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean hasPartialTiles() {
        return false;
    }

    /// The first position of a table's row that belongs to no event, if there is one.
    ///
    /// @param table `command`, `tag` or `personal`
    /// @param head rows at positions up to this one are not looked at
    Optional<Long> stray(String table, long head) throws SQLException {
        return list(
                        "select r.position from ledger."
                                + table
                                + " r where (r.position < 1 or r.position > ?) and not exists"
                                + " (select from ledger.event e where e.position = r.position and e.position > 0)"
                                + " order by r.position limit 1",
                        row -> row.getLong(1),
                        head)
                .stream()
                .findFirst();
    }

    /// Tiles over leaves that the ledger does not have.
    List<String> strayTiles() throws SQLException {
        return list(
                """
                select level || '/' || index from ledger.tile
                where level not between 0 and 6 or index < 0
                   or (index + 1) * power(256::numeric, level + 1)
                      > (select coalesce(max(position), 0) from ledger.event)
                limit 10
                """,
                row -> row.getString(1));
    }

    private <T> T one(String sql, Row<T> row) throws SQLException {
        return list(sql, row).getFirst();
    }

    private <T> List<T> list(String sql, Row<T> read, Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        List<T> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(read.of(row));
            }
        }
        return rows;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
