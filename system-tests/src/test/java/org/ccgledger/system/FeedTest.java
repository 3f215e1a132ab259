package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.assertj.core.api.SoftAssertions;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.Patience;
import org.ccgledger.system.Follower.Sent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ledger as a service sees it that follows it.
class FeedTest {

    private static final String HEARTBEAT = "--ccg.feed.heartbeat=200ms";
    private static final String THE_LAST = "the-last";
    private static final RunningLedger LEDGER = RunningLedger.start(HEARTBEAT);

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static Follower follow(String question) throws Exception {
        return new Follower(LEDGER.url(), question, Senders.AUDITOR, null);
    }

    private static Follower after(String id) throws Exception {
        return new Follower(LEDGER.url(), "?from=1", Senders.AUDITOR, id);
    }

    private static Reply stated(String figure) {
        Reply reply =
                LEDGER.post(
                        "RecordStatedFigure",
                        Senders.REGISTRY,
                        Sample.about(
                                """
                                "figure": "%s", "subject": "Groups", "counted": "NOT_COUNTED",
                                "figureSource": {"standing": "SYNTHETIC", "citation": "Made up"},
                                "value": "1.50", "unit": "CCGS", "asAt": "2013-04-01"
                                """
                                        .formatted(figure)));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply;
    }

    @Test
    void a_follower_gets_each_event_once_in_order_wherever_it_is_cut_off() throws Exception {
        List<Sent> got = new ArrayList<>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Reply> sent =
                    CompletableFuture.supplyAsync(
                            () -> {
                                Sample.play(LEDGER);
                                return stated(THE_LAST);
                            },
                            senders);
            String last = "";
            while (!isComplete(got)) {
                try (Follower follower = last.isEmpty() ? follow("?from=1") : after(last)) {
                    for (int i = 0; i < 5 && !isComplete(got); i++) {
                        got.add(follower.next());
                    }
                    last = follower.lastId();
                }
            }
            assertThat(last).isEqualTo(sent.get().header("Consistency-Token").orElseThrow());
        }

        assertThat(got)
                .extracting(Sent::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, got.size()).boxed().toList());
        assertThat(got)
                .extracting(Sent::name)
                .contains("ledger.LedgerCreated", "ccg.authorisation.CCGProposed");
        assertThat(got)
                .allSatisfy(one ->
                        assertThat(one.event().get("type").asString())
                                .isEqualTo(one.name() + ".v1"));
    }

    private static boolean isComplete(List<Sent> got) {
        return !got.isEmpty()
                && got.getLast().event().at("/data/figure").asString("").equals(THE_LAST);
    }

    @Test
    void without_a_place_it_begins_with_what_comes_and_is_told_where_that_is() throws Exception {
        String begun;
        try (Follower follower = follow("")) {
            assertThat(follower.header("Content-Type")).startsWith("text/event-stream");
            assertThat(follower.header("Cache-Control")).isEqualTo("no-store");
            follower.awaitBeginning();
            begun = follower.lastId();

            Reply reply = stated("feed-1");
            Sent sent = follower.next();

            assertThat(sent.id()).isEqualTo(reply.header("Consistency-Token").orElseThrow());
            assertThat(sent.position()).isEqualTo(reply.json().get("position").asLong());
            assertThat(sent.event().get("actor").asString()).isEqualTo("registry-1");
        }
        try (Follower again = after(begun)) {
            assertThat(again.next().event().at("/data/figure").asString()).isEqualTo("feed-1");
        }
    }

    @Test
    void what_is_not_wanted_is_left_out_but_passed() throws Exception {
        long before = LEDGER.bean(Ledger.class).head();
        stated("feed-2");
        Reply other = stated("feed-3");
        try (Follower of =
                follow("?type=ccg.authorisation.CCGProposed&stream=nothing:1&from=" + before)) {
            of.awaitBeginning();
            Patience.until(
                    "it is told how far it is",
                    () -> {
                        of.awaitComment();
                        return of.lastId().equals(other.header("Consistency-Token").orElseThrow());
                    });
        }
        try (Follower of = follow("?stream=" + other.json().get("stream").asString() + "&from=1")) {
            assertThat(of.next().position()).isEqualTo(other.json().get("position").asLong());
        }
    }

    @Test
    void a_comment_shows_that_it_is_open_while_nothing_happens() throws Exception {
        try (Follower follower = follow("")) {
            follower.awaitBeginning();
            follower.awaitComment();
            follower.awaitComment();
        }
    }

    @ParameterizedTest
    @CsvSource({"9.1.00000000", "1.1.00000000", "1.999999.00000000", "1.0.00000000", "yesterday"})
    void a_place_in_another_history_is_refused(String alien) throws Exception {
        try (Follower follower = after(alien)) {
            assertThat(follower.status()).isEqualTo(400);
            assertThat(follower.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(follower.code()).isEqualTo("INVALID_CURSOR");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?from=0",
        "?from=-1",
        "?from=x",
        "?from=999999",
        "?from=1&from=2",
        "?type=ccg.Nothing",
        "?type=",
        "?stream=",
        "?asOf=2013-04-01"
    })
    void what_it_does_not_take_is_named(String question) throws Exception {
        try (Follower follower = follow(question)) {
            assertThat(follower.status()).isEqualTo(400);
            assertThat(follower.code()).isEqualTo("INVALID_FIELD");
        }
    }

    @Test
    void auditors_alone_may_follow() throws Exception {
        try (Follower nobody = new Follower(LEDGER.url(), "?from=1", null, null)) {
            assertThat(nobody.status()).isEqualTo(401);
            assertThat(nobody.code()).isEqualTo("UNAUTHENTICATED");
        }
        try (Follower board = new Follower(LEDGER.url(), "?from=1", Senders.BOARD, null)) {
            assertThat(board.status()).isEqualTo(403);
            assertThat(board.code()).isEqualTo("ROLE_NOT_PERMITTED");
        }
    }

    @Test
    void who_follows_is_recorded_as_soon_as_it_begins() throws Exception {
        Path log = Path.of(LEDGER.property("ccg.data-directory"), "access-log", "access");
        try (Follower follower = follow("?stream=recorded:1")) {
            assertThat(follower.status()).isEqualTo(200);
            Patience.until(
                    "it is recorded",
                    () ->
                            Files.readAllLines(log).stream()
                                    .filter(line -> line.contains("stream=recorded:1"))
                                    .anyMatch(line -> line.contains("\"what\":\"READ\"")));
        }
    }

    @Test
    void one_too_many_is_told_so_and_a_ledger_that_stops_does_not_wait_for_them() throws Exception {
        Follower second;
        Follower last;
        String code;
        long stopping;
        try (RunningLedger ledger = RunningLedger.start(HEARTBEAT, "--ccg.feed.connections=1")) {
            try (Follower first = new Follower(ledger.url(), "", Senders.AUDITOR, null)) {
                first.awaitBeginning();
                second = new Follower(ledger.url(), "", Senders.AUDITOR, null);
                code = second.status() == 503 ? second.code() : "";
                second.close();
            }
            last = lastOf(ledger);
            stopping = System.nanoTime();
        }
        Duration stopped = Duration.ofNanos(System.nanoTime() - stopping);
        SoftAssertions.assertSoftly(softly -> {
            softly.assertThat(second.status()).isEqualTo(503);
            softly.assertThat(second.header("Retry-After")).isNotEmpty();
            softly.assertThat(code).isEqualTo("UNAVAILABLE");
            softly.assertThat(stopped).isLessThan(Duration.ofSeconds(20));
        });
        assertThat(last.end()).isEmpty();
        last.close();
    }

    /// Who is let in once the one before has left.
    private static Follower lastOf(RunningLedger ledger) throws Exception {
        List<Follower> in = new ArrayList<>();
        Patience.until(
                "there is room",
                () -> {
                    Follower next = new Follower(ledger.url(), "", Senders.AUDITOR, null);
                    if (next.status() == 200) {
                        return in.add(next);
                    }
                    next.close();
                    return false;
                });
        return in.getFirst();
    }

    @Test
    void the_feed_is_described_by_every_type_of_event() {
        Reply described = LEDGER.getAsAnybody("/asyncapi.json");
        assertThat(described.status()).isEqualTo(200);
        var messages = described.json().at("/components/messages");
        LEDGER.getAsAnybody("/v1/event-types")
                .json()
                .forEach(type ->
                        assertThat(
                                        messages.path(
                                                        type.get("type").asString()
                                                                + ".v"
                                                                + type.get("version").asInt())
                                                .at("/payload/allOf/1/properties/data/$ref")
                                                .asString(""))
                                .isEqualTo(type.get("schema").asString()));
        assertThat(
                        LEDGER.getAsAnybody("/v3/api-docs")
                                .json()
                                .at("/paths/~1v1~1events~1stream/get/responses/200/content")
                                .has("text/event-stream"))
                .isTrue();
    }
}
