package org.ccgledger.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/// The first event of a ledger, which makes it one.
final class Genesis {

    /// Two processes that start on an empty database use the same id, so one of them creates the
    /// ledger.
    private static final UUID COMMAND =
            Digests.uuid(Digests.sha256(LedgerCreated.TYPE.getBytes(StandardCharsets.UTF_8)));

    private Genesis() {}

    /// The ledger's creation, which takes place now if the database holds none.
    static LedgerCreated of(
            DataSource database, SubjectVault vault, LedgerKeys keys, LocalDate today) {
        try {
            Optional<LedgerCreated> existing = read(database);
            if (existing.isEmpty()) {
                create(database, vault, keys, today);
                existing = read(database);
            }
            return existing.orElseThrow();
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(e);
        }
    }

    private static void create(
            DataSource database, SubjectVault vault, LedgerKeys keys, LocalDate today)
            throws SQLException {
        LedgerCreated created = new LedgerCreated(UUID.randomUUID(), 1, keys.publicKeys(), today);
        byte[] fact = JsonMapper.shared().writeValueAsBytes(created);
        byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
        AppendBatch batch = new AppendBatch();
        batch.add(
                new AppendPreparation(created.ledgerId(), vault)
                        .prepare(
                                new Append(
                                        COMMAND,
                                        new byte[32],
                                        none,
                                        none,
                                        List.of(),
                                        LedgerCreated.STREAM,
                                        0,
                                        List.of(
                                                new NewEvent(
                                                        LedgerCreated.TYPE,
                                                        1,
                                                        today,
                                                        Set.of(),
                                                        fact,
                                                        List.of())),
                                        List.of())));
        try (WriterSession session = WriterSession.begin(database, UUID.randomUUID())) {
            session.append(batch.entries());
        }
    }

    private static Optional<LedgerCreated> read(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select fact from ledger.event where position = 1");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(
                            JsonMapper.shared().readValue(row.getBytes(1), LedgerCreated.class))
                    : Optional.empty();
        }
    }
}
