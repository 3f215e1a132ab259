package org.ccgledger.command.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ccgledger.command.handling.Remembered.Decoded;
import org.ccgledger.events.CcgCode;
import org.ccgledger.events.EventReader.UnknownEventType;
import org.ccgledger.events.Hearing;
import org.ccgledger.events.Tag;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What is decided on when the ledger holds events of other versions than are written today.
class RememberedTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String TAG = Tag.ccg(new CcgCode("02N")).value();

    private final Ledger ledger = DATABASE.ledger();
    private final Remembered remembered = new Remembered(ledger, Hearing.READER);
    private final String stream = "hearing:" + UUID.randomUUID();

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void events_of_earlier_versions_are_decided_on_as_those_of_today() {
        append(1);
        append(2);
        append(3);

        assertThat(remembered.stream(stream, false).events())
                .extracting(Decoded::event)
                .containsExactly(Hearing.read(1), Hearing.read(2), Hearing.read(3));
        assertThat(remembered.tag(TAG, Set.of(Hearing.NAME), false).events())
                .extracting(Decoded::event)
                .contains(Hearing.read(1), Hearing.read(2), Hearing.read(3));
    }

    @Test
    void what_was_appended_lately_is_read_no_differently() {
        List<StoredEvent> stored = append(1);
        remembered.appended(stream, 0, List.of(), stored);

        assertThat(remembered.written(stream).events())
                .extracting(Decoded::event)
                .containsExactly(Hearing.read(1));
    }

    @Test
    void nothing_is_decided_on_an_event_of_a_later_build() {
        append(4);

        List<Decoded> events = remembered.stream(stream, false).events();

        assertThatThrownBy(() -> events.getFirst().event()).isInstanceOf(UnknownEventType.class);
    }

    private List<StoredEvent> append(int version) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        ledger.append(
                new Append(
                        UUID.randomUUID(),
                        new byte[32],
                        json,
                        json,
                        List.of(),
                        stream,
                        ledger.readStream(stream).events().size(),
                        List.of(
                                new NewEvent(
                                        Hearing.NAME,
                                        version,
                                        LocalDate.EPOCH,
                                        version == 4 ? Set.of() : Set.of(TAG),
                                        Hearing.written(version),
                                        List.of())),
                        List.of()));
        return ledger.readStream(stream).events();
    }
}
