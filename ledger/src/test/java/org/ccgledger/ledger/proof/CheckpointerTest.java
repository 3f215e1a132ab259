package org.ccgledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerKeys;
import org.ccgledger.ledger.Requests;
import org.ccgledger.ledger.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointerTest {

    private static final Checkpointer.Pace QUICK =
            new Checkpointer.Pace(
                    Duration.ofMillis(20),
                    Duration.ofMillis(5),
                    Duration.ofMillis(1),
                    Duration.ofMillis(20));
    private static final Checkpointer.Pace ONLY_WHEN_MANY =
            new Checkpointer.Pace(
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    Duration.ofMillis(1),
                    Duration.ofMillis(20));

    private final TestDatabase database = TestDatabase.create();
    private final Ledger ledger = database.ledger();
    private Path folder = Path.of("");
    private CheckpointFiles files = new CheckpointFiles(folder);

    @BeforeEach
    void files(@TempDir Path folder) {
        this.folder = folder;
        this.files = new CheckpointFiles(folder.resolve("checkpoints"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_new_is_signed_soon_and_stands_in_the_file_too() throws Exception {
        try (Checkpointer checkpointer = start(QUICK)) {
            Requests.append(ledger, 3);
            eventually(() -> checkpointer.size() == ledger.head());
            assertThat(checkpointer.lastCheckpointAt()).isPresent();
        }
        String note = newestNote();
        assertThat(note)
                .startsWith(new Checkpoint(origin(), 4, rootOf(leaves())).text() + "\n\u2014 ");
        assertThat(Files.readString(folder.resolve("checkpoints"))).endsWith(note + "\n");
        assertThat(files.last().orElseThrow().text())
                .isEqualTo(new Checkpoint(origin(), 4, rootOf(leaves())).text());
    }

    @Test
    void what_is_new_is_signed_when_it_is_closed() {
        Checkpointer checkpointer = start(ONLY_WHEN_MANY);
        eventually(() -> checkpointer.size() == 1);
        Requests.append(ledger, 2);
        checkpointer.close();

        assertThat(checkpointer.size()).isEqualTo(3);
    }

    @Test
    void many_events_are_signed_at_once_and_their_tiles_kept() throws Exception {
        try (Checkpointer checkpointer = start(ONLY_WHEN_MANY)) {
            ledger.onHead(checkpointer::appended);
            eventually(() -> checkpointer.size() == 1);
            Requests.append(ledger, 700);
            eventually(() -> ledger.head() - checkpointer.size() < Tile.WIDTH);
        }
        List<byte[]> leaves = leaves();
        assertThat(newestNote()).startsWith(new Checkpoint(origin(), 701, rootOf(leaves)).text());
        assertThat(query("select level || ' ' || index from ledger.tile order by 1"))
                .containsExactly("0 0", "0 1");
        assertThat(
                        query(
                                """
                                select count(*)::text from ledger.tile t where hashes =
                                    (select string_agg(e.leaf_hash, ''::bytea order by e.position) from ledger.event e
                                     where (e.position - 1) / 256 = t.index)
                                """))
                .containsExactly("2");
    }

    @Test
    void tiles_and_checkpoints_are_only_ever_added_to() {
        Requests.append(ledger, 256);
        start(QUICK).close();

        for (String sql :
                List.of(
                        "update ledger.tile set root = root",
                        "delete from ledger.tile",
                        "update ledger.checkpoint set note = note",
                        "delete from ledger.checkpoint")) {
            assertThatThrownBy(() -> execute(sql)).as(sql).hasMessageContaining("append-only");
        }
    }

    @Test
    void a_proof_from_tiles_is_that_of_all_leaves() {
        Requests.append(ledger, 1500);
        start(QUICK).close();
        Proofs proofs = new Proofs(database.as("test_auditor"));
        List<byte[]> leaves = leaves();

        for (long size : new long[] {1, 2, 255, 256, 257, 511, 512, 1024, 1300, 1501}) {
            Tree tree = new Tree(inMemory(leaves), size);
            for (long position : new long[] {1, 2, 100, 256, 257, 1024, 1501}) {
                if (position <= size) {
                    Proofs.Inclusion proof = proofs.inclusion(position, size);
                    assertThat(proof.root()).isEqualTo(tree.root());
                    assertThat(proof.leaf()).isEqualTo(leaves.get((int) position - 1));
                    assertThat(proof.hashes())
                            .usingRecursiveComparison()
                            .isEqualTo(tree.inclusion(position - 1));
                    assertThat(proofs.consistency(position, size).hashes())
                            .usingRecursiveComparison()
                            .isEqualTo(tree.consistency(position));
                }
            }
        }
    }

    @Test
    void one_signs_and_the_next_takes_over_when_it_ends() {
        Checkpointer first = start(QUICK);
        eventually(first::signs);
        CheckpointFiles others = new CheckpointFiles(folder.resolve("others"));
        try (Checkpointer second =
                Checkpointer.start(
                        database.unpooled(),
                        database.keys(),
                        others,
                        nobody(),
                        Clock.systemUTC(),
                        QUICK)) {
            Requests.append(ledger, 2);
            eventually(() -> first.size() == 3);
            assertThat(second.signs()).isFalse();
            assertThat(second.failure()).isEmpty();

            first.close();
            Requests.append(ledger, 2);

            eventually(() -> second.size() == 5);
        }
    }

    @Test
    void it_signs_on_after_its_connection_was_cut() throws Exception {
        try (Checkpointer checkpointer = start(QUICK)) {
            eventually(() -> checkpointer.size() == 1);
            execute(
                    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
                            + " and database = (select oid from pg_database where datname = current_database())");
            Requests.append(ledger, 2);

            eventually(() -> checkpointer.size() == 3);
            assertThat(checkpointer.failure()).isEmpty();
        }
    }

    @Test
    void a_ledger_that_has_lost_events_is_not_signed() throws Exception {
        Requests.append(ledger, 5);
        start(QUICK).close();
        database.tamper("delete from ledger.event where position > 4");
        database.tamper("delete from ledger.checkpoint");

        assertRefused(
                "the ledger ends at 4, which is before the checkpoint of size 6 that it signed");
    }

    @Test
    void a_ledger_that_has_lost_events_is_not_signed_by_another_who_has_no_files()
            throws Exception {
        Requests.append(ledger, 5);
        start(QUICK).close();
        database.tamper("delete from ledger.event where position > 4");
        files = new CheckpointFiles(folder.resolve("others"));

        assertRefused("before the checkpoint of size 6 that the database holds");
    }

    @Test
    void a_ledger_with_another_leaf_is_not_signed() throws Exception {
        Requests.append(ledger, 5);
        start(QUICK).close();
        database.tamper("update ledger.event set leaf_hash = sha256(leaf_hash) where position = 3");

        assertRefused("no longer has the root of the checkpoint of size 6 that it signed");
    }

    @Test
    void a_tile_that_is_not_that_of_its_leaves_is_not_signed() throws Exception {
        Requests.append(ledger, 300);
        start(QUICK).close();
        database.tamper("update ledger.event set leaf_hash = sha256(leaf_hash) where position = 3");

        assertRefused("tile 0 is not that of its leaves");
    }

    @Test
    void a_gap_is_not_signed() throws Exception {
        start(QUICK).close();
        Requests.append(ledger, 5);
        database.tamper("delete from ledger.event where position = 4");

        assertRefused("position 4 is missing");
    }

    @Test
    void keys_that_the_ledger_does_not_name_sign_nothing() throws Exception {
        Files.delete(database.keys());
        LedgerKeys.at(database.keys());

        assertRefused("the ledger does not name the keys as its own");
    }

    @Test
    void appends_go_on_while_nothing_can_be_signed() throws Exception {
        Requests.append(ledger, 5);
        start(QUICK).close();
        database.tamper("update ledger.event set leaf_hash = sha256(leaf_hash) where position = 3");
        try (Checkpointer checkpointer = start(QUICK)) {
            ledger.onHead(checkpointer::appended);
            eventually(() -> checkpointer.failure().isPresent());
            Requests.append(ledger, 300);
            assertThat(ledger.head()).isEqualTo(306);
        }
    }

    @Test
    void replaced_keys_sign_beside_the_new_ones_for_thirty_days() throws Exception {
        LedgerKeys old = LedgerKeys.at(database.keys());
        start(QUICK).close();
        List<String> before = keysOf(newestNote());

        Lineage lineage =
                KeyRotation.rotate(database.unpooled(), ledger, database.keys(), Clock.systemUTC());
        start(QUICK).close();
        List<String> during = keysOf(newestNote());
        Requests.append(ledger, 1);
        try (Checkpointer later =
                Checkpointer.start(
                        database.unpooled(),
                        database.keys(),
                        files,
                        nobody(),
                        Clock.fixed(Instant.now().plus(Duration.ofDays(31)), ZoneOffset.UTC),
                        QUICK)) {
            eventually(() -> later.size() == 3);
        }

        assertThat(before).hasSize(2);
        assertThat(during).hasSize(4).endsWith(before.toArray(String[]::new));
        assertThat(keysOf(newestNote())).containsExactlyElementsOf(during.subList(0, 2));
        assertThat(lineage.keys())
                .extracting(Lineage.Keys::keys)
                .containsExactly(old.publicKeys(), LedgerKeys.at(database.keys()).publicKeys());
        assertThat(LedgerKeys.at(database.keys()).fingerprintKey()).isEqualTo(old.fingerprintKey());
    }

    @Test
    void a_running_signer_takes_up_new_keys() throws Exception {
        try (Checkpointer checkpointer = start(QUICK)) {
            eventually(() -> checkpointer.size() == 1);
            KeyRotation.rotate(database.unpooled(), ledger, database.keys(), Clock.systemUTC());
            Requests.append(ledger, 1);
            eventually(() -> checkpointer.size() == 3);
            assertThat(keysOf(newestNote())).hasSize(4);
        }
    }

    @Test
    void a_restored_ledger_is_signed_under_another_name_when_it_says_what_was_lost()
            throws Exception {
        Requests.append(ledger, 3);
        Requests.append(ledger, 2);
        start(QUICK).close();
        database.tamper("delete from ledger.event where position > 4");
        database.tamper("delete from ledger.command where position > 4");
        database.tamper("delete from ledger.checkpoint where size > 4");
        assertRefused("before the checkpoint of size 6");

        Lineage lineage =
                Restoration.record(
                        database.unpooled(), ledger, files, "A disk was lost", Clock.systemUTC());
        start(QUICK).close();

        assertThat(lineage.epoch()).isEqualTo(2);
        assertThat(lineage.restored())
                .satisfies(restored -> {
                    assertThat(restored.reason()).isEqualTo("A disk was lost");
                    assertThat(restored.restoredTo()).isEqualTo(4);
                    assertThat(restored.signed()).hasFieldOrPropertyWithValue("size", 6L);
                });
        assertThat(newestNote()).startsWith("ccg-ledger/" + ledger.id() + "/2\n5\n");
    }

    @Test
    void an_epoch_that_was_ever_signed_does_not_come_again() throws Exception {
        Requests.append(ledger, 3);
        Requests.append(ledger, 2);
        start(QUICK).close();
        Restoration.record(database.unpooled(), ledger, files, "Once", Clock.systemUTC());
        start(QUICK).close();
        database.tamper("delete from ledger.event where position > 4");
        database.tamper("delete from ledger.command where position > 4");
        database.tamper("delete from ledger.checkpoint where size > 4");

        Lineage lineage =
                Restoration.record(
                        database.unpooled(), ledger, files, "And again", Clock.systemUTC());

        assertThat(lineage.epoch()).isEqualTo(3);
    }

    private Checkpointer start(Checkpointer.Pace pace) {
        Checkpointer checkpointer =
                Checkpointer.start(
                        database.unpooled(),
                        database.keys(),
                        files,
                        nobody(),
                        Clock.systemUTC(),
                        pace);
        eventually(() -> checkpointer.signs() || checkpointer.failure().isPresent());
        return checkpointer;
    }

    private static Witnesses nobody() {
        return Witnesses.of(List.of(), Clock.systemUTC());
    }

    private void assertRefused(String why) throws Exception {
        String before = newestNote();
        try (Checkpointer checkpointer = start(QUICK)) {
            eventually(() -> checkpointer.failure().isPresent());
            assertThat(checkpointer.failure().orElseThrow()).contains(why);
        }
        assertThat(newestNote()).isEqualTo(before);
    }

    private String origin() {
        return "ccg-ledger/" + ledger.id() + "/1";
    }

    private List<byte[]> leaves() {
        return ledger.readAfter(0, 10_000).stream().map(event -> event.leafHash()).toList();
    }

    private static byte[] rootOf(List<byte[]> leaves) {
        return TreeHash.root(leaves);
    }

    private static Tree.Subtrees inMemory(List<byte[]> leaves) {
        return (height, index) ->
                TreeHash.root(
                        leaves.subList((int) (index << height), (int) ((index + 1) << height)));
    }

    private static List<String> keysOf(String note) {
        return note.lines()
                .filter(line -> line.startsWith("\u2014 "))
                .map(line -> line.split(" ", -1)[2].substring(0, 5))
                .toList();
    }

    private String newestNote() throws SQLException {
        List<String> notes = query("select note from ledger.checkpoint order by size desc limit 1");
        return notes.isEmpty() ? "" : notes.getFirst();
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            ResultSet row = statement.executeQuery(sql);
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("Waited for 20 seconds").isLessThan(deadline);
            LockSupport.parkNanos(500_000);
        }
    }
}
