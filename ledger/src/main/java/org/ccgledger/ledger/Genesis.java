package org.ccgledger.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.ccgledger.ledger.proof.Lineage;

/// The first event of a ledger, which makes it one.
final class Genesis {

    /// Two processes that start on an empty database use the same id, so one of them creates the
    /// ledger.
    private static final UUID COMMAND =
            Digests.uuid(Digests.sha256(LedgerCreated.TYPE.getBytes(StandardCharsets.UTF_8)));

    private Genesis() {}

    /// The ledger's lineage, which begins now if the database holds none.
    static Lineage of(DataSource database, SubjectVault vault, LedgerKeys keys, LocalDate today) {
        try {
            Optional<Lineage> existing = Lineage.read(database);
            if (existing.isEmpty()) {
                create(database, vault, keys, today);
                existing = Lineage.read(database);
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
        byte[] fact = Lineage.fact(created);
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
}
