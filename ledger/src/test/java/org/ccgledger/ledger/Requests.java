package org.ccgledger.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Appends of one event that says nothing.
final class Requests {

    static final String TYPE = "test.A";

    private static final byte[] JSON = "{}".getBytes(StandardCharsets.UTF_8);

    private Requests() {}

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
                List.of(new NewEvent(type, 1, LocalDate.EPOCH, tags, JSON, List.of())),
                guards);
    }
}
