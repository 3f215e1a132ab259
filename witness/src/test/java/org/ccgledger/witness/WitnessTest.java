package org.ccgledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ccgledger.verifier.NoteKey;
import org.ccgledger.verifier.NoteKey.Kind;
import org.ccgledger.verifier.NoteSigner;
import org.ccgledger.verifier.ReferenceTree;
import org.ccgledger.verifier.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A witness in a process of its own, asked over HTTP.
class WitnessTest {

    private static final String ORIGIN = "example.com/log";
    private static final NoteSigner LOG = NoteSigner.of(ORIGIN, Kind.ED25519);
    private static final ReferenceTree TREE = tree("");
    private static final ReferenceTree FORK = tree("another");

    @TempDir private Path folder = Path.of("");
    private WitnessProcess witness;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("logs"), "log " + ORIGIN + " 0 - " + LOG.key() + "\n");
        witness = WitnessProcess.start(folder);
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    /// The checkpoints and the proof with which transparency-dev/witness (Apache License 2.0) is
    /// tested.
    @Test
    void published_checkpoints_are_cosigned_one_after_the_other() throws Exception {
        Files.writeString(
                folder.resolve("logs"),
                "log monkeys 0 - monkeys+db4d9f7e+AULaJMvTtDLHPUcUrjdDad9vDlh/PTfC2VV60JUtCfWT\n",
                StandardOpenOption.APPEND);
        String five =
                """
                monkeys
                5
                41smjBUiAU70EtKlT6lIOIYtRTYxYXsDB+XHfcvu/BE=

                — monkeys 202fftzGl3LVoqjXfwCFZZXs8I+5G22+Ek2K0AOyBuSJ/8/CZawNF+6fNlTKOCd622pbzJNkkJFWuw9DbicZCkEx9AY=
                """;
        String eight =
                """
                monkeys
                8
                V8K9aklZ4EPB+RMOk1/8VsJUdFZR77GDtZUQq84vSbo=

                — monkeys 202ffoUEboiQYpHzICeaFmoy3RNviHTpAxYrq/eO4QQVQMvu9UebKBMX2MJC76NLthZaKsnKbCA8GxrjePZhvDCH7Ag=
                """;
        String proof =
                """
                ueHWJhj3/ugDTkxQEPcnqyTY5HBcspbDdL8gJah6ENI=
                qsZs16ec5AEtgHYv6O7Dp38i0cpBRcP0zuAi5+/NWZ0=
                idD3U/ZqKQxIOznNXp6vsSAhKTOV+tPUoq0FPPvP3J4=
                KeQLt5yWb0xv6Wr/bzCs/OXz6NhMAiFRddbgGKXe6DM=
                """;

        assertCosigned(five, witness.add("old 0\n\n" + five));
        assertThat(witness.add("old 5\n" + proof.substring(45) + "\n" + eight).statusCode())
                .isEqualTo(422);
        assertCosigned(eight, witness.add("old 5\n" + proof + "\n" + eight));
    }

    @Test
    void a_checkpoint_that_extends_the_last_one_is_cosigned_and_so_is_the_last_one_again()
            throws Exception {
        for (int[] step : new int[][] {{0, 3}, {3, 3}, {3, 8}, {8, 21}, {21, 64}, {64, 64}}) {
            assertCosigned(note(TREE, step[1]), add(TREE, step[0], step[1]));
        }
    }

    @Test
    void the_empty_log_is_cosigned_too() throws Exception {
        String empty = note(TREE, 0);

        assertCosigned(empty, witness.add("old 0\n\n" + empty));
        assertCosigned(note(TREE, 5), add(TREE, 0, 5));
    }

    @Test
    void a_fork_is_refused_by_whoever_holds_the_logs_key() {
        assertThat(add(TREE, 0, 20).statusCode()).isEqualTo(200);

        HttpResponse<String> longer = add(FORK, 20, 30);
        assertThat(longer.statusCode()).isEqualTo(422);
        assertThat(longer.body()).doesNotContain("\u2014");
        assertThat(witness.add("old 20\n\n" + note(FORK, 30)).statusCode()).isEqualTo(422);
        assertHolds(add(FORK, 20, 20), 20);
        assertHolds(add(FORK, 0, 30), 20);
        assertThat(add(TREE, 20, 30).statusCode()).isEqualTo(200);
    }

    @Test
    void a_rollback_is_refused_and_so_is_what_grows_from_it() {
        assertThat(add(TREE, 0, 20).statusCode()).isEqualTo(200);

        assertHolds(add(TREE, 0, 12), 20);
        assertHolds(add(TREE, 12, 15), 20);
        assertThat(add(TREE, 20, 12).statusCode()).isEqualTo(400);
        assertThat(add(FORK, 20, 21).statusCode()).isEqualTo(422);
        assertHolds(add(TREE, 0, 30), 20);
    }

    @Test
    void a_log_that_is_not_known_is_not_found_and_one_that_did_not_sign_is_forbidden()
            throws Exception {
        NoteSigner another = NoteSigner.of("example.com/another", Kind.ED25519);
        NoteSigner impostor = NoteSigner.of(ORIGIN, Kind.ED25519);
        String text = text(TREE, ORIGIN, 5);
        String elsewhere = text(TREE, "example.com/another", 5);

        assertStatus(404, "old 0\n\n" + elsewhere + "\n" + another.line(elsewhere, 0));
        assertStatus(404, "old 0\n\n" + elsewhere + "\n" + LOG.line(elsewhere, 0));
        assertStatus(403, "old 0\n\n" + text + "\n" + impostor.line(text, 0));
        assertStatus(403, "old 0\n\n" + note(TREE, 5).replace("\n5\n", "\n6\n"));
        assertCosigned(
                text + "\n" + impostor.line(text, 0) + LOG.line(text, 0),
                witness.add(
                        "old 0\n\n" + text + "\n" + impostor.line(text, 0) + LOG.line(text, 0)));

        Files.writeString(
                folder.resolve("logs"),
                "log example.com/another 6 - " + another.key() + "\n",
                StandardOpenOption.APPEND);
        assertStatus(403, "old 0\n\n" + elsewhere + "\n" + another.line(elsewhere, 0));
        String six = text(TREE, "example.com/another", 6);
        assertStatus(200, "old 0\n\n" + six + "\n" + another.line(six, 0));
    }

    @Test
    void a_body_that_is_no_request_is_refused() {
        String note = note(TREE, 5);
        String hash = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        for (String body :
                List.of(
                        "",
                        "\n",
                        "\n\n",
                        "old 0",
                        "old 0\n\n",
                        "old 0\n" + note,
                        "old\n\n" + note,
                        "old 00\n\n" + note,
                        "old -1\n\n" + note,
                        "old 1e3\n\n" + note,
                        "old 0 \n\n" + note,
                        "old 0\r\n\r\n" + note,
                        "old 9223372036854775808\n\n" + note,
                        "old 6\n\n" + note,
                        "new 0\n\n" + note,
                        "old 0\n" + hash.strip().substring(1) + "\n\n" + note,
                        "old 0\n" + hash.replace("2I=", "2J=") + "\n" + note,
                        "old 0\n" + "AAAA\n" + "\n" + note,
                        "old 0\n" + hash.repeat(64) + "\n" + note,
                        "old 0\n\n" + note.replace("\n5\n", "\n05\n"),
                        "old 0\n\n" + note.replace("\n\n", "\nan extension\n\n"),
                        "old 0\n\n" + note.strip(),
                        "old 0\n\n" + note + "\n",
                        "old 0\n\n" + note + "x",
                        "old 0\n\n" + note.replace("log", "l\u0000g"),
                        "old 0\n\n" + LOG.line("x", 0).repeat(70),
                        "old 0\n\n" + "x".repeat(520_000) + "\n\n" + LOG.line("x", 0))) {
            assertStatus(400, body);
        }
        assertStatus(422, "old 0\n" + hash + "\n" + note);
        assertStatus(413, "old 0\n\n" + "x".repeat(600_001));
        assertThat(add(TREE, 0, 5).statusCode()).isEqualTo(200);
    }

    @Test
    void there_is_one_thing_to_do_here() {
        URI elsewhere = witness.url().resolve("/add-checkpoints");

        assertThat(witness.send(HttpRequest.newBuilder(elsewhere).GET()).statusCode())
                .isEqualTo(404);
        HttpResponse<String> asked = witness.send(HttpRequest.newBuilder(witness.url()).GET());
        assertThat(asked.statusCode()).isEqualTo(405);
        assertThat(asked.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void of_many_who_go_on_from_one_size_exactly_one_wins() throws Exception {
        int many = 6;
        int held = 1;
        assertThat(add(TREE, 0, held).statusCode()).isEqualTo(200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            while (held + many <= 64) {
                int from = held;
                CountDownLatch together = new CountDownLatch(1);
                List<Future<Integer>> answers =
                        IntStream.rangeClosed(1, many)
                                .mapToObj(i ->
                                        threads.submit(() -> {
                                            together.await();
                                            return add(TREE, from, from + i).statusCode();
                                        }))
                                .toList();
                together.countDown();
                for (int i = 1; i <= many; i++) {
                    int status = answers.get(i - 1).get();
                    assertThat(status).isIn(200, 409);
                    if (status == 200) {
                        assertThat(held).as("One had won").isEqualTo(from);
                        held = from + i;
                    }
                }
                assertThat(held).as("Somebody wins").isGreaterThan(from);
                assertHolds(add(TREE, 0, 64), held);
            }
        }
    }

    @Test
    void what_was_answered_is_there_after_a_kill() throws Exception {
        List<NoteKey> before = witness.keys();
        int size = 0;
        for (int kill = 0; kill < 5; kill++) {
            for (int next = size + 1; next <= size + 3; next++) {
                assertThat(add(TREE, next - 1, next).statusCode()).isEqualTo(200);
            }
            size += 3;
            witness.kill();
            Files.writeString(folder.resolve("heads").resolve("half.new"), ORIGIN);
            witness = WitnessProcess.start(folder);

            assertHolds(add(TREE, 0, 64), size);
            assertThat(add(FORK, size, 64).statusCode()).isEqualTo(422);
        }
        assertThat(witness.keys())
                .extracting(NoteKey::toString)
                .isEqualTo(before.stream().map(NoteKey::toString).toList());
    }

    @Test
    void nothing_is_cosigned_that_cannot_be_kept() throws Exception {
        Path heads = folder.resolve("heads");
        Files.delete(heads);
        HttpResponse<String> answer = add(TREE, 0, 5);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("\u2014");

        Files.createDirectory(heads);
        assertThat(add(TREE, 0, 5).statusCode()).isEqualTo(200);
        try (Stream<Path> files = Files.list(heads)) {
            Files.writeString(files.findFirst().orElseThrow(), "damaged");
        }
        assertThat(add(FORK, 0, 9).statusCode()).isEqualTo(500);
    }

    @Test
    void keys_that_cannot_be_read_are_not_made_anew() throws Exception {
        witness.kill();
        Path keys = folder.resolve("keys");
        Files.delete(keys);
        Files.createSymbolicLink(keys, keys);

        assertEnds("keys", "--name", "witness.example/w1");
        assertThat(keys).isSymbolicLink();
    }

    @Test
    void who_has_lost_what_it_cosigned_does_not_begin_anew() throws Exception {
        assertThat(add(TREE, 0, 20).statusCode()).isEqualTo(200);
        witness.kill();
        try (Stream<Path> heads = Files.list(folder.resolve("heads"))) {
            for (Path head : heads.toList()) {
                Files.delete(head);
            }
        }
        Files.delete(folder.resolve("heads"));

        assertEnds("does not know what it has cosigned", "--name", "witness.example/w1");
        assertThat(folder.resolve("heads")).doesNotExist();
    }

    @Test
    void keys_are_their_owners_and_a_folder_is_one_processs() throws Exception {
        Path keys = folder.resolve("keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");
        assertThat(witness.keys())
                .extracting(NoteKey::kind)
                .containsExactly(Kind.ED25519_COSIGNATURE, Kind.ML_DSA_44);

        assertEnds("Another witness runs on");
        witness.kill();
        assertEnds("This witness is called witness.example/w1", "--name", "witness.example/w2");
        assertEnds("A witness cosigns", "--nam", "witness.example/w1");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r-----"));
        assertEnds("others may read");
        Files.delete(keys);
        assertEnds("The first start needs --name");
        Files.writeString(folder.resolve("logs"), "log " + ORIGIN + " 0 " + LOG.key());
        assertEnds("it is not `log ORIGIN FROM TO KEY`", "--name", "witness.example/w1");
    }

    @Test
    void who_does_not_go_on_is_left() throws Exception {
        try (Socket slow = new Socket(witness.url().getHost(), witness.url().getPort())) {
            OutputStream out = slow.getOutputStream();
            out.write(
                    "POST /add-checkpoint HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nold"
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            slow.setSoTimeout((int) Duration.ofSeconds(40).toMillis());

            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
    }

    private void assertEnds(String why, String... options) throws Exception {
        Process other = WitnessProcess.process(folder, options);
        if (!other.waitFor(Duration.ofSeconds(30))) {
            other.destroyForcibly();
        }
        assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains(why)
                .doesNotContain("\tat ");
        assertThat(other.waitFor()).isEqualTo(2);
    }

    /// Both keys of the witness have signed, a moment ago.
    private void assertCosigned(String note, HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        SignedNote cosigned =
                SignedNote.parse((note + answer.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(cosigned.signers(witness.keys())).isEqualTo(witness.keys());
        assertThat(answer.body().lines()).hasSize(2).allMatch(line -> line.startsWith("\u2014 "));
        byte[] line =
                Base64.getDecoder()
                        .decode(answer.body().lines().findFirst().orElseThrow().split(" ", -1)[2]);
        long seconds = java.nio.ByteBuffer.wrap(line, 4, Long.BYTES).getLong();
        assertThat(Instant.ofEpochSecond(seconds))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    private static void assertHolds(HttpResponse<String> answer, long size) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo(size + "\n");
    }

    private void assertStatus(int status, String body) {
        HttpResponse<String> answer = witness.add(body);
        assertThat(answer.statusCode()).as("%.200s: %s", body, answer.body()).isEqualTo(status);
    }

    /// Sends the checkpoint of a tree, with the proof that it extends itself at another size.
    private HttpResponse<String> add(ReferenceTree tree, int from, int to) {
        StringBuilder body = new StringBuilder("old " + from + "\n");
        if (from > 0 && from < to) {
            tree.consistency(from, to)
                    .forEach(hash ->
                            body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        }
        return Objects.requireNonNull(witness).add(body.append('\n') + note(tree, to));
    }

    private static String note(ReferenceTree tree, int size) {
        String text = text(tree, ORIGIN, size);
        return text + "\n" + LOG.line(text, 0);
    }

    private static String text(ReferenceTree tree, String origin, int size) {
        return origin
                + "\n"
                + size
                + "\n"
                + Base64.getEncoder().encodeToString(tree.root(size))
                + "\n";
    }

    private static ReferenceTree tree(String salt) {
        return ReferenceTree.of(
                IntStream.range(0, 64)
                        .mapToObj(i -> sha256((salt + i).getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
