package org.ccgledger.command.running;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.ccgledger.command.CommandSchema;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.commands.CommandEvent.CommandUnchanged;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.LedgerSchema;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.Patience;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.ledger.axon.AxonJson;
import org.ccgledger.ledger.axon.EventNames;
import org.ccgledger.ledger.axon.LedgerEventStorageEngine;
import org.ccgledger.ledger.axon.LedgerEventStore;
import org.ccgledger.ledger.axon.NamedEventSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LedgerReaderTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    /// As when a reaction could not be sent because the ledger was not available.
    @Test
    void an_event_that_cannot_be_handled_is_tried_again_until_it_can() throws Exception {
        LedgerSchema.login(DATABASE.owner(), "ccg_command", "test", "ledger_app");
        CommandSchema.migrate(DATABASE.owner());
        Ledger ledger = DATABASE.ledger();
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger handled = new AtomicInteger();
        try (LedgerEventStore events = store(ledger)) {
            LedgerReader reader =
                    new LedgerReader(
                            "tries",
                            10,
                            events,
                            DATABASE.as("ccg_command"),
                            (_, _) -> {
                                if (tries.incrementAndGet() == 1) {
                                    throw new IllegalStateException("This time it cannot");
                                }
                                handled.incrementAndGet();
                            });
            reader.start();
            append(ledger);
            long head = ledger.head();

            Patience.until("it has been read", () -> reader.position() >= head);
            Patience.until("it was handled", () -> handled.get() == 1);
            reader.stop();
        }
    }

    private static void append(Ledger ledger) {
        UUID command = UUID.randomUUID();
        CommandUnchanged event = new CommandUnchanged(command, "test:subject", LocalDate.EPOCH);
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        ledger.append(
                new Append(
                        command,
                        new byte[32],
                        json,
                        json,
                        List.of(),
                        "command:" + command,
                        0,
                        List.of(
                                new NewEvent(
                                        EventTypes.of(event).name(),
                                        EventTypes.of(event).version(),
                                        event.effectiveOn(),
                                        Set.of(),
                                        EventJson.write(event).fact(),
                                        List.of())),
                        List.of()));
    }

    private static LedgerEventStore store(Ledger ledger) {
        return LedgerEventStore.of(
                ledger,
                new LedgerEventStorageEngine(
                        ledger,
                        DATABASE.as("test_app"),
                        new NamedEventSerializer(
                                EventNames.of(
                                        EventTypes.READER.types(),
                                        EventType::name,
                                        EventType::version,
                                        EventType::carrier,
                                        EventJson::fact,
                                        EventJson::read),
                                AxonJson.serializer()),
                        Clock.systemUTC()));
    }
}
