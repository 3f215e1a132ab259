package org.ccgledger.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Appends of events that say nothing.
public final class Requests {

    static final String TYPE = "test.A";

    private static final int AT_ONCE = 100;
    private static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);

    private Requests() {}

    /// Appends some to a stream of their own.
    public static void append(Ledger ledger, int events) {
        String stream = "test:" + UUID.randomUUID();
        for (int at = 0; at < events; at += AT_ONCE) {
            ledger.append(
                    new Append(
                            UUID.randomUUID(),
                            new byte[32],
                            JSON,
                            JSON,
                            List.of(),
                            stream,
                            at,
                            Collections.nCopies(
                                    Math.min(AT_ONCE, events - at), event(TYPE, Set.of("test:a"))),
                            List.of()));
        }
    }

    private static NewEvent event(String type, Set<String> tags) {
        return new NewEvent(type, 1, LocalDate.EPOCH, tags, JSON, List.of());
    }

    static Append to(String stream, long version) {
        return of(stream, version, UUID.randomUUID(), TYPE, Set.of(), List.of());
    }

    static Append of(
            String stream,
            long version,
            UUID command,
            String type,
            Set<String> tags,
            List<Guard> guards) {
        return new Append(
                command,
                new byte[32],
                JSON,
                JSON,
                List.of(),
                stream,
                version,
                List.of(event(type, tags)),
                guards);
    }
}
