package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From `ccg export` to `ccg-verify`, each in a process of its own; that of the verifier has
/// nothing but its own classes.
class OfflineTest {

    private static final LongLedger LEDGER = LongLedger.of(1_000);

    @TempDir private static Path folder;

    @BeforeAll
    static void export() throws Exception {
        Files.writeString(file("ledger.policy"), Policies.of(LEDGER.database().unpooled()));
        assertThat(exported().status()).isZero();
        Files.copy(bundle().resolve("checkpoint"), file("old.note"));
        LEDGER.grow(11_000);
        Ended again = exported();
        assertThat(again.status()).as(again.errors()).isZero();
        assertThat(again.output())
                .contains("Export: 11,000 of 11,000 events", "Exported: 11,000 events in ");
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void a_bundle_is_audited() throws Exception {
        Ended audit =
                Ended.ofVerifier(
                        "audit",
                        bundle().toString(),
                        "--policy",
                        file("ledger.policy").toString(),
                        "--last-seen",
                        file("old.note").toString(),
                        "--save",
                        file("seen.note").toString());

        assertThat(audit.errors()).isEmpty();
        assertThat(audit.output())
                .contains(": 11,000 events.", "Not checked: ")
                .doesNotContain("WRONG")
                .endsWith("All that was checked is in order.\n");
        assertThat(audit.status()).isZero();
        assertThat(file("seen.note")).hasSameBinaryContentAs(bundle().resolve("checkpoint"));
    }

    @Test
    void whoever_takes_the_policy_from_the_bundle_is_told_what_that_is_worth() throws Exception {
        Ended audit =
                Ended.ofVerifier(
                        "audit",
                        bundle().toString(),
                        "--policy",
                        bundle().resolve("keys").toString());

        assertThat(audit.output()).contains("Not checked: Whose keys they are");
    }

    @Test
    void a_bundle_that_is_older_than_what_was_seen_is_wrong() throws Exception {
        Path older = file("older");
        try (LongLedger other = LongLedger.of(300)) {
            Bundles.export(other, older);
        }
        Ended audit =
                Ended.ofVerifier(
                        "audit",
                        older.toString(),
                        "--policy",
                        file("ledger.policy").toString(),
                        "--save",
                        file("none.note").toString());

        assertThat(audit.status()).isEqualTo(1);
        assertThat(audit.output()).contains("WRONG: ", "is not what was signed");
        assertThat(file("none.note")).doesNotExist();
    }

    @Test
    void an_event_is_proved_to_whoever_has_the_policy_alone() throws Exception {
        String proof = file("10300.tlog-proof").toString();
        Ended proved = Ended.ofVerifier("prove", bundle().toString(), "10300", "--to", proof);
        assertThat(proved.status()).as(proved.errors()).isZero();
        String leaf = leafHash(10_300);

        Ended checked = check(proof);
        assertThat(checked.status()).as(checked.errors()).isZero();
        assertThat(checked.output())
                .contains(
                        "Position 10300 is among the 11,000 events",
                        "Leaf hash: " + leaf,
                        "Type: ccg.authorisation.CriterionAssessed",
                        "Not checked: The fact");
        assertThat(check(proof, "--leaf", leaf).status()).isZero();

        assertThat(check(proof, "--leaf", leafHash(10_301)))
                .isEqualTo(
                        new Ended(
                                1,
                                "WRONG: the proof does not lead from this leaf to the signed"
                                        + " root\n",
                                ""));
        String forged = Files.readString(Path.of(proof)).replace("index 10299", "index 10298");
        assertThat(check(Files.writeString(file("forged.tlog-proof"), forged).toString()).status())
                .isEqualTo(1);
    }

    @Test
    void a_later_checkpoint_extends_an_earlier_one_and_not_the_other_way_round() throws Exception {
        String old = file("old.note").toString();
        String newest = bundle().resolve("checkpoint").toString();

        assertThat(extend(old, newest).output())
                .startsWith("The 11,000 events of ")
                .contains(" begin with the 1,000 that were signed before.");
        assertThat(extend(old, newest).status()).isZero();
        assertThat(extend(newest, newest).status()).isZero();
        assertThat(extend(newest, old).status()).isEqualTo(1);
        Path forged = Bundles.copy(bundle(), file("forged"));
        Path tile = forged.resolve("tile/0/003");
        byte[] hashes = Files.readAllBytes(tile);
        hashes[(1_000 - 3 * 256) * 32 - 1] ^= 1;
        Files.write(tile, hashes);
        assertThat(extend(old, newest, forged).status()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_checked_is_said_to_be() throws Exception {
        String policy = file("ledger.policy").toString();
        String none = file("none").toString();

        assertNotChecked(Ended.ofVerifier(), "ccg-verify audit DIR");
        assertNotChecked(Ended.ofVerifier("adit"), "There is no command adit.\n");
        assertNotChecked(Ended.ofVerifier("audit", bundle().toString()), "--policy is needed.\n");
        assertNotChecked(
                Ended.ofVerifier("audit", bundle().toString(), "--polcy", policy),
                "There is no option --polcy here.\n");
        assertNotChecked(
                Ended.ofVerifier("audit", none, "--policy", policy),
                "There is no file " + none + ".\n");
        assertNotChecked(
                Ended.ofVerifier("audit", bundle().toString(), "--policy", none),
                "There is no file " + none + ".\n");
        assertNotChecked(
                Ended.ofVerifier("prove", bundle().toString(), "11001"),
                "The bundle has positions 1 to 11000, and not 11001.\n");
        assertThat(Ended.ofVerifier("--help").status()).isZero();
    }

    private static void assertNotChecked(Ended ended, String why) {
        assertThat(ended.errors()).startsWith(why);
        assertThat(ended.status()).isEqualTo(2);
    }

    private static Ended check(String proof, String... more) throws Exception {
        List<String> words =
                new ArrayList<>(
                        List.of("check", proof, "--policy", file("ledger.policy").toString()));
        words.addAll(List.of(more));
        return Ended.ofVerifier(words.toArray(String[]::new));
    }

    private static Ended extend(String old, String newer) throws Exception {
        return extend(old, newer, bundle());
    }

    private static Ended extend(String old, String newer, Path bundle) throws Exception {
        return Ended.ofVerifier(
                "extend",
                old,
                newer,
                "--policy",
                file("ledger.policy").toString(),
                "--dir",
                bundle.toString());
    }

    private static Ended exported() throws Exception {
        return Ended.with(
                Map.of("CCG_DATABASE_PASSWORD", "test"),
                "export",
                "--to",
                bundle().toString(),
                "--url",
                LEDGER.database().url(),
                "--user",
                "test_auditor",
                "--no-read-models");
    }

    private static String leafHash(long position) throws Exception {
        try (Connection connection = LEDGER.database().owner().getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select leaf_hash from ledger.event where position = " + position);
                ResultSet row = select.executeQuery()) {
            row.next();
            return HexFormat.of().formatHex(row.getBytes(1));
        }
    }

    private static Path bundle() {
        return file("bundle");
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }
}
