package org.ccgledger.query.feed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ccgledger.access.Callers;
import org.ccgledger.access.OpenTo;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerToken;
import org.ccgledger.query.http.History;
import org.ccgledger.query.http.Listing.Filter.Kind;
import org.ccgledger.query.http.Parameters;
import org.ccgledger.query.http.Takes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Follows the ledger: every event in its order, from now on or from a position, and after a break
/// from where it broke.
@RestController
final class FeedApi {

    static final String PATH = "/v1/events/stream";

    private static final String LAST = "Last-Event-ID";

    private final Ledger ledger;
    private final History history;
    private final Feeds feeds;

    FeedApi(Ledger ledger, History history, Feeds feeds) {
        this.ledger = ledger;
        this.history = history;
        this.feeds = feeds;
    }

    @OpenTo(value = Callers.AUDITORS, personal = true)
    @Takes(
            name = Wanted.FROM,
            kind = Kind.NUMBER,
            description =
                    "The position to begin with; what is recorded from now on if it is left out.")
    @Takes(
            name = Wanted.TYPE,
            description =
                    "Types without their versions, with commas between them; all if it is left out.")
    @Takes(name = Wanted.STREAM, description = "The one stream whose events are wanted.")
    @Takes(name = LAST, header = true, description = "The id after which it goes on.")
    @GetMapping(path = PATH, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters.check(request);
        Wanted wanted = Wanted.of(request.getParameterMap());
        LedgerToken place = place(request.getHeader(LAST), wanted);
        Feed feed = new Feed(feeds, history, wanted, place);
        feeds.admit(feed);
        boolean follows = false;
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("Cache-Control", "no-store");
            if (!request.getMethod().equals("HEAD")) {
                // The head is sent from here, so that no filter touches it beside the feed's
                // thread.
                Sending sending = new Sending(response.getOutputStream());
                sending.begin(place);
                feed.follow(sending, request.startAsync());
                follows = true;
            }
        } finally {
            if (!follows) {
                feeds.left(feed);
            }
        }
    }

    /// After which place a feed begins: a browser that comes back names the last event that it got,
    /// whatever it asked for at first.
    private @Nullable LedgerToken place(@Nullable String last, Wanted wanted) {
        if (last != null) {
            return history.place(LAST, last);
        }
        long position = wanted.after(ledger.head());
        return ledger.readAfter(position - 1, 1).stream()
                .filter(event -> event.position() == position)
                .findFirst()
                .map(history::tokenOf)
                .orElse(null);
    }
}
