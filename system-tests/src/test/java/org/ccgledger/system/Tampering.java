package org.ccgledger.system;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.params.provider.Arguments;

/// What a superuser does to a long ledger with triggers out of the way.
///
/// The stored leaf hash is changed with the rest where that helps whoever does it.
final class Tampering {

    static final String LEAF =
            """
            leaf_hash = sha256('\\x00'::bytea || int8send(position)
                || int8send((extract(epoch from recorded_at) * 1000000)::bigint) || %s)\
            """;
    private static final String BODY =
            "set_byte(body, length(body) - 9, get_byte(body, length(body) - 9) # 1)";

    private final LongLedger ledger;
    private final DataSource auditor;
    private final int events;
    private final int middle;
    private final int late;

    /// @param events that the ledger has
    /// @param middle where most is done
    /// @param late where so much is done that it should not take long
    Tampering(LongLedger ledger, int events, int middle, int late) {
        this.ledger = ledger;
        this.auditor = ledger.database().as("test_auditor");
        this.events = events;
        this.middle = middle;
        this.late = late;
    }

    /// What is made of a ledger that was tampered with.
    interface Look<T> {
        T at(Connection superuser) throws Exception;
    }

    /// Tampers in a transaction that is rolled back after a look through the same connection.
    <T> T undone(List<String> statements, Look<T> look) throws Exception {
        try (Connection superuser = ledger.database().owner().getConnection();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            try {
                statement.execute("set local session_replication_role = replica");
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return look.at(superuser);
            } finally {
                superuser.rollback();
            }
        }
    }

    /// Each way of tampering with what the events are: its name, the fault that the audit names
    /// first, where, and the statements.
    List<Arguments> ways() {
        return List.of(
                tamper(
                        "1 one bit of a body",
                        "leaf hash is not that of",
                        middle,
                        event("body = " + BODY)),
                tamper(
                        "2 a body and its leaf",
                        "is not what the body commits to",
                        middle,
                        event("body = " + BODY + ", " + LEAF.formatted(BODY))),
                tamper(
                        "3 a row in the middle deleted",
                        "is missing",
                        middle,
                        "delete from ledger.event where position = " + middle),
                tamper(
                        "4 a row deleted and the rest renumbered",
                        "leaf hash is not that of",
                        late,
                        "delete from ledger.event where position = " + late,
                        "update ledger.event set position = -position where position > " + late,
                        "update ledger.event set position = -position - 1 where position < 0"),
                tamper(
                        "5 the last ten deleted",
                        "is cut off: it holds %d of %d events".formatted(events - 10, events),
                        events - 9,
                        "delete from ledger.event where position > " + (events - 10)),
                tamper(
                        "6 two rows swapped, leaves repaired",
                        "command ",
                        commandAt() + 1,
                        swap(),
                        "update ledger.event set "
                                + LEAF.formatted("body")
                                + " where position in (%d, %d)"
                                        .formatted(commandAt() + 1, commandAt() + 2)),
                tamper(
                        "7 a forged row inserted, the rest renumbered",
                        "leaf hash is not that of",
                        late,
                        "update ledger.event set position = -position where position >= " + late,
                        "update ledger.event set position = -position + 1 where position < 0",
                        """
                        insert into ledger.event select %d, recorded_at, 'forged', 1, command_index, type,
                            schema_version, effective_on, body, fact, part_commitments, leaf_hash
                        from ledger.event where position = %d
                        """
                                .formatted(late, late - 1)),
                tamper(
                        "8 only the stream",
                        "stream is application:forged in the column",
                        middle,
                        event("stream = 'application:forged'")),
                tamper(
                        "9 only the version",
                        "version is 100000 in the column",
                        middle,
                        event("version = 100000")),
                tamper(
                        "10 only the command's id",
                        "command id is",
                        commandAt(),
                        command("command_id = gen_random_uuid()")),
                tamper(
                        "11 the same JSON written again",
                        "fact is not what the body commits to",
                        middle,
                        event(
                                "fact = convert_to(convert_from(fact, 'UTF8')::jsonb::text,"
                                        + " 'UTF8')")),
                tamper(
                        "12 every leaf made again after a change",
                        "leaf is not the one in tile 0/" + (commandAt() - 1) / 256,
                        commandAt(),
                        earlier(),
                        "update ledger.event set "
                                + LEAF.formatted("body")
                                + " where position = "
                                + commandAt()),
                tamper(
                        "13 everything deleted",
                        "is cut off: it holds 0 of %d events".formatted(events),
                        1,
                        "truncate ledger.event"),
                tamper(
                        "a tag deleted",
                        "tags is",
                        middle,
                        """
                        delete from ledger.tag where ctid =
                            (select ctid from ledger.tag where position = %d limit 1)
                        """
                                .formatted(middle)),
                tamper(
                        "a tag added",
                        "tags is",
                        middle,
                        "insert into ledger.tag select 'ccg:forged', position, type from"
                                + " ledger.event where position = "
                                + middle),
                tamper(
                        "a decision record",
                        "decision is not what the body commits to",
                        commandAt(),
                        command("decision = decision || ' '::bytea")),
                tamper(
                        "a command's count of events",
                        "a command's row stands at",
                        number(
                                "select position + event_count - 1 from ledger.command where"
                                        + " position = "
                                        + commandAt()),
                        command("event_count = event_count - 1")),
                tamper(
                        "a personal part deleted",
                        "personal part 0 is not accounted for",
                        personalAt(),
                        "delete from ledger.personal where part = 0 and position = "
                                + personalAt()));
    }

    static Arguments tamper(String what, String fault, long position, String... statements) {
        return argumentSet(what, fault, position, List.of(statements));
    }

    Connection auditor() throws SQLException {
        return auditor.getConnection();
    }

    byte[] newestNote(Connection connection) throws SQLException {
        return text(connection, "select note from ledger.checkpoint order by size desc limit 1")
                .getBytes(StandardCharsets.UTF_8);
    }

    String event(String assignments) {
        return "update ledger.event set " + assignments + " where position = " + middle;
    }

    String command(String assignments) {
        return "update ledger.command set " + assignments + " where position = " + commandAt();
    }

    /// A time that nothing contradicts but the tree.
    String earlier() {
        return "update ledger.event set recorded_at = recorded_at - interval '1 microsecond' where"
                + " position = "
                + commandAt();
    }

    String swap() {
        return """
        update ledger.event set position = case position when %1$d then -1 else -2 end where position in (%1$d, %2$d);
        update ledger.event set position = case position when -1 then %2$d else %1$d end where position < 0
        """
                .formatted(commandAt() + 1, commandAt() + 2);
    }

    /// A statement that puts another note in the newest one's place.
    String note(UnaryOperator<String> other) throws SQLException {
        try (Connection auditor = auditor()) {
            String newest = new String(newestNote(auditor), StandardCharsets.UTF_8);
            return "update ledger.checkpoint set note = '"
                    + other.apply(newest)
                    + "' where size = "
                    + events;
        }
    }

    /// The same text with the signature of another key.
    static String forged(String note, boolean sameId) {
        int blank = note.indexOf("\n\n");
        String[] words = note.substring(blank + 2).split("[ \n]", -1);
        byte[] line = Base64.getDecoder().decode(words[2]);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
            signature.update(note.substring(0, blank + 1).getBytes(StandardCharsets.UTF_8));
            System.arraycopy(signature.sign(), 0, line, 4, 64);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        line[0] ^= (byte) (sameId ? 0 : 1);
        return note.substring(0, blank + 2)
                + "\u2014 "
                + words[1]
                + " "
                + Base64.getEncoder().encodeToString(line)
                + "\n";
    }

    long commandAt() {
        return number(
                "select max(position) from ledger.command where event_count > 5 and position <= "
                        + middle);
    }

    long personalAt() {
        return number("select min(position) from ledger.personal where position >= " + middle);
    }

    long number(String sql) {
        try (Connection auditor = auditor()) {
            return Long.parseLong(text(auditor, sql));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
