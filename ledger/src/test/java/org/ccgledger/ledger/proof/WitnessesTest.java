package org.ccgledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.proof.Witness.Cosignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the signer makes of witnesses that answer one thing or another.
class WitnessesTest {

    private static final byte[] HASH = new byte[32];
    private static final Checkpoint CHECKPOINT = new Checkpoint("log", 9, HASH);
    private static final String NOTE = CHECKPOINT.text() + "\n\u2014 log AAAA\n";
    private static final String PROOF_LINE = Base64.getEncoder().encodeToString(HASH) + "\n";
    private static final Witnesses.Pace PACE =
            new Witnesses.Pace(
                    Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(1));

    private final List<HttpServer> servers = new ArrayList<>();
    private final MovingClock clock = new MovingClock();

    private record Reply(int status, String body) {}

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void who_cosigns_is_asked_from_the_size_that_it_holds() {
        Key key = new Key("w.example", 4);
        List<String> asked = new CopyOnWriteArrayList<>();
        Witnesses witnesses =
                of(
                        key,
                        body -> {
                            asked.add(body);
                            return body.startsWith("old 5\n")
                                    ? new Reply(200, key.line(CHECKPOINT, clock.instant()))
                                    : new Reply(409, "5\n");
                        });

        assertThat(cosign(witnesses))
                .containsExactly(
                        new Cosignature(
                                "w.example+" + key.id(), key.line(CHECKPOINT, clock.instant())));
        assertThat(asked).containsExactly("old 0\n\n" + NOTE, "old 5\n" + PROOF_LINE + "\n" + NOTE);
        assertThat(witnesses.failures()).isEmpty();
    }

    @Test
    void lines_of_others_and_lines_that_the_witness_did_not_sign_are_left_out() {
        Key key = new Key("w.example", 4);
        Key stranger = new Key("w.example", 4);
        Checkpoint another = new Checkpoint("log", 8, HASH);
        Witnesses witnesses =
                of(
                        key,
                        _ ->
                                new Reply(
                                        200,
                                        stranger.line(CHECKPOINT, clock.instant())
                                                + key.line(another, clock.instant())
                                                + "— w.example AAAA\n— w.example\nx\n"
                                                + key.line(CHECKPOINT, clock.instant())));

        assertThat(cosign(witnesses))
                .extracting(Cosignature::line)
                .containsExactly(key.line(CHECKPOINT, clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200 nothing",
                "200 ",
                "404 This witness does not look after that log",
                "500 x",
                "409 x\n",
                "409 12345678901234567890\n",
                "301 x"
            })
    void who_answers_something_else_has_failed_and_is_left_alone_for_a_while(String answer) {
        Key key = new Key("w.example", 4);
        List<String> asked = new CopyOnWriteArrayList<>();
        Witnesses witnesses =
                of(
                        key,
                        body -> {
                            asked.add(body);
                            return asked.size() > 1
                                    ? new Reply(200, key.line(CHECKPOINT, clock.instant()))
                                    : new Reply(
                                            Integer.parseInt(answer.substring(0, 3)),
                                            answer.substring(4));
                        });

        assertThat(cosign(witnesses)).isEmpty();
        assertThat(witnesses.failures()).hasSize(1);
        assertThat(cosign(witnesses)).isEmpty();
        assertThat(asked).hasSize(1);
        clock.forward(PACE.retry());
        assertThat(cosign(witnesses)).hasSize(1);
        assertThat(witnesses.failures()).isEmpty();
    }

    @Test
    void who_holds_what_this_ledger_does_not_is_an_alarm() {
        Key key = new Key("w.example", 4);

        assertFailure(key, _ -> new Reply(422, "x"), "HOLDS ANOTHER HISTORY");
        assertFailure(key, _ -> new Reply(409, "10\n"), "HOLDS MORE");
        assertFailure(key, _ -> new Reply(409, "9\n"), "HOLDS ANOTHER HISTORY");
        assertFailure(
                key,
                body -> new Reply(409, body.startsWith("old 5\n") ? "6\n" : "5\n"),
                "holds another size each time");
    }

    @Test
    void who_cosigns_with_one_of_its_keys_alone_has_failed_and_what_it_signed_counts() {
        Key key = new Key("w.example", 4);
        Key silent = new Key("w.example", 4);
        List<String> asked = new CopyOnWriteArrayList<>();
        Witnesses witnesses =
                Witnesses.of(
                        List.of(
                                serve(body -> {
                                    asked.add(body);
                                    return new Reply(
                                            200,
                                            key.line(CHECKPOINT, clock.instant())
                                                    + (asked.size() > 1
                                                            ? silent.line(
                                                                    CHECKPOINT, clock.instant())
                                                            : ""));
                                })
                                        + " "
                                        + key
                                        + " "
                                        + silent),
                        PACE,
                        clock);

        assertThat(cosign(witnesses))
                .extracting(Cosignature::line)
                .containsExactly(key.line(CHECKPOINT, clock.instant()));
        assertThat(witnesses.failures())
                .containsExactly("does not cosign with its key w.example+" + silent.id());
        assertThat(cosign(witnesses)).isEmpty();
        clock.forward(PACE.retry());
        assertThat(witnesses.areStale()).isTrue();
        assertThat(cosign(witnesses)).hasSize(2);
        assertThat(witnesses.failures()).isEmpty();
        assertThat(asked).last().asString().startsWith("old 9\n");
    }

    @Test
    void one_that_does_not_answer_keeps_no_other_from_cosigning_and_is_waited_for_once()
            throws Exception {
        Key key = new Key("w.example", 4);
        CountDownLatch never = new CountDownLatch(1);
        String slow =
                serve(_ -> {
                    try {
                        never.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    return new Reply(200, "");
                });
        String quick = serve(_ -> new Reply(200, key.line(CHECKPOINT, clock.instant())));
        String huge = serve(_ -> new Reply(200, "x".repeat(1_000_000)));
        Witnesses witnesses =
                Witnesses.of(
                        List.of(
                                slow + " " + key,
                                "http://127.0.0.1:1/ " + key,
                                huge + " " + key,
                                quick + " " + key),
                        PACE,
                        clock);

        long began = System.nanoTime();
        assertThat(cosign(witnesses)).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isLessThan(PACE.patience().multipliedBy(2));
        assertThat(witnesses.failures()).hasSize(3);
        began = System.nanoTime();
        assertThat(cosign(witnesses)).hasSize(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PACE.patience());
        never.countDown();
    }

    @Test
    void a_cosignature_grows_old() {
        Key key = new Key("w.example", 4);
        Witnesses witnesses = of(key, _ -> new Reply(200, key.line(CHECKPOINT, clock.instant())));

        assertThat(witnesses.areStale()).isTrue();
        cosign(witnesses);
        assertThat(witnesses.areStale()).isFalse();
        clock.forward(PACE.renew());
        assertThat(witnesses.areStale()).isTrue();
        assertThat(Witnesses.of(List.of(), clock).areStale()).isFalse();
    }

    @Test
    void a_setting_that_names_no_witness_is_refused() {
        Key key = new Key("w.example", 4);
        for (String wrong :
                List.of(
                        "",
                        "http://w.example",
                        "w.example " + key,
                        "file:///w " + key,
                        "http://w.example " + key.toString().substring(1),
                        "http://w.example " + new Key("w.example", 1),
                        "http://w.example w.example+00000000+BAAA")) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> Witnesses.of(List.of(wrong), clock));
        }
    }

    private void assertFailure(Key key, Function<String, Reply> answers, String why) {
        Witnesses witnesses = of(key, answers);

        assertThat(cosign(witnesses)).isEmpty();
        assertThat(witnesses.failures()).singleElement().asString().startsWith(why);
    }

    private static List<Cosignature> cosign(Witnesses witnesses) {
        return witnesses.cosign(CHECKPOINT, NOTE, _ -> List.of(HASH));
    }

    private Witnesses of(Key key, Function<String, Reply> answers) {
        return Witnesses.of(List.of(serve(answers) + " " + key), PACE, clock);
    }

    private String serve(Function<String, Reply> answers) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            servers.add(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(
                    "/add-checkpoint",
                    exchange -> {
                        try (exchange) {
                            Reply reply =
                                    answers.apply(
                                            new String(
                                                    exchange.getRequestBody().readAllBytes(),
                                                    StandardCharsets.UTF_8));
                            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                            exchange.sendResponseHeaders(
                                    reply.status(), body.length == 0 ? -1 : body.length);
                            exchange.getResponseBody().write(body);
                        }
                    });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A key of a witness, made of the JDK alone.
    private static final class Key {

        private final String name;
        private final KeyPair pair;
        private final byte[] typed;

        Key(String name, int type) {
            try {
                this.name = name;
                this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                byte[] encoded = pair.getPublic().getEncoded();
                this.typed = Arrays.copyOfRange(encoded, encoded.length - 33, encoded.length);
                typed[0] = (byte) type;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        String id() {
            return HexFormat.of().formatHex(idBytes());
        }

        private byte[] idBytes() {
            return Arrays.copyOf(
                    Digests.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        }

        String line(Checkpoint checkpoint, Instant at) {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(pair.getPrivate());
                signature.update(
                        ("cosignature/v1\ntime " + at.getEpochSecond() + "\n" + checkpoint.text())
                                .getBytes(StandardCharsets.UTF_8));
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                Stream.of(
                                idBytes(),
                                ByteBuffer.allocate(8).putLong(at.getEpochSecond()).array(),
                                signature.sign())
                        .forEach(line::writeBytes);
                return "\u2014 "
                        + name
                        + " "
                        + Base64.getEncoder().encodeToString(line.toByteArray())
                        + "\n";
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String toString() {
            return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed);
        }
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
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
