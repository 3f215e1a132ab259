package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Requests;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.ledger.proof.CheckpointFiles;
import org.ccgledger.ledger.proof.Checkpointer;
import org.ccgledger.ledger.proof.Witnesses;
import org.ccgledger.verifier.AuditReport;
import org.ccgledger.verifier.CcgVerify;
import org.ccgledger.verifier.LedgerAudit;
import org.ccgledger.verifier.NoteKey;
import org.ccgledger.verifier.NoteSigner;
import org.ccgledger.verifier.Policy;
import org.ccgledger.verifier.SignedNote;
import org.ccgledger.witness.Witness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger that is witnessed over HTTP, and what becomes of one that does not stay what it was.
class WitnessedTest {

    @TempDir private Path folder;
    private final List<Witness> witnesses = new ArrayList<>();

    @AfterEach
    void stop() {
        witnesses.forEach(Witness::close);
    }

    @Test
    void what_is_signed_is_cosigned_and_an_auditor_finds_it_believable_and_fresh()
            throws Exception {
        Path data = folder.resolve("ledger");
        String log;
        try (RunningLedger ledger = RunningLedger.in(data)) {
            log = Policies.of(ledger.owner());
        }
        Witness one = witness("one", log);
        Witness two = witness("two", log);
        NoteKey gone = NoteSigner.of("gone.example", NoteKey.Kind.ML_DSA_44).key();
        List<NoteKey> keys = keys(one, two);
        Files.writeString(
                data.resolve("policy"),
                log + "\n" + lines(one, two) + "group both 2 one two\nquorum both\n");
        String setting = setting(one) + "," + setting(two) + ",http://127.0.0.1:1 " + gone;

        try (RunningLedger ledger = RunningLedger.in(data, "--ccg.witnesses=" + setting)) {
            Reply sent =
                    ledger.post(
                            "ProposeCCG",
                            Senders.lead("9W1"),
                            Sample.proposal("9W1", "E38999601", "E38999601", "Y99601", "Y99602"));
            assertThat(sent.status()).as(sent.body()).isEqualTo(201);
            long head = ledger.bean(Ledger.class).head();
            eventually(() -> ledger.bean(Checkpointer.class).size() >= head);

            String note = ledger.get("/v1/audit/checkpoint").body();
            assertThat(SignedNote.parse(utf8(note)).signers(keys)).containsAll(keys);
            assertThat(note.lines().filter(line -> line.startsWith("\u2014 "))).hasSize(6);
            assertThat(Files.readString(ledger.keys().resolveSibling("checkpoints")))
                    .endsWith(note + "\n");
            assertThat(
                            ledger.get(
                                            "/v1/audit/proofs/1",
                                            Senders.AUDITOR,
                                            "Accept",
                                            "text/plain")
                                    .body())
                    .endsWith("\n\n" + note);

            Ended verified = verify(data, "--fresh-within", "60");
            assertThat(verified.status()).as(verified.toString()).isZero();
            assertThat(verified.output())
                    .contains("Enough witnesses held the checkpoint to be the newest at ")
                    .doesNotContain("--fresh-within", "no witness's cosignature");
        }
        String bundle = data.resolve("bundle").toString();
        Ended exported =
                Ended.after(
                        "export",
                        "--data-directory",
                        data.resolve("data").toString(),
                        "--to",
                        bundle);
        assertThat(exported.status()).as(exported.toString()).isZero();
        Ended offline =
                Ended.of(
                        Map.of(),
                        System.getProperty("java.class.path"),
                        CcgVerify.class,
                        "audit",
                        bundle,
                        "--policy",
                        data.resolve("policy").toString());
        assertThat(offline.status()).as(offline.toString()).isZero();
        Ended later = verify(data, "--fresh-within", "0");
        assertThat(later.status()).as(later.toString()).isEqualTo(1);
        assertThat(later.output()).contains("WRONG: no quorum of witnesses has cosigned");
        Files.writeString(
                data.resolve("policy"),
                log
                        + "\n"
                        + lines(one, two)
                        + "witness gone "
                        + gone
                        + "\ngroup all all one two gone\nquorum all\n");
        Ended unbelieved = verify(data);
        assertThat(unbelieved.status()).as(unbelieved.toString()).isEqualTo(1);
        assertThat(unbelieved.output())
                .contains(
                        "is not to be believed: too few witnesses have cosigned it: [one.example, two.example]");
    }

    @Test
    void a_witness_that_was_away_cosigns_the_newest_when_it_is_back() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Ledger ledger = database.ledger();
            Requests.append(ledger, 5);
            Witness witness = witness("late", Policies.of(database.unpooled()));
            String setting = setting(witness);
            int port = witness.port();
            witnesses.remove(witness);
            witness.close();
            Witnesses asked = Witnesses.of(List.of(setting), new Hasty());
            try (Checkpointer checkpointer = checkpointer(database, asked)) {
                eventually(() -> checkpointer.size() == ledger.head());
                assertThat(cosignatures(database)).isZero();
                assertThat(checkpointer.witnessFailures()).hasSize(1);

                witnesses.add(start("late", port));

                eventually(() ->
                        cosignatures(database) >= 2 && checkpointer.witnessFailures().isEmpty());
                assertThat(checkpointer.size()).isEqualTo(ledger.head());
            }
            assertThat(Files.readString(folder.resolve("checkpoints")))
                    .contains("\u2014 late.example ");
        }
    }

    @Test
    void an_insider_who_rewrites_history_and_signs_it_finds_no_witness_for_it() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Ledger ledger = database.ledger();
            Requests.append(ledger, 20);
            String log = Policies.of(database.unpooled());
            Witness witness = witness("w", log);
            Policy quorum = Policy.parse(log + "\n" + lines(witness) + "quorum w\n");
            sign(database, ledger, witness);
            byte[] seen = note(database);
            assertThat(audit(database, quorum, null).isClean()).isTrue();

            database.tamper(
                    "update ledger.event set fact = '\\x7b7d20' where position = 7",
                    """
                    update ledger.event set body = substring(body for length(body) - 128) || sha256(fact)
                        || substring(body from length(body) - 95) where position = 7
                    """,
                    """
                    update ledger.event set leaf_hash = sha256('\\x00'::bytea || int8send(position)
                        || int8send((extract(epoch from recorded_at) * 1000000)::bigint) || body)
                    where position = 7
                    """,
                    "delete from ledger.checkpoint",
                    "delete from witness.cosignature");
            Files.delete(folder.resolve("checkpoints.state"));
            Requests.append(ledger, 3);
            assertThat(sign(database, ledger, witness))
                    .singleElement()
                    .asString()
                    .startsWith("HOLDS ANOTHER HISTORY");

            assertThat(cosignatures(database)).isZero();
            assertThat(new String(note(database), StandardCharsets.UTF_8))
                    .startsWith("ccg-ledger/" + ledger.id() + "/1\n24\n");
            assertThat(audit(database, Policy.parse(log), null).isClean()).isTrue();
            assertThat(audit(database, quorum, null).faults())
                    .extracting(AuditReport.Fault::what)
                    .anyMatch(what -> what.contains("too few witnesses have cosigned it"));
            assertThat(audit(database, quorum, seen).faults())
                    .extracting(AuditReport.Fault::what)
                    .anyMatch(what -> what.contains("the checkpoint last seen has another root"));
        }
    }

    @Test
    void an_older_backup_that_is_gone_on_with_finds_no_witness_either() throws Exception {
        try (TestDatabase database = TestDatabase.create()) {
            Ledger ledger = database.ledger();
            Requests.append(ledger, 20);
            String log = Policies.of(database.unpooled());
            Witness witness = witness("w", log);
            sign(database, ledger, witness);
            Requests.append(ledger, 10);
            sign(database, ledger, witness);

            database.tamper(
                    "delete from ledger.event where position > 21",
                    "delete from ledger.command where position > 21",
                    "delete from ledger.tag where position > 21",
                    "delete from ledger.checkpoint where size > 21",
                    "delete from witness.cosignature where size > 21");
            Files.delete(folder.resolve("checkpoints.state"));
            Ledger restored = database.ledger();
            Requests.append(restored, 4);
            assertThat(sign(database, restored, witness))
                    .singleElement()
                    .asString()
                    .startsWith("HOLDS MORE");
            Requests.append(restored, 9);
            assertThat(sign(database, restored, witness))
                    .singleElement()
                    .asString()
                    .startsWith("HOLDS ANOTHER HISTORY");

            assertThat(note(database)).asString(StandardCharsets.UTF_8).contains("/1\n34\n");
            assertThat(
                            audit(
                                            database,
                                            Policy.parse(
                                                    log + "\n" + lines(witness) + "quorum w\n"),
                                            null)
                                    .faults())
                    .extracting(AuditReport.Fault::what)
                    .anyMatch(what -> what.contains("too few witnesses have cosigned it"));
        }
    }

    /// Signs all that there is.
    ///
    /// @return why the witness did not cosign
    private List<String> sign(TestDatabase database, Ledger ledger, Witness witness) {
        Witnesses asked = Witnesses.of(List.of(setting(witness)), Clock.systemUTC());
        try (Checkpointer checkpointer = checkpointer(database, asked)) {
            eventually(() -> checkpointer.size() == ledger.head());
            return checkpointer.witnessFailures();
        }
    }

    private Checkpointer checkpointer(TestDatabase database, Witnesses asked) {
        return Checkpointer.start(
                database.unpooled(),
                database.keys(),
                new CheckpointFiles(folder.resolve("checkpoints")),
                asked,
                Clock.systemUTC());
    }

    /// A witness that looks after a log.
    private Witness witness(String name, String log) throws Exception {
        Files.createDirectories(folder.resolve(name));
        Files.writeString(folder.resolve(name).resolve("logs"), log);
        Witness witness = start(name, 0);
        witnesses.add(witness);
        return witness;
    }

    private Witness start(String name, int port) throws Exception {
        return Witness.start(
                folder.resolve(name),
                name + ".example",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                Clock.systemUTC());
    }

    private static String setting(Witness witness) {
        return "http://127.0.0.1:" + witness.port() + " " + String.join(" ", witness.publicKeys());
    }

    private static String lines(Witness... some) {
        StringBuilder lines = new StringBuilder();
        for (Witness witness : some) {
            for (String key : witness.publicKeys()) {
                String name = key.substring(0, key.indexOf('.'));
                lines.append("witness ").append(name).append(' ').append(key).append('\n');
            }
        }
        return lines.toString();
    }

    private static List<NoteKey> keys(Witness... some) {
        return List.of(some).stream()
                .flatMap(witness -> witness.publicKeys().stream())
                .map(NoteKey::parse)
                .toList();
    }

    private Ended verify(Path data, String... more) throws Exception {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "verify",
                                "--data-directory",
                                data.resolve("data").toString(),
                                "--policy",
                                data.resolve("policy").toString()));
        words.addAll(List.of(more));
        return Ended.after(words.toArray(String[]::new));
    }

    private static AuditReport audit(
            TestDatabase database, Policy policy, byte @Nullable [] lastSeen) throws SQLException {
        try (Connection connection = database.as("test_auditor").getConnection()) {
            return LedgerAudit.run(
                    connection, new LedgerAudit.Given(policy, null, lastSeen), (_, _) -> {});
        }
    }

    private static byte[] note(TestDatabase database) throws SQLException {
        return utf8(
                one(database, "select note from witness.checkpoint order by size desc limit 1"));
    }

    private static int cosignatures(TestDatabase database) {
        try {
            return Integer.parseInt(
                    one(
                            database,
                            """
                            select count(*) from witness.cosignature
                            where size = (select max(size) from ledger.checkpoint)
                            """));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String one(TestDatabase database, String sql) throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return Objects.requireNonNull(row.getString(1));
        }
    }

    private static void eventually(BooleanSupplier holds) {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("Waited for 40 seconds").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A clock that goes faster, so that who failed is asked again soon.
    private static final class Hasty extends Clock {

        private static final int TIMES = 100;

        private final Instant began = Instant.now();

        @Override
        public Instant instant() {
            return began.plus(Duration.between(began, Instant.now()).multipliedBy(TIMES));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
