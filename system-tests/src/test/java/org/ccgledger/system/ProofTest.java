package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
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
