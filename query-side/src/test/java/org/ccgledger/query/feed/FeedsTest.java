package org.ccgledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.query.RecordedHistory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FeedsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final TestDatabase DATABASE = TestDatabase.create();

    private final Feeds feeds = new Feeds(DATABASE.ledger(), 1, LONG);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static long append(String stream, int events) {
        NewEvent event =
                new NewEvent(
                        "ccg.later.OfALaterBuild",
                        1,
                        LocalDate.of(2013, 4, 1),
                        Set.of(),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        List.of());
        return new RecordedHistory(DATABASE.ledger())
                .append(stream, RecordedHistory.metadata(), Collections.nCopies(events, event));
    }

    @Test
    void a_page_begins_after_the_position_whatever_others_have_read() {
        long head = append("later:pages", 450);
        for (long position :
                List.of(head - 50, 0L, head - 2, head - 1, head - 60, head, head - 250, 7L)) {
            assertPage(position, head);
        }
        long more = append("later:more", 3);
        for (long position : List.of(head, head + 1, head - 1, more, 0L)) {
            assertPage(position, more);
        }
    }

    private void assertPage(long position, long head) {
        List<StoredEvent> page = feeds.after(position);
        assertThat(page)
                .as("after " + position)
                .extracting(StoredEvent::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(position + 1, position + page.size())
                                .boxed()
                                .toList());
        assertThat(page.isEmpty()).as("after " + position).isEqualTo(position == head);
        assertThat(page.size()).isLessThanOrEqualTo(200);
    }

    @Test
    void who_waits_is_woken_by_what_is_appended_and_when_feeds_end() throws Exception {
        feeds.start();
        long head = DATABASE.ledger().head();
        CompletableFuture<Void> woken = waiting(head);
        append("later:waking", 1);
        woken.get(LONG.toSeconds() / 2, TimeUnit.SECONDS);

        CompletableFuture<Void> ended = waiting(head + 1);
        feeds.stop();
        ended.get(LONG.toSeconds() / 2, TimeUnit.SECONDS);
    }

    private CompletableFuture<Void> waiting(long position) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        feeds.await(position, LONG);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }
}
