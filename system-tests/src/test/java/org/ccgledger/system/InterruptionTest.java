package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ccgledger.verifier.AuditReport;
import org.ccgledger.verifier.AuditReport.Fault;
import org.ccgledger.verifier.KeptAudit;
import org.ccgledger.verifier.LedgerAudit;
import org.ccgledger.verifier.Policy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Long subcommands that are interrupted, and go on.
class InterruptionTest {

    private static final int EVENTS = 60_000;

    /// Up to where an audit is kept that is interrupted a little later.
    private static final int KEPT = 32_768;

    /// Where the content of such a file begins, behind its hash.
    private static final int CONTENT = "ccg-audit/1\n".length() + 64;

    private static final int TERMINATED = 128 + 15;
    private static final int KILLED = 128 + 9;

    private static final LongLedger LEDGER = LongLedger.of(EVENTS);
    private static final Policy POLICY = LEDGER.policy();
    private static final LedgerAudit.Given NOTHING_BUT_THE_POLICY =
            new LedgerAudit.Given(POLICY, null, null);
    private static final Tampering TAMPERING = new Tampering(LEDGER, EVENTS, 20_000, 50_000);

    @TempDir private Path folder;

    @TempDir private static Path shared;

    @BeforeAll
    static void pin() throws Exception {
        Files.writeString(shared.resolve("policy"), Policies.of(LEDGER.database().unpooled()));
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private Path kept() {
        return folder.resolve("kept");
    }

    private AuditReport audit(Connection connection, LedgerAudit.Progress progress)
            throws Exception {
        return audit(connection, NOTHING_BUT_THE_POLICY, progress);
    }

    private AuditReport audit(
            Connection connection, LedgerAudit.Given given, LedgerAudit.Progress progress)
            throws Exception {
        return LedgerAudit.run(connection, given, progress, new KeptAudit(kept()));
    }

    private void interrupt() throws Exception {
        interrupt(NOTHING_BUT_THE_POLICY);
    }

    private void interrupt(LedgerAudit.Given given) throws Exception {
        try (Connection auditor = TAMPERING.auditor()) {
            assertThatThrownBy(() ->
                            audit(
                                    auditor,
                                    given,
                                    (done, _) -> {
                                        if (done > KEPT) {
                                            throw new UnsupportedOperationException("cut off");
                                        }
                                    }))
                    .hasMessage("cut off");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept())))
                .isEqualTo("rw-------");
    }

    @Test
    void an_audit_goes_on_where_it_was_and_finds_the_same() throws Exception {
        interrupt();
        List<Long> reached = new ArrayList<>();
        try (Connection auditor = TAMPERING.auditor()) {
            AuditReport gone = audit(auditor, (done, _) -> reached.add(done));
            AuditReport whole = LedgerAudit.run(auditor, NOTHING_BUT_THE_POLICY, (_, _) -> {});

            assertThat(reached.getFirst()).isEqualTo(KEPT + 2048);
            assertThat(gone.faults()).isEmpty();
            assertThat(gone.events()).isEqualTo(EVENTS);
            assertThat(gone.personalParts()).isEqualTo(whole.personalParts()).isPositive();
            assertThat(gone.note()).isEqualTo(whole.note());
            assertThat(gone.notChecked())
                    .anyMatch(line -> line.startsWith("Positions 1 to " + KEPT + " again"))
                    .containsAll(whole.notChecked());
        }
        assertThat(kept()).doesNotExist();
    }

    /// Streams and tags are read whole, and what was not read before is read.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update ledger.event set effective_on = effective_on + 1 where position = 40000 | 40000
                    delete from ledger.tag where position = 100 | 100
                    delete from ledger.event where position = 100 | 101
                    delete from ledger.event where position = 60000 | 60000
                    """)
    void what_was_done_meanwhile_is_found_as_far_as_it_is_read(String tamper, long position)
            throws Exception {
        interrupt();

        AuditReport report =
                TAMPERING.undone(List.of(tamper), superuser -> audit(superuser, (_, _) -> {}));

        assertThat(report.faults()).extracting(Fault::position).contains(position);
    }

    /// Whoever goes on meets the signed root, and holds it against what is kept of the tree.
    @Test
    void what_no_signed_root_is_behind_is_read_again() throws Exception {
        try (Connection auditor = TAMPERING.auditor()) {
            LedgerAudit.Given given =
                    new LedgerAudit.Given(POLICY, noteBefore(KEPT, auditor), null);
            interrupt(given);
            List<Long> reached = new ArrayList<>();

            AuditReport report = audit(auditor, given, (done, _) -> reached.add(done));

            assertThat(reached.getFirst()).isEqualTo(KEPT / 2 + 2048);
            assertThat(report.faults()).isEmpty();
        }
    }

    private static byte[] noteBefore(long position, Connection connection) throws Exception {
        try (Statement select = connection.createStatement();
                ResultSet row =
                        select.executeQuery(
                                "select note from ledger.checkpoint where size < %d order by size desc limit 1"
                                        .formatted(position))) {
            row.next();
            return row.getBytes(1);
        }
    }

    /// What is kept of the tree need not be believed: it has to end in the signed root.
    @Test
    void what_is_kept_of_a_tree_that_was_never_signed_does_not_end_in_the_signed_root()
            throws Exception {
        interrupt();
        byte[] kept = Files.readAllBytes(kept());
        byte[] root = frontier();
        int at = indexOf(kept, root);
        kept[at] ^= 1;
        byte[] content = Arrays.copyOfRange(kept, CONTENT, kept.length);
        System.arraycopy(
                MessageDigest.getInstance("SHA-256").digest(content), 0, kept, CONTENT - 32, 32);
        Files.write(kept(), kept);

        try (Connection auditor = TAMPERING.auditor()) {
            assertThat(audit(auditor, (_, _) -> {}).faults())
                    .extracting(Fault::what)
                    .anyMatch(what -> what.contains("has another root"));
        }
    }

    /// The root of all that is kept: its size is a power of two.
    private static byte[] frontier() throws Exception {
        try (Connection auditor = TAMPERING.auditor();
                Statement select = auditor.createStatement();
                ResultSet row =
                        select.executeQuery(
                                "select string_agg(leaf_hash, ''::bytea order by position) from ledger.event where position <= "
                                        + KEPT)) {
            row.next();
            byte[] level = row.getBytes(1);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            while (level.length > 32) {
                byte[] above = new byte[level.length / 2];
                for (int i = 0; i < above.length; i += 32) {
                    sha256.update((byte) 1);
                    sha256.update(level, 2 * i, 64);
                    System.arraycopy(sha256.digest(), 0, above, i, 32);
                }
                level = above;
            }
            return level;
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int at = 0; at + part.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("It is not there");
    }

    @Test
    void what_was_kept_of_another_audit_or_lies_open_is_not_taken() throws Exception {
        interrupt();
        Path copy = Files.copy(kept(), folder.resolve("copy"));
        try (Connection auditor = TAMPERING.auditor()) {
            byte[] note = TAMPERING.newestNote(auditor);
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            LedgerAudit.run(
                                    auditor,
                                    new LedgerAudit.Given(POLICY, null, note),
                                    (_, _) -> {},
                                    new KeptAudit(kept())))
                    .withMessageContaining("is not of an audit that was given the same");

            byte[] bytes = Files.readAllBytes(copy);
            bytes[bytes.length / 2] ^= 1;
            Files.write(kept(), bytes);
            assertThatIllegalArgumentException().isThrownBy(() -> audit(auditor, (_, _) -> {}));

            Files.copy(copy, kept(), StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(kept(), PosixFilePermissions.fromString("rw-rw-r--"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> audit(auditor, (_, _) -> {}))
                    .withMessageContaining("others than its owner");
        }
    }

    @Test
    void the_ledger_may_grow_meanwhile() throws Exception {
        try (LongLedger growing = LongLedger.of(20_000);
                Connection auditor = growing.database().owner().getConnection()) {
            LedgerAudit.Given given = new LedgerAudit.Given(growing.policy(), null, null);
            KeptAudit kept = new KeptAudit(kept());
            assertThatThrownBy(() ->
                            LedgerAudit.run(
                                    auditor,
                                    given,
                                    (done, _) -> {
                                        if (done > 16_384) {
                                            throw new UnsupportedOperationException("cut off");
                                        }
                                    },
                                    kept))
                    .hasMessage("cut off");
            growing.grow(21_000);

            AuditReport report = LedgerAudit.run(auditor, given, (_, _) -> {}, kept);

            assertThat(report.faults()).extracting(Fault::what).isEmpty();
            assertThat(report.events()).isEqualTo(20_000);
        }
    }

    private static Map<String, String> password() {
        return Map.of("CCG_DATABASE_PASSWORD", "test");
    }

    private static String[] words(String... words) {
        return Stream.concat(
                        Stream.of(words),
                        Stream.of("--url", LEDGER.database().url(), "--user", "test_auditor"))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void verify_goes_on_by_the_same_command(boolean forcibly) throws Exception {
        String[] verify =
                words(
                        "verify",
                        "--policy",
                        shared.resolve("policy").toString(),
                        "--progress",
                        kept().toString());
        Ended stopped =
                Ended.stoppedAt(
                        Pattern.compile(
                                "Audit: (?:19|2\\d),\\d+ of 60,000 events, [\\d,]+ a second"),
                        forcibly,
                        password(),
                        verify);
        assertStopped(stopped, forcibly, "Interrupted. Go on with the same command.");
        assertThat(stopped.output()).doesNotContain("All that was checked");
        assertThat(kept()).exists();

        Ended again = Ended.with(password(), verify);

        assertThat(again.status()).as("%s", again).isZero();
        assertThat(again.output())
                .containsPattern("Not checked: Positions 1 to \\d+ again")
                .contains("All that was checked is in order.")
                .doesNotContain("Audit: 4,096");
        assertThat(kept()).doesNotExist();
    }

    private static void assertStopped(Ended stopped, boolean forcibly, String said) {
        assertThat(stopped.status()).as("%s", stopped).isEqualTo(forcibly ? KILLED : TERMINATED);
        if (!forcibly) {
            assertThat(stopped.errors()).contains(said);
        }
    }

    @Test
    void verify_that_keeps_nothing_says_so() throws Exception {
        Ended stopped =
                Ended.stoppedAt(
                        Pattern.compile("Audit: "),
                        false,
                        password(),
                        words("verify", "--policy", shared.resolve("policy").toString()));

        assertStopped(stopped, false, "Interrupted. It begins anew: with --progress FILE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void export_goes_on_by_the_same_command(boolean forcibly) throws Exception {
        Path bundle = folder.resolve("bundle");
        String[] export = words("export", "--no-read-models", "--to", bundle.toString());
        Ended stopped =
                Ended.stoppedAt(
                        Pattern.compile("Export: [\\d,]+ of 60,000 events"),
                        forcibly,
                        password(),
                        export);
        assertStopped(stopped, forcibly, "Interrupted. Go on with the same command.");

        Ended again = Ended.with(password(), export);

        assertThat(again.status()).as("%s", again).isZero();
        Matcher there = Pattern.compile("([\\d,]+) were there already").matcher(again.output());
        assertThat(there.find()).isTrue();
        assertThat(there.group(1)).isNotEqualTo("0");
        assertThat(
                        Ended.ofVerifier(
                                        "audit",
                                        bundle.toString(),
                                        "--policy",
                                        shared.resolve("policy").toString())
                                .status())
                .isZero();
    }
}
