package org.ccgledger.ledger.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.ccgledger.ledger.LedgerCreated;
import org.ccgledger.ledger.LedgerException;
import org.ccgledger.ledger.LedgerKeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the ledger says of itself: whose it is, which history of it this is, and who signs it.
///
/// @param version of its stream
/// @param keys in the order in which they began to sign
/// @param restored the restore that began this history, if one did
public record Lineage(
        UUID ledgerId,
        int epoch,
        long version,
        List<Keys> keys,
        @Nullable LedgerRestored restored) {

    /// The stream of the events that the ledger has about itself.
    public static final String STREAM = "ledger:lineage";

    private static final String OWN = "ledger.";

    /// Keys, and the position of the event that named them.
    public record Keys(long position, List<LedgerKeys.PublicKey> keys) {}

    /// Reads it; nothing if the database holds no ledger.
    public static Optional<Lineage> read(DataSource database) {
        try (Connection connection = database.getConnection()) {
            Optional<Lineage> lineage = read(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return lineage;
        } catch (SQLException e) {
            throw new LedgerException.Unavailable(e);
        }
    }

    /// Whether an event is about the ledger itself, and so says nothing to those who read what it
    /// records.
    public static boolean isOwn(String type) {
        return type.startsWith(OWN);
    }

    /// Reads it in the transaction of a connection; nothing if the database holds no ledger.
    public static Optional<Lineage> read(Connection connection) throws SQLException {
        @Nullable LedgerCreated created = null;
        @Nullable LedgerRestored restored = null;
        List<Keys> keys = new ArrayList<>();
        long version = 0;
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select position, version, type, fact from ledger.event where stream = ? order by version")) {
            select.setString(1, STREAM);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    version = row.getLong("version");
                    byte[] fact = row.getBytes("fact");
                    switch (row.getString("type")) {
                        case LedgerCreated.TYPE -> {
                            created = event(fact, LedgerCreated.class);
                            keys.add(new Keys(row.getLong("position"), created.keys()));
                        }
                        case LogKeyRotated.TYPE ->
                                keys.add(
                                        new Keys(
                                                row.getLong("position"),
                                                event(fact, LogKeyRotated.class).keys()));
                        case LedgerRestored.TYPE -> restored = event(fact, LedgerRestored.class);
                        case String other ->
                                throw new IllegalStateException(
                                        "The lineage holds an event that this build does not know: "
                                                + other);
                    }
                }
            }
        }
        if (created == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Lineage(
                        created.ledgerId(),
                        restored == null ? created.epoch() : restored.epoch(),
                        version,
                        List.copyOf(keys),
                        restored));
    }

    /// How an event of the lineage is written.
    public static byte[] fact(Object event) {
        return JsonMapper.shared().writeValueAsBytes(event);
    }

    /// What an event of the lineage says.
    static <T> T event(byte[] fact, Class<T> type) {
        return JsonMapper.shared().readValue(fact, type);
    }

    /// The name under which checkpoints of this history are signed.
    public String origin() {
        return origin(ledgerId, epoch);
    }

    static String origin(UUID ledgerId, int epoch) {
        return "ccg-ledger/" + ledgerId + "/" + epoch;
    }

    /// The keys of this history as lines of a policy, by which others check its signatures: `log`,
    /// origin, first size, last size or `-`, verifier key.
    ///
    /// It is worth something only when it is had from somebody other than the ledger.
    public List<String> policy() {
        List<String> lines = new ArrayList<>();
        long begin = restored == null ? 1 : restored.restoredTo() + 1;
        for (int i = 0; i < keys.size(); i++) {
            long from = Math.max(begin, keys.get(i).position());
            long to = i + 1 < keys.size() ? keys.get(i + 1).position() - 1 : Long.MAX_VALUE;
            if (from <= to) {
                for (LedgerKeys.PublicKey key : keys.get(i).keys()) {
                    lines.add(
                            "log %s %d %s %s"
                                    .formatted(
                                            origin(),
                                            from,
                                            to == Long.MAX_VALUE ? "-" : Long.toString(to),
                                            VerifierKey.of(origin(), key)));
                }
            }
        }
        return lines;
    }

    /// Whether the ledger has ever named a key as its own.
    boolean names(LedgerKeys.PublicKey key) {
        return keys.stream().anyMatch(named -> named.keys().contains(key));
    }

    /// The keys that are to sign now.
    List<LedgerKeys.PublicKey> current() {
        return Objects.requireNonNull(keys.getLast()).keys();
    }
}
