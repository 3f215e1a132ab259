package org.ccgledger.query.feed;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.ccgledger.ledger.LedgerException;
import org.ccgledger.ledger.LedgerToken;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.query.http.History;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One follower's feed: a thread that reads a page, sends it, and reads the next when it is sent.
final class Feed {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    /// A follower comes back after that, and shows anew who it is.
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Feeds feeds;
    private final History history;
    private final Wanted wanted;
    private final long begun = System.nanoTime();
    private long position;
    private @Nullable LedgerToken place;

    /// @param place after which it begins; none to begin with the first event
    Feed(Feeds feeds, History history, Wanted wanted, @Nullable LedgerToken place) {
        this.feeds = feeds;
        this.history = history;
        this.wanted = wanted;
        this.place = place;
        this.position = place == null ? 0 : place.position();
    }

    /// Goes on in a thread of its own until the follower leaves, or feeds are to end.
    void follow(Sending sending, AsyncContext context) {
        context.setTimeout(0);
        context.addListener(new Ending(context));
        Thread.ofVirtual().name("feed").start(() -> run(sending, context));
    }

    private void run(Sending sending, AsyncContext context) {
        try {
            while (feeds.isRunning() && System.nanoTime() - begun < LONGEST.toNanos()) {
                step(sending);
            }
        } catch (IOException e) {
            LOG.debug("A follower has left", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (LedgerException e) {
            LOG.warn("A feed ends, since the ledger cannot be read", e);
        } finally {
            complete(context);
            feeds.left(this);
        }
    }

    private void step(Sending sending) throws IOException, InterruptedException {
        List<StoredEvent> page = feeds.after(position);
        boolean sent = false;
        for (StoredEvent event : page) {
            if (!feeds.isRunning()) {
                return;
            }
            place = history.tokenOf(event);
            position = event.position();
            if (wanted.includes(event)) {
                sending.event(place, event);
                sent = true;
            }
        }
        if (sent) {
            sending.flush();
        } else if (page.isEmpty()) {
            feeds.await(position, feeds.heartbeat().minus(sending.silence()));
        }
        if (sending.silence().compareTo(feeds.heartbeat()) >= 0) {
            sending.quiet(place);
        }
    }

    private static void complete(AsyncContext context) {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            LOG.trace("It is complete already", e);
        }
    }

    /// The server completes it by itself when the connection fails; it is not to answer an error.
    private record Ending(AsyncContext context) implements AsyncListener {

        @Override
        public void onError(AsyncEvent event) {
            complete(context);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            complete(context);
        }

        @Override
        public void onComplete(AsyncEvent event) {
            // The thread sees it when it writes.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // It is started once.
        }
    }
}
