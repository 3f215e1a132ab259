package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ccgledger.verifier.AuditReport;
import org.ccgledger.verifier.AuditReport.Fault;
import org.ccgledger.verifier.LedgerAudit;
import org.ccgledger.verifier.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a superuser does to a long ledger with triggers out of the way, and what the audit behind
/// `ccg verify` says of it.
///
/// Each is done in a transaction that is rolled back after the audit has read through the same
/// connection. The stored leaf hash is changed with the rest where that helps whoever does it.
class TamperTest {

    private static final int EVENTS = 100_000;
    private static final int MIDDLE = 50_000;
    private static final int LATE = 98_000;

    /// How often a clean ledger is audited; a clean audit raises no alarm.
    private static final int CLEAN = Integer.getInteger("ccg.clean-audits", 2);

    private static final LongLedger LEDGER = LongLedger.of(EVENTS);
    private static final Policy POLICY = LEDGER.policy();

    private static final Pattern RANGE = Pattern.compile("from position (\\d+) to (\\d+) was");
    private static final String LEAF =
            """
            leaf_hash = sha256('\\x00'::bytea || int8send(position)
                || int8send((extract(epoch from recorded_at) * 1000000)::bigint) || %s)\
            """;
    private static final String BODY =
            "set_byte(body, length(body) - 9, get_byte(body, length(body) - 9) # 1)";

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_clean_ledger_raises_no_alarm_however_often_it_is_audited() throws SQLException {
        try (Connection auditor = auditor()) {
            for (int i = 0; i < CLEAN; i++) {
                AuditReport report = audit(auditor, null, newestNote(auditor));

                assertThat(report.faults()).isEmpty();
                assertThat(report.isClean()).isTrue();
                assertThat(report.events()).isEqualTo(EVENTS);
                assertThat(report.personalParts()).isGreaterThan(1000);
                assertThat(report.checkpoint()).hasFieldOrPropertyWithValue("size", (long) EVENTS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_tampered_ledger_is_named(String fault, long position, List<String> statements)
            throws SQLException {
        AuditReport report = tampered(null, statements.toArray(String[]::new));

        assertThat(report.faults()).isNotEmpty();
        assertThat(report.faults().getFirst())
                .satisfies(first -> {
                    assertThat(first.toString()).contains(fault);
                    assertThat(first.position()).isEqualTo(position);
                });
    }

    static List<Arguments> a_tampered_ledger_is_named() {
        return List.of(
                tamper(
                        "1 one bit of a body",
                        "leaf hash is not that of",
                        MIDDLE,
                        event("body = " + BODY)),
                tamper(
                        "2 a body and its leaf",
                        "is not what the body commits to",
                        MIDDLE,
                        event("body = " + BODY + ", " + LEAF.formatted(BODY))),
                tamper(
                        "3 a row in the middle deleted",
                        "is missing",
                        MIDDLE,
                        "delete from ledger.event where position = " + MIDDLE),
                tamper(
                        "4 a row deleted and the rest renumbered",
                        "leaf hash is not that of",
                        LATE,
                        "delete from ledger.event where position = " + LATE,
                        "update ledger.event set position = -position where position > " + LATE,
                        "update ledger.event set position = -position - 1 where position < 0"),
                tamper(
                        "5 the last ten deleted",
                        "is cut off: it holds 99990 of 100000 events",
                        EVENTS - 9,
                        "delete from ledger.event where position > " + (EVENTS - 10)),
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
                        LATE,
                        "update ledger.event set position = -position where position >= " + LATE,
                        "update ledger.event set position = -position + 1 where position < 0",
                        """
                        insert into ledger.event select %d, recorded_at, 'forged', 1, command_index, type,
                            schema_version, effective_on, body, fact, part_commitments, leaf_hash
                        from ledger.event where position = %d
                        """
                                .formatted(LATE, LATE - 1)),
                tamper(
                        "8 only the stream",
                        "stream is application:forged in the column",
                        MIDDLE,
                        event("stream = 'application:forged'")),
                tamper(
                        "9 only the version",
                        "version is 100000 in the column",
                        MIDDLE,
                        event("version = 100000")),
                tamper(
                        "10 only the command's id",
                        "command id is",
                        commandAt(),
                        command("command_id = gen_random_uuid()")),
                tamper(
                        "11 the same JSON written again",
                        "fact is not what the body commits to",
                        MIDDLE,
                        event(
                                "fact = convert_to(convert_from(fact, 'UTF8')::jsonb::text, 'UTF8')")),
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
                        "is cut off: it holds 0 of 100000 events",
                        1,
                        "truncate ledger.event"),
                tamper(
                        "a tag deleted",
                        "tags is",
                        MIDDLE,
                        """
                        delete from ledger.tag where ctid =
                            (select ctid from ledger.tag where position = %d limit 1)
                        """
                                .formatted(MIDDLE)),
                tamper(
                        "a tag added",
                        "tags is",
                        MIDDLE,
                        "insert into ledger.tag select 'ccg:forged', position, type from ledger.event"
                                + " where position = "
                                + MIDDLE),
                tamper(
                        "a tag of no event added",
                        "has a row in ledger.tag and is no event",
                        EVENTS + 5,
                        "insert into ledger.tag values ('ccg:forged', %d, 'x')"
                                .formatted(EVENTS + 5)),
                tamper(
                        "a decision record",
                        "decision is not what the body commits to",
                        commandAt(),
                        command("decision = decision || ' '::bytea")),
                tamper(
                        "a command's count of events",
                        "a command's row stands at",
                        number(
                                "select position + event_count - 1 from ledger.command where position = "
                                        + commandAt()),
                        command("event_count = event_count - 1")),
                tamper(
                        "a personal part deleted",
                        "personal part 0 is not accounted for",
                        personalAt(),
                        "delete from ledger.personal where part = 0 and position = "
                                + personalAt()));
    }

    /// Without the tile only the checkpoints are left to say where.
    @Test
    void the_narrowest_range_is_named_when_leaves_were_made_again_and_their_tile_is_gone()
            throws SQLException {
        AuditReport report =
                tampered(
                        null,
                        earlier(),
                        "update ledger.event set "
                                + LEAF.formatted("body")
                                + " where position = "
                                + commandAt(),
                        "delete from ledger.tile where level = 0 and index = "
                                + (commandAt() - 1) / 256);

        assertThat(report.faults())
                .extracting(Fault::what)
                .filteredOn(what -> what.contains("has another root"))
                .singleElement()
                .satisfies(what -> {
                    Matcher range = RANGE.matcher(what);
                    assertThat(range.find()).as(what).isTrue();
                    long from = Long.parseLong(range.group(1));
                    long to = Long.parseLong(range.group(2));
                    assertThat(commandAt()).isBetween(from, to);
                    assertThat(to - from).isLessThan(20_000);
                });
    }

    @Test
    void a_note_by_another_key_is_not_believed() throws Exception {
        // 14 under the name and id of the log's key, and 15 under another id.
        AuditReport sameId = tampered(null, note(old -> forged(old, true)));
        AuditReport otherId = tampered(null, note(old -> forged(old, false)));

        assertThat(sameId.faults().getFirst().what()).contains("bad signature by the known key");
        assertThat(otherId.faults().getFirst().what()).contains("no known key has signed it");
    }

    @Test
    void an_old_note_is_a_rollback_for_whoever_has_seen_a_newer_one() throws SQLException {
        byte[] seen;
        try (Connection auditor = auditor()) {
            seen = newestNote(auditor);
        }
        String replay = "delete from ledger.checkpoint where size > " + MIDDLE;

        AuditReport remembered = tampered(seen, replay);
        AuditReport forgetful = tampered(null, replay);

        assertThat(remembered.faults().getFirst().what())
                .contains("was rolled back", "the one last seen 100000");
        assertThat(forgetful.isClean()).isTrue();
        assertThat(forgetful.notChecked())
                .anyMatch(line -> line.contains("no checkpoint covers them yet"))
                .anyMatch(line -> line.contains("--last-seen"));
    }

    private static Arguments tamper(
            String what, String fault, long position, String... statements) {
        return argumentSet(what, fault, position, List.of(statements));
    }

    private static AuditReport tampered(byte @Nullable [] lastSeen, String... statements)
            throws SQLException {
        try (Connection superuser = LEDGER.database().owner().getConnection();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            try {
                statement.execute("set local session_replication_role = replica");
                for (String sql : statements) {
                    statement.execute(sql);
                }
                return audit(superuser, null, lastSeen);
            } finally {
                superuser.rollback();
            }
        }
    }

    private static AuditReport audit(
            Connection connection, byte @Nullable [] checkpoint, byte @Nullable [] lastSeen)
            throws SQLException {
        return LedgerAudit.run(
                connection, new LedgerAudit.Given(POLICY, checkpoint, lastSeen), (_, _) -> {});
    }

    private static Connection auditor() throws SQLException {
        return LEDGER.database().as("test_auditor").getConnection();
    }

    private static byte[] newestNote(Connection connection) throws SQLException {
        return text(connection, "select note from ledger.checkpoint order by size desc limit 1")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String event(String assignments) {
        return "update ledger.event set " + assignments + " where position = " + MIDDLE;
    }

    private static String command(String assignments) {
        return "update ledger.command set " + assignments + " where position = " + commandAt();
    }

    /// A time that nothing contradicts but the tree.
    private static String earlier() {
        return "update ledger.event set recorded_at = recorded_at - interval '1 microsecond' where position = "
                + commandAt();
    }

    private static String swap() {
        return """
        update ledger.event set position = case position when %1$d then -1 else -2 end where position in (%1$d, %2$d);
        update ledger.event set position = case position when -1 then %2$d else %1$d end where position < 0
        """
                .formatted(commandAt() + 1, commandAt() + 2);
    }

    /// A statement that puts another note in the newest one's place.
    private static String note(UnaryOperator<String> other) throws SQLException {
        try (Connection auditor = auditor()) {
            String newest = new String(newestNote(auditor), StandardCharsets.UTF_8);
            return "update ledger.checkpoint set note = '"
                    + other.apply(newest)
                    + "' where size = "
                    + EVENTS;
        }
    }

    /// The same text with the signature of another key.
    private static String forged(String note, boolean sameId) {
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

    private static long commandAt() {
        return number(
                "select max(position) from ledger.command where event_count > 5 and position <= "
                        + MIDDLE);
    }

    private static long personalAt() {
        return number("select min(position) from ledger.personal where position >= " + MIDDLE);
    }

    private static long number(String sql) {
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
