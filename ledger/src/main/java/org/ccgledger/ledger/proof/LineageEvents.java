package org.ccgledger.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.NewEvent;

/// Writes what the ledger says of itself.
final class LineageEvents {

    private LineageEvents() {}

    static LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/London")));
    }

    /// Appends an event of the lineage.
    ///
    /// @param what tells it from others of its type; said again it is recorded once
    static void append(
            Ledger ledger,
            Lineage lineage,
            String type,
            Object event,
            LocalDate effectiveOn,
            String what) {
        byte[] none = "{}".getBytes(StandardCharsets.UTF_8);
        UUID command =
                Digests.uuid(
                        Digests.sha256(
                                (type + "\n" + lineage.ledgerId() + "\n" + what)
                                        .getBytes(StandardCharsets.UTF_8)));
        AppendResult result =
                ledger.append(
                        new Append(
                                command,
                                new byte[32],
                                none,
                                none,
                                List.of(),
                                Lineage.STREAM,
                                lineage.version(),
                                List.of(
                                        new NewEvent(
                                                type,
                                                1,
                                                effectiveOn,
                                                Set.of(),
                                                Lineage.fact(event),
                                                List.of())),
                                List.of()));
        if (result instanceof AppendResult.Overtaken) {
            throw new IllegalStateException(
                    "Somebody else has just changed the ledger's lineage; look, and try again");
        }
    }
}
