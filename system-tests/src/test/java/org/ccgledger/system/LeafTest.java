package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.PersonalPart;
import org.ccgledger.verifier.StoredLeaf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the application writes, held against the second implementation of the format.
class LeafTest {

    private static final RunningLedger LEDGER = RunningLedger.start();
    private static final String LEAF = "leaf hash is not that of";

    private static List<Reply> replies = List.of();
    private static long personal;

    @BeforeAll
    static void play() {
        replies = Sample.play(LEDGER);
        personal = appendPersonal();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void every_row_that_the_application_wrote_is_in_order() throws SQLException {
        assertThat(replies).extracting(Reply::status).contains(200, 201, 409);
        try (Connection auditor = LEDGER.as("ledger_auditor").getConnection()) {
            List<StoredLeaf> leaves = Leaves.read(auditor);

            assertThat(leaves).hasSizeGreaterThan(replies.size());
            assertThat(leaves).extracting(StoredLeaf::commandIndex).contains(1);
            assertThat(leaves).anyMatch(leaf -> leaf.parts().size() == 2);
            assertThat(leaves).allMatch(leaf -> leaf.missingParts().isEmpty());
            assertThat(leaves)
                    .extracting(StoredLeaf::position)
                    .containsExactlyElementsOf(
                            Stream.iterate(1L, n -> n + 1).limit(leaves.size()).toList());
            assertThat(leaves).extracting(StoredLeaf::recordedAt).isSorted();
            assertThat(Leaves.faults(auditor, LEDGER.bean(Ledger.class).id())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource
    void a_tampered_row_is_named(String sql, String fault) throws SQLException {
        UUID ledger = LEDGER.bean(Ledger.class).id();
        try (Connection superuser = LEDGER.owner().getConnection();
                Statement statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            // Triggers do not hold a superuser back.
            statement.execute("set local session_replication_role = replica");
            assertThat(statement.executeUpdate(sql.formatted(personal))).isEqualTo(1);

            Map<Long, List<String>> faults = Leaves.faults(superuser, ledger);

            superuser.rollback();
            assertThat(faults).containsOnlyKeys(personal);
            assertThat(faults.get(personal)).anyMatch(found -> found.startsWith(fault));
        }
    }

    static List<Arguments> a_tampered_row_is_named() {
        return List.of(
                event("body", "body = set_byte(body, 30, get_byte(body, 30) # 1)", LEAF),
                event(
                        "leaf",
                        "leaf_hash = set_byte(leaf_hash, 9, get_byte(leaf_hash, 9) # 4)",
                        LEAF),
                event(
                        "body with its leaf",
                        """
                        body = set_byte(body, 30, get_byte(body, 30) # 1),
                        leaf_hash = sha256('\\x00'::bytea || int8send(position)
                            || int8send((extract(epoch from recorded_at) * 1000000)::bigint)
                            || set_byte(body, 30, get_byte(body, 30) # 1))\
                        """,
                        "stream is"),
                event("time", "recorded_at = recorded_at + interval '1 microsecond'", LEAF),
                event("stream", "stream = stream || 'x'", "stream is"),
                event("version", "version = version + 1", "version is"),
                event("type", "type = 'test.Other'", "type is"),
                event("schema version", "schema_version = 2", "schema version is"),
                event("effective date", "effective_on = effective_on - 1", "effective date is"),
                event("index", "command_index = command_index + 1", "command index is"),
                event(
                        "fact re-serialised",
                        "fact = convert_to(convert_from(fact, 'UTF8')::jsonb::text, 'UTF8')",
                        "fact is not"),
                event(
                        "part commitments",
                        "part_commitments = set_byte(part_commitments, 0, get_byte(part_commitments, 0) # 1)",
                        "part commitments are not"),
                command("command id", "command_id = gen_random_uuid()", "command id is"),
                command("metadata", "metadata = metadata || ' '::bytea", "metadata is not"),
                command("decision", "decision = '{}'", "decision is not"),
                argumentSet(
                        "command deleted",
                        "delete from ledger.command where position = %d",
                        "command has no row"),
                argumentSet(
                        "tag deleted",
                        "delete from ledger.tag where position = %d and tag = 'test:a'",
                        "tags is"),
                argumentSet(
                        "tag added",
                        "insert into ledger.tag (tag, position, type) values ('test:c', %d, 'test.Said')",
                        "tags is"),
                argumentSet(
                        "tag's type",
                        "update ledger.tag set type = 'test.Other' where position = %d and tag = 'test:a'",
                        "tag test:a has another"),
                argumentSet(
                        "personal part",
                        "update ledger.personal set content = content || '\\x00' where position = %d and part = 1",
                        "personal part 1 is not"),
                argumentSet(
                        "salt",
                        "update ledger.personal set salt = sha256(salt) where position = %d and part = 0",
                        "personal part 0 is not"));
    }

    @Test
    void a_part_that_is_gone_is_told_and_the_rest_stays_in_order() throws SQLException {
        try (Connection eraser = LEDGER.owner().getConnection();
                Statement statement = eraser.createStatement()) {
            eraser.setAutoCommit(false);
            statement.execute(
                    "delete from ledger.personal where part = 0 and position = " + personal);

            List<StoredLeaf> leaves = Leaves.read(eraser);
            Map<Long, List<String>> faults = Leaves.faults(eraser, LEDGER.bean(Ledger.class).id());

            eraser.rollback();
            assertThat(faults).isEmpty();
            assertThat(leaves.get((int) personal - 1).missingParts()).containsExactly(0);
        }
    }

    private static Arguments event(String what, String assignment, String fault) {
        return argumentSet(
                what, "update ledger.event set " + assignment + " where position = %d", fault);
    }

    private static Arguments command(String what, String assignment, String fault) {
        return argumentSet(
                what, "update ledger.command set " + assignment + " where position = %d", fault);
    }

    /// An event with a part of its own and one of its decision record.
    private static long appendPersonal() {
        UUID person = UUID.randomUUID();
        Appended appended =
                (Appended)
                        LEDGER.bean(Ledger.class)
                                .append(
                                        new Append(
                                                UUID.randomUUID(),
                                                new byte[32],
                                                utf8("{\"actor\":\"test\"}"),
                                                utf8("{\"outcome\":\"ACCEPTED\"}"),
                                                List.of(
                                                        new PersonalPart(
                                                                "/said", person, "In words")),
                                                "test:" + person,
                                                0,
                                                List.of(
                                                        new NewEvent(
                                                                "test.Said",
                                                                1,
                                                                LocalDate.of(1948, 7, 5),
                                                                Set.of("test:b", "test:a"),
                                                                utf8("{\"b\":1,\"a\":\"é\"}"),
                                                                List.of(
                                                                        new PersonalPart(
                                                                                "/name", person,
                                                                                "Zoë")))),
                                                List.of()));
        return appended.firstPosition();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
