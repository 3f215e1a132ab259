package org.ccgledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeafCheckTest {

    private static final String LEAF_HASH =
            "leaf hash is not that of the position, the time and the body";

    @Test
    void bytes_written_by_hand_are_in_order() {
        assertThat(faults(_ -> {})).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void a_tampered_field_is_named(Consumer<Row> tamper, String fault) {
        assertThat(faults(tamper)).containsExactly(fault);
    }

    static List<Arguments> a_tampered_field_is_named() {
        return List.of(
                tampered(
                        "time without an end",
                        row -> row.recordedAt = OffsetDateTime.MAX.toInstant(),
                        "time is none that there is: " + OffsetDateTime.MAX.toInstant()),
                tampered("position", row -> row.position++, LEAF_HASH),
                tampered("time", row -> row.recordedAt = row.recordedAt.plusNanos(1000), LEAF_HASH),
                tampered("leaf hash", row -> row.leafHash[31] ^= 1, LEAF_HASH),
                tampered(
                        "stream",
                        row -> row.stream = "application:02P",
                        "stream is application:02P in the column, application:02N in the body"),
                tampered(
                        "version",
                        row -> row.version = 4,
                        "version is 4 in the column, 3 in the body"),
                tampered(
                        "command id",
                        row -> row.commandId = new UUID(0, 1),
                        "command id is 00000000-0000-0000-0000-000000000001 in the column,"
                                + " 01020304-0506-8708-890a-0b0c0d0e0f10 in the body"),
                tampered("command", row -> row.commandDeleted = true, "command has no row"),
                tampered(
                        "index",
                        row -> row.commandIndex = 0,
                        "command index is 0 in the column, 1 in the body"),
                tampered(
                        "schema version",
                        row -> row.schemaVersion = 2,
                        "schema version is 2 in the column, 1 in the body"),
                tampered(
                        "effective date",
                        row -> row.effectiveOn = row.effectiveOn.plusDays(1),
                        "effective date is 15797 in the column, 15796 in the body"),
                tampered(
                        "tag deleted",
                        row -> row.tags.removeFirst(),
                        "tags is [ccg:02N] in the column, [ccg:02N, code:02N] in the body"),
                tampered(
                        "tag added",
                        row -> row.tags.add(new StoredLeaf.Tag("ccg:02P", row.type)),
                        "tags is [ccg:02N, ccg:02P, code:02N] in the column, [ccg:02N, code:02N] in the body"),
                tampered(
                        "tag's type",
                        row -> row.tags.set(0, new StoredLeaf.Tag("code:02N", "ccg.Other")),
                        "tag code:02N has another event's type: ccg.Other"),
                tampered(
                        "fact re-serialised",
                        row -> row.fact = Row.utf8("{\"ccg\": \"02N\"}"),
                        "fact is not what the body commits to"),
                tampered(
                        "metadata",
                        row -> row.metadata[3] ^= 1,
                        "metadata is not what the body commits to"),
                tampered(
                        "decision",
                        row -> row.decision[3] ^= 1,
                        "decision is not what the body commits to"),
                tampered(
                        "part",
                        row -> row.parts.get(1).content()[0] ^= 1,
                        "personal part 1 is not what was committed to"),
                tampered(
                        "salt",
                        row -> row.parts.get(0).salt()[0] ^= 1,
                        "personal part 0 is not what was committed to"),
                tampered(
                        "part added",
                        row -> row.parts.add(new StoredLeaf.Part(2, new byte[32], new byte[1])),
                        "personal part 2 is none of the event's 2"));
    }

    @Test
    void another_type_is_seen_in_the_column_and_against_the_tags() {
        assertThat(faults(row -> row.type = "ccg.Other"))
                .contains(
                        "type is ccg.Other in the column, ccg.authorisation.CCGAuthorised in the body")
                .hasSize(3);
    }

    @Test
    void part_commitments_are_held_by_the_body_when_the_part_follows_them() {
        assertThat(
                        faults(row -> {
                            row.parts.removeLast();
                            row.partCommitments[63] ^= 1;
                        }))
                .containsExactly("part commitments are not those that the body commits to");
    }

    @Test
    void an_event_of_another_ledger_is_none_of_this() {
        assertThat(LeafCheck.check(new UUID(0, 0), new Row().leaf()))
                .singleElement()
                .asString()
                .startsWith("ledger is 00000000");
    }

    @Test
    void an_erased_part_leaves_the_others_checkable_and_is_told() {
        Row row = new Row();
        row.parts.removeFirst();

        assertThat(LeafCheck.check(Row.LEDGER, row.leaf())).isEmpty();
        assertThat(row.leaf().missingParts()).containsExactly(0);
        row.parts.getFirst().content()[0] ^= 1;
        assertThat(LeafCheck.check(Row.LEDGER, row.leaf()))
                .containsExactly("personal part 1 is not what was committed to");
    }

    @Test
    void no_bit_of_a_body_or_leaf_hash_can_be_changed() {
        for (int bit = 0; bit < 8 * new Row().body.length; bit++) {
            int at = bit;
            assertThat(faults(row -> row.body[at / 8] ^= (byte) (1 << at % 8)))
                    .as("bit %d", bit)
                    .contains(LEAF_HASH)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_body_has_its_layout_to_the_last_byte() {
        assertThat(faults(row -> row.body = Arrays.copyOf(row.body, row.body.length + 1)))
                .contains("body cannot be read: 1 bytes follow it");
        for (int length = 0; length < new Row().body.length; length++) {
            int shorter = length;
            assertThat(faults(row -> row.body = Arrays.copyOf(row.body, shorter)))
                    .as("%d bytes", length)
                    .anyMatch(fault -> fault.startsWith("body cannot be read"));
        }
    }

    @Test
    void tags_out_of_order_and_text_that_is_not_utf8_cannot_be_read() {
        assertThat(faults(row -> row.body = replaced(row.body, "6363673a30324e", "7a63673a30324e")))
                .contains("body cannot be read: its tags are not in ascending order");
        assertThat(faults(row -> row.body = replaced(row.body, "6170706c", "ff70706c")))
                .contains("body cannot be read: it holds text that is not UTF-8");
    }

    private static byte[] replaced(byte[] bytes, String hex, String by) {
        return Row.hex(java.util.HexFormat.of().formatHex(bytes).replaceFirst(hex, by));
    }

    private static Arguments tampered(String what, Consumer<Row> tamper, String fault) {
        return argumentSet(what, tamper, fault);
    }

    private static List<String> faults(Consumer<Row> tamper) {
        Row row = new Row();
        tamper.accept(row);
        return LeafCheck.check(Row.LEDGER, row.leaf());
    }
}
