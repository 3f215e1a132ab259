package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
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
/// connection.
class TamperTest {

    private static final int EVENTS = 100_000;
    private static final int MIDDLE = 50_000;
    private static final int LATE = 98_000;

    /// How often a clean ledger is audited; a clean audit raises no alarm.
    private static final int CLEAN = Integer.getInteger("ccg.clean-audits", 2);

    private static final LongLedger LEDGER = LongLedger.of(EVENTS);
    private static final Policy POLICY = LEDGER.policy();

    private static final Tampering TAMPERING = new Tampering(LEDGER, EVENTS, MIDDLE, LATE);

    private static final Pattern RANGE = Pattern.compile("from position (\\d+) to (\\d+) was");

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_clean_ledger_raises_no_alarm_however_often_it_is_audited() throws Exception {
        try (Connection auditor = TAMPERING.auditor()) {
            for (int i = 0; i < CLEAN; i++) {
                AuditReport report = audit(auditor, null, TAMPERING.newestNote(auditor));

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
            throws Exception {
        AuditReport report = tampered(null, statements.toArray(String[]::new));

        assertThat(report.faults()).isNotEmpty();
        assertThat(report.faults().getFirst())
                .satisfies(first -> {
                    assertThat(first.toString()).contains(fault);
                    assertThat(first.position()).isEqualTo(position);
                });
    }

    static List<Arguments> a_tampered_ledger_is_named() {
        List<Arguments> ways = new ArrayList<>(TAMPERING.ways());
        ways.add(
                Tampering.tamper(
                        "a tag of no event added",
                        "has a row in ledger.tag and is no event",
                        EVENTS + 5,
                        "insert into ledger.tag values ('ccg:forged', %d, 'x')"
                                .formatted(EVENTS + 5)));
        ways.add(
                Tampering.tamper(
                        "an event before the first, in a stream of its own",
                        "an event stands before the first position",
                        -5,
                        """
                        insert into ledger.event select -5, recorded_at, 'ccg:forged', 1, -6, type, schema_version,
                            effective_on, body, fact, part_commitments, leaf_hash
                        from ledger.event where position = 1
                        """));
        return ways;
    }

    /// The event that is added is right in all else, and not yet signed.
    @Test
    void a_command_that_is_recorded_again_under_its_id_is_named() throws Exception {
        long first =
                TAMPERING.number(
                        """
                        select max(c.position) from ledger.command c join ledger.event e using (position)
                        where c.event_count = 1 and length(e.part_commitments) = 0
                        """);

        AuditReport report =
                tampered(
                        null,
                        "alter table ledger.command drop constraint command_command_id_key",
                        """
                        insert into ledger.command select %d, command_id, 1, fingerprint, metadata, decision
                        from ledger.command where position = %d
                        """
                                .formatted(EVENTS + 1, first),
                        """
                        insert into ledger.event
                        select %d, (select max(recorded_at) from ledger.event), stream,
                               (select max(version) + 1 from ledger.event other where other.stream = e.stream),
                               command_index, type, schema_version, effective_on, body, fact, part_commitments, leaf_hash
                        from ledger.event e where position = %d
                        """
                                .formatted(EVENTS + 1, first),
                        "update ledger.event set body = overlay(body placing int8send(version)"
                                + " from 31 + octet_length(stream) for 8) where position = "
                                + (EVENTS + 1),
                        "update ledger.event set "
                                + Tampering.LEAF.formatted("body")
                                + " where position = "
                                + (EVENTS + 1),
                        "insert into ledger.tag select tag, %d, type from ledger.tag where position = %d"
                                .formatted(EVENTS + 1, first));

        assertThat(report.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "position %d: a command has the id of the one at %d"
                                .formatted(EVENTS + 1, first));
    }

    /// Without the tile only the checkpoints are left to say where.
    @Test
    void the_narrowest_range_is_named_when_leaves_were_made_again_and_their_tile_is_gone()
            throws Exception {
        AuditReport report =
                tampered(
                        null,
                        TAMPERING.earlier(),
                        "update ledger.event set "
                                + Tampering.LEAF.formatted("body")
                                + " where position = "
                                + TAMPERING.commandAt(),
                        "delete from ledger.tile where level = 0 and index = "
                                + (TAMPERING.commandAt() - 1) / 256);

        assertThat(report.faults())
                .extracting(Fault::what)
                .filteredOn(what -> what.contains("has another root"))
                .singleElement()
                .satisfies(what -> {
                    Matcher range = RANGE.matcher(what);
                    assertThat(range.find()).as(what).isTrue();
                    long from = Long.parseLong(range.group(1));
                    long to = Long.parseLong(range.group(2));
                    assertThat(TAMPERING.commandAt()).isBetween(from, to);
                    assertThat(to - from).isLessThan(20_000);
                });
    }

    @Test
    void a_note_by_another_key_is_not_believed() throws Exception {
        // 14 under the name and id of the log's key, and 15 under another id.
        AuditReport sameId = tampered(null, TAMPERING.note(old -> Tampering.forged(old, true)));
        AuditReport otherId = tampered(null, TAMPERING.note(old -> Tampering.forged(old, false)));

        assertThat(sameId.faults().getFirst().what()).contains("bad signature by the known key");
        assertThat(otherId.faults().getFirst().what()).contains("no known key has signed it");
    }

    @Test
    void an_old_note_is_a_rollback_for_whoever_has_seen_a_newer_one() throws Exception {
        byte[] seen;
        try (Connection auditor = TAMPERING.auditor()) {
            seen = TAMPERING.newestNote(auditor);
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

    private static AuditReport tampered(byte @Nullable [] lastSeen, String... statements)
            throws Exception {
        return TAMPERING.undone(List.of(statements), superuser -> audit(superuser, null, lastSeen));
    }

    private static AuditReport audit(
            Connection connection, byte @Nullable [] checkpoint, byte @Nullable [] lastSeen)
            throws Exception {
        return LedgerAudit.run(
                connection, new LedgerAudit.Given(POLICY, checkpoint, lastSeen), (_, _) -> {});
    }
}
