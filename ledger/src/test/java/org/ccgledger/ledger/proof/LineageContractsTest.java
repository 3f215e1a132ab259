package org.ccgledger.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.ccgledger.ledger.LedgerCreated;
import org.ccgledger.ledger.LedgerKeys.PublicKey;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.TestDatabase;
import org.junit.jupiter.api.Test;

/// Holds what the ledger says of itself to files that were approved, byte for byte. Ledgers hold
/// such events for ever: a file is never edited, only joined by that of the next version.
class LineageContractsTest {

    private static final Path APPROVED = Path.of("src/test/resources/contracts");
    private static final LocalDate DAY = LocalDate.of(2013, 4, 1);
    private static final UUID LEDGER = UUID.fromString("7d0c1f1e-5f0e-4f6c-9a43-0e1f5ad0c6b1");
    private static final List<PublicKey> KEYS =
            List.of(
                    new PublicKey("Ed25519", "MCowBQYDK2VwAyEA"),
                    new PublicKey("ML-DSA-44", "MIIFMjALBglghkgBZQMEAxEDggUhAA=="));

    private static final Map<String, Record> EVENTS =
            Map.of(
                    "ledger.LedgerCreated.v1.json",
                    new LedgerCreated(LEDGER, 1, KEYS, DAY),
                    "ledger.LogKeyRotated.v1.json",
                    new LogKeyRotated(KEYS, KEYS.subList(0, 1), DAY),
                    "ledger.LedgerRestored.v1.json",
                    new LedgerRestored(
                            2,
                            "A disk failed, \"£5\" and/or – é",
                            110,
                            new LedgerRestored.Signed("ccg-ledger/" + LEDGER + "/1", 120, "AAAA"),
                            DAY),
                    "ledger.LedgerRestored.v1.unsigned.json",
                    new LedgerRestored(2, "A disk failed", 110, null, DAY));

    @Test
    void every_event_is_written_and_read_as_it_was_approved() throws IOException {
        for (Map.Entry<String, Record> event : EVENTS.entrySet()) {
            byte[] approved = Files.readAllBytes(APPROVED.resolve(event.getKey()));

            assertThat(new String(Lineage.fact(event.getValue()), StandardCharsets.UTF_8))
                    .as(event.getKey())
                    .isEqualTo(new String(approved, StandardCharsets.UTF_8));
            assertThat((Object) Lineage.event(approved, event.getValue().getClass()))
                    .as(event.getKey())
                    .isEqualTo(event.getValue());
        }
    }

    @Test
    void every_approved_file_is_of_an_event() throws IOException {
        try (Stream<Path> files = Files.list(APPROVED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(EVENTS.keySet());
        }
    }

    /// That the ledger writes its own events as they are written here.
    @Test
    void what_a_ledger_begins_with_is_of_the_approved_version() {
        try (TestDatabase database = TestDatabase.create()) {
            StoredEvent first = database.ledger().readAfter(0, 1).getFirst();

            assertThat(first.type() + " " + first.schemaVersion())
                    .isEqualTo("ledger.LedgerCreated 1");
            assertThat(Lineage.fact(Lineage.event(first.fact(), LedgerCreated.class)))
                    .isEqualTo(first.fact());
        }
    }
}
