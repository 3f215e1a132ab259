package org.ccgledger.query.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.ccgledger.events.EventJson;
import org.ccgledger.ledger.LedgerToken;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.query.audit.CloudEvents;
import org.jspecify.annotations.Nullable;

/// Events on their way to one follower, as server-sent events have it.
///
/// A block with an `id` alone is no event; it moves the place with which the follower comes back,
/// also past what it did not ask for.
final class Sending {

    private static final Duration RETRY = Duration.ofSeconds(3);

    private final OutputStream out;
    private @Nullable LedgerToken told;
    private long sentAt = System.nanoTime();

    Sending(OutputStream out) {
        this.out = out;
    }

    /// Begins after a place; there is none before the first event.
    void begin(@Nullable LedgerToken place) throws IOException {
        write("retry: " + RETRY.toMillis() + "\n" + id(place) + "\n");
        flush();
    }

    void event(LedgerToken place, StoredEvent event) throws IOException {
        write(
                id(place)
                        + "event: "
                        + event.type()
                        + "\ndata: "
                        + EventJson.MAPPER.writeValueAsString(CloudEvents.of(event))
                        + "\n\n");
    }

    /// Says that nothing happens, and how far it did not.
    void quiet(@Nullable LedgerToken place) throws IOException {
        write(":\n" + id(place) + "\n");
        flush();
    }

    /// How long nothing was sent.
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }

    void flush() throws IOException {
        out.flush();
        sentAt = System.nanoTime();
    }

    private String id(@Nullable LedgerToken place) {
        if (place == null || place.equals(told)) {
            return "";
        }
        told = place;
        return "id: " + place + "\n";
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
