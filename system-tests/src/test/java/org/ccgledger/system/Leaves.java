package org.ccgledger.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ccgledger.verifier.LeafCheck;
import org.ccgledger.verifier.StoredLeaf;
import org.jspecify.annotations.Nullable;

/// The ledger's rows as an auditor with SQL reads them.
final class Leaves {

    private Leaves() {}

    /// What is wrong with each event, by position; an event that is in order has no entry.
    static Map<Long, List<String>> faults(Connection connection, UUID ledgerId)
            throws SQLException {
        Map<Long, List<String>> faults = new LinkedHashMap<>();
        for (StoredLeaf leaf : read(connection)) {
            List<String> found = LeafCheck.check(ledgerId, leaf);
            if (!found.isEmpty()) {
                faults.put(leaf.position(), found);
            }
        }
        return faults;
    }

    static List<StoredLeaf> read(Connection connection) throws SQLException {
        Map<Long, List<StoredLeaf.Tag>> tags = new LinkedHashMap<>();
        Map<Long, List<StoredLeaf.Part>> parts = new LinkedHashMap<>();
        List<StoredLeaf> leaves = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery("select position, tag, type from ledger.tag");
            while (row.next()) {
                tags.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(new StoredLeaf.Tag(row.getString(2), row.getString(3)));
            }
            row =
                    statement.executeQuery(
                            "select position, part, salt, content from ledger.personal");
            while (row.next()) {
                parts.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                        .add(new StoredLeaf.Part(row.getInt(2), row.getBytes(3), row.getBytes(4)));
            }
            row =
                    statement.executeQuery(
                            """
                            select e.*, c.command_id, c.metadata, c.decision
                            from ledger.event e
                            left join ledger.command c on c.position = e.position - e.command_index
                            order by e.position
                            """);
            while (row.next()) {
                long position = row.getLong("position");
                leaves.add(
                        new StoredLeaf(
                                position,
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                                row.getString("stream"),
                                row.getLong("version"),
                                row.getInt("command_index"),
                                row.getString("type"),
                                row.getInt("schema_version"),
                                row.getObject("effective_on", LocalDate.class),
                                row.getBytes("body"),
                                row.getBytes("fact"),
                                row.getBytes("part_commitments"),
                                row.getBytes("leaf_hash"),
                                command(row),
                                tags.getOrDefault(position, List.of()),
                                parts.getOrDefault(position, List.of())));
            }
        }
        return leaves;
    }

    private static StoredLeaf.@Nullable Command command(ResultSet row) throws SQLException {
        UUID id = row.getObject("command_id", UUID.class);
        return id == null
                ? null
                : new StoredLeaf.Command(id, row.getBytes("metadata"), row.getBytes("decision"));
    }
}
