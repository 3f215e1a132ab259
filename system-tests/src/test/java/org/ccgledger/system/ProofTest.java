package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.verifier.CheckpointText;
import org.ccgledger.verifier.NoteKey;
import org.ccgledger.verifier.SignedNote;
import org.ccgledger.verifier.TreeProofs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the ledger proves over HTTP, checked by the second implementation.
class ProofTest {

    private static final RunningLedger LEDGER = RunningLedger.start();

    private static CheckpointText first = new CheckpointText("", 0, new byte[32]);
    private static CheckpointText last = first;
    private static List<Reply> replies = List.of();

    @BeforeAll
    static void play() throws Exception {
        first = checkpointOf(1);
        replies = Sample.play(LEDGER);
        last = checkpointOf(LEDGER.bean(Ledger.class).head());
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    @Test
    void what_a_receipt_states_is_in_the_signed_tree() {
        Map<String, JsonNode> proofs = new HashMap<>();
        for (long position = 1; position <= last.size(); position++) {
            JsonNode proof = get("/v1/audit/proofs/" + position + "?size=" + last.size());
            proofs.put(proof.path("leafHash").asString(), proof);
        }
        List<String> leaves =
                replies.stream()
                        .flatMap(reply -> reply.json().path("events").valueStream())
                        .map(event -> event.path("leafHash").asString())
                        .toList();

        assertThat(leaves)
                .hasSizeGreaterThan(20)
                .allSatisfy(leaf -> {
                    JsonNode proof = Objects.requireNonNull(proofs.get(leaf));
                    assertThat(
                                    TreeProofs.includes(
                                            proof.path("leafIndex").asLong(),
                                            hex(leaf),
                                            last.size(),
                                            last.root(),
                                            hashes(proof)))
                            .isTrue();
                });
    }

    @Test
    void every_event_is_in_the_signed_tree_of_every_size() {
        for (long size : List.of(1L, 2L, 17L, last.size())) {
            for (long position = 1; position <= size; position += 5) {
                JsonNode proof = get("/v1/audit/proofs/" + position + "?size=" + size);
                assertThat(
                                TreeProofs.includes(
                                        position - 1,
                                        hex(proof.path("leafHash").asString()),
                                        size,
                                        hex(proof.path("root").asString()),
                                        hashes(proof)))
                        .as("position %d of %d", position, size)
                        .isTrue();
            }
        }
    }

    /// As C2SP's tlog-proof has it: the leaf's index, the hashes, and the checkpoint as it was
    /// signed.
    @Test
    void a_proof_can_be_had_as_a_file_that_holds_its_checkpoint() throws Exception {
        for (long position : List.of(1L, 7L, last.size())) {
            Reply reply = text("/v1/audit/proofs/" + position);
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            assertThat(reply.header("Content-Type")).hasValue("text/plain;charset=UTF-8");
            int blank = reply.body().indexOf("\n\n");
            List<String> head = reply.body().substring(0, blank).lines().toList();
            SignedNote note =
                    SignedNote.parse(
                            reply.body().substring(blank + 2).getBytes(StandardCharsets.UTF_8));
            CheckpointText said = CheckpointText.parse(note.text()).orElseThrow();

            assertThat(note.signers(keys())).hasSize(2);
            assertThat(head).startsWith("c2sp.org/tlog-proof@v1", "index " + (position - 1));
            assertThat(
                            TreeProofs.includes(
                                    position - 1,
                                    leaf(position),
                                    said.size(),
                                    said.root(),
                                    head.stream()
                                            .skip(2)
                                            .map(Base64.getDecoder()::decode)
                                            .toList()))
                    .isTrue();
        }
        Reply sized = text("/v1/audit/proofs/1?size=" + last.size());
        assertThat(sized.body()).contains("\n\nccg-ledger/").contains("\n" + last.size() + "\n");
    }

    @Test
    void a_file_ends_with_a_checkpoint_so_it_needs_one() throws Exception {
        long between =
                LongStream.range(1, last.size())
                        .filter(size -> !sizes().contains(size))
                        .findFirst()
                        .orElseThrow();

        Reply reply = text("/v1/audit/proofs/1?size=" + between);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NOT_FOUND");
        assertThat(LEDGER.get("/v1/audit/proofs/1?size=" + between).status()).isEqualTo(200);
        Reply image = LEDGER.get("/v1/audit/proofs/1", Senders.AUDITOR, "Accept", "image/png");
        assertThat(image.status()).isEqualTo(406);
    }

    private static Reply text(String path) {
        return LEDGER.get(path, Senders.AUDITOR, "Accept", "text/plain");
    }

    private static byte[] leaf(long position) {
        return hex(get("/v1/audit/proofs/" + position).path("leafHash").asString());
    }

    private static Set<Long> sizes() {
        try (Connection owner = LEDGER.owner().getConnection();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select size from ledger.checkpoint")) {
            Set<Long> sizes = new HashSet<>();
            while (row.next()) {
                sizes.add(row.getLong(1));
            }
            return sizes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_later_checkpoint_extends_an_earlier_one() {
        JsonNode proof = get("/v1/audit/consistency?from=" + first.size());

        assertThat(proof.path("to").asLong()).isEqualTo(last.size());
        assertThat(
                        TreeProofs.isExtended(
                                first.size(),
                                first.root(),
                                last.size(),
                                last.root(),
                                hashes(proof)))
                .isTrue();
        assertThat(
                        TreeProofs.isExtended(
                                first.size(), last.root(), last.size(), last.root(), hashes(proof)))
                .isFalse();
    }

    @Test
    void every_row_of_the_audit_leads_to_what_it_names() {
        Set<String> leads = new TreeSet<>();
        for (String list : List.of("/v1/decisions", "/v1/audit/events", "/v1/audit/refusals")) {
            get(list + "?limit=500")
                    .get("items")
                    .forEach(row ->
                            row.properties()
                                    .forEach(column -> {
                                        if (column.getValue().asString("").startsWith("/v1/")) {
                                            get(column.getValue().asString());
                                            leads.add(list + " " + column.getKey());
                                        }
                                    }));
        }
        assertThat(leads)
                .containsExactly(
                        "/v1/audit/events correlation",
                        "/v1/audit/events history",
                        "/v1/audit/events personDecisions",
                        "/v1/audit/events proof",
                        "/v1/audit/events receipt",
                        "/v1/audit/events report",
                        "/v1/audit/events self",
                        "/v1/audit/refusals correlation",
                        "/v1/audit/refusals personDecisions",
                        "/v1/audit/refusals proof",
                        "/v1/audit/refusals receipt",
                        "/v1/audit/refusals report",
                        "/v1/audit/refusals self",
                        "/v1/decisions correlation",
                        "/v1/decisions history",
                        "/v1/decisions personDecisions",
                        "/v1/decisions proof",
                        "/v1/decisions receipt",
                        "/v1/decisions report");
        JsonNode decision = get("/v1/decisions?limit=1").at("/items/0");
        assertThat(get(decision.at("/events/0/self").asString()).at("/event/position"))
                .isEqualTo(decision.get("position"));
    }

    @Test
    void what_cannot_be_proved_is_answered_with_a_problem() {
        long beyond = last.size() + 1_000_000;

        assertProblem("/v1/audit/proofs/" + beyond, 404, "NOT_FOUND");
        assertProblem("/v1/audit/proofs/0", 404, "NOT_FOUND");
        assertProblem("/v1/audit/proofs/one", 404, "NOT_FOUND");
        assertProblem("/v1/audit/proofs/2?size=1", 404, "NOT_FOUND");
        assertProblem("/v1/audit/proofs/1?size=0", 400, "INVALID_FIELD");
        assertProblem("/v1/audit/proofs/1?size=" + beyond, 400, "INVALID_FIELD");
        assertProblem("/v1/audit/proofs/1?of=1", 400, "INVALID_FIELD");
        assertProblem("/v1/audit/consistency", 400, "INVALID_FIELD");
        assertProblem("/v1/audit/consistency?from=0", 400, "INVALID_FIELD");
        assertProblem("/v1/audit/consistency?from=3&to=2", 400, "INVALID_FIELD");
        assertProblem("/v1/audit/consistency?from=1&to=" + beyond, 400, "INVALID_FIELD");
        assertProblem("/v1/audit/checkpoint?size=1", 400, "INVALID_FIELD");
    }

    private static void assertProblem(String path, int status, String code) {
        Reply reply = LEDGER.get(path);
        assertThat(reply.status()).as(path).isEqualTo(status);
        assertThat(reply.code()).as(path).isEqualTo(code);
    }

    /// The first checkpoint that covers a position, signed by the log's keys.
    private static CheckpointText checkpointOf(long position) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            Reply reply = LEDGER.get("/v1/audit/checkpoint");
            if (reply.status() == 200) {
                assertThat(reply.header("Content-Type")).hasValue("text/plain;charset=UTF-8");
                SignedNote note = SignedNote.parse(reply.body().getBytes(StandardCharsets.UTF_8));
                CheckpointText said = CheckpointText.parse(note.text()).orElseThrow();
                if (said.size() >= position) {
                    assertThat(note.signers(keys()))
                            .extracting(NoteKey::kind)
                            .containsExactly(NoteKey.Kind.ED25519, NoteKey.Kind.ML_DSA_44);
                    return said;
                }
            }
            assertThat(System.nanoTime()).as("No checkpoint came").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static List<NoteKey> keys() {
        return Policies.of(LEDGER.owner())
                .lines()
                .map(line -> NoteKey.parse(line.split(" ", -1)[4]))
                .toList();
    }

    private static JsonNode get(String path) {
        Reply reply = LEDGER.get(path);
        assertThat(reply.status()).as("%s: %s", path, reply.body()).isEqualTo(200);
        return reply.json();
    }

    private static List<byte[]> hashes(JsonNode proof) {
        return proof.path("hashes").valueStream().map(hash -> hex(hash.asString())).toList();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
