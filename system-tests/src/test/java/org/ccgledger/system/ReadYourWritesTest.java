package org.ccgledger.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Many callers, each of whom writes and at once asks a read model for what it wrote, over and over
/// with the same question.
///
/// With the token of its receipt a caller is never answered with less than its own write. Without
/// one it is, sooner or later: so the read models do run behind, and the token makes the
/// difference.
class ReadYourWritesTest {

    private static final int CALLERS = 16;
    private static final int PAIRS = 10_000;
    private static final int PAIRS_WITHOUT = 2_000;
    private static final int SECONDS = 5;
    private static final int MOST_TRIES = 12;

    private static final RunningLedger LEDGER = RunningLedger.start();

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    /// How a caller asks.
    private interface Question {
        Reply ask(String token, String path);
    }

    /// What came of pairs of a command and a question.
    ///
    /// @param pairs whose question was answered
    /// @param stale answers without the write
    /// @param behind answers that the read model was behind
    private record Tally(int pairs, int stale, int behind) {
        Tally plus(Tally other) {
            return new Tally(pairs + other.pairs, stale + other.stale, behind + other.behind);
        }
    }

    @Test
    void who_gives_its_token_is_never_answered_without_its_own_write() throws Exception {
        Tally tally =
                tally("WITH-TOKEN", PAIRS, (token, path) -> LEDGER.since(token, SECONDS, path));

        assertThat(tally.pairs()).isEqualTo(PAIRS);
        assertThat(tally.stale()).as("%s", tally).isZero();
        assertThat(tally.behind()).as("%s", tally).isLessThan(PAIRS / 100);
    }

    @Test
    void who_gives_none_is_sooner_or_later() throws Exception {
        Tally tally =
                tally("WITHOUT", PAIRS_WITHOUT, (_, path) -> LEDGER.get(path, Senders.AUDITOR));

        assertThat(tally.pairs()).isEqualTo(PAIRS_WITHOUT);
        assertThat(tally.stale()).as("%s", tally).isPositive();
    }

    private static Tally tally(String name, int pairs, Question question) throws Exception {
        List<Future<Tally>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                String body = "PROVIDER/%s-%d".formatted(name, caller);
                callers.add(threads.submit(() -> ofOne(body, pairs / CALLERS, question)));
            }
        }
        Tally all = new Tally(0, 0, 0);
        for (Future<Tally> caller : callers) {
            all = all.plus(caller.get());
        }
        return all;
    }

    /// Each time the newest pledge of the caller's own body is another.
    private static Tally ofOne(String body, int pairs, Question question) {
        Tally tally = new Tally(0, 0, 0);
        for (int number = 0; number < pairs; number++) {
            String pledge = "pledge-%05d-%s".formatted(number, body.replace('/', '-'));
            Sample.Command command = Sample.pledge(pledge, body, "Promise " + number);
            Reply written = LEDGER.post(command.name(), command.actor(), command.json());
            assertThat(written.status()).as("%s", written).isEqualTo(201);
            String token = written.header("Consistency-Token").orElseThrow();
            tally =
                    tally.plus(
                            asked(
                                    pledge,
                                    () ->
                                            question.ask(
                                                    token,
                                                    "/v1/pledges?by=%s&sort=-pledge&limit=1"
                                                            .formatted(body))));
        }
        return tally;
    }

    /// Asks until there is an answer other than that the read model is behind.
    private static Tally asked(String pledge, Supplier<Reply> question) {
        int behind = 0;
        Reply read = question.get();
        while (read.status() == 503 && behind < MOST_TRIES) {
            assertThat(read.code()).isEqualTo("PROJECTION_BEHIND");
            behind++;
            read = question.get();
        }
        assertThat(read.status()).as("%s", read).isEqualTo(200);
        JsonNode newest = read.json().path("items").path(0);
        return new Tally(1, newest.path("pledge").asString("").equals(pledge) ? 0 : 1, behind);
    }
}
