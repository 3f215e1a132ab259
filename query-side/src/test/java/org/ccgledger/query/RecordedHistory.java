package org.ccgledger.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ccgledger.events.Actor;
import org.ccgledger.events.CcgEvent;
import org.ccgledger.events.EventJson;
import org.ccgledger.events.EventMetadata;
import org.ccgledger.events.EventType;
import org.ccgledger.events.EventTypes;
import org.ccgledger.events.StreamName;
import org.ccgledger.events.Tag;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult.Appended;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.PersonalPart;

/// Writes events to a ledger as the outcome of commands that a test leaves out.
public final class RecordedHistory {

    private final Ledger ledger;

    public RecordedHistory(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Appends what one command decided and returns the position of the last event.
    public long append(StreamName stream, CcgEvent... events) {
        return append(stream, metadata(), events);
    }

    public long append(StreamName stream, EventMetadata metadata, CcgEvent... events) {
        return append(UUID.randomUUID(), stream, metadata, events);
    }

    public long append(
            UUID command, StreamName stream, EventMetadata metadata, CcgEvent... events) {
        return append(
                command,
                stream.toString(),
                metadata,
                Arrays.stream(events).map(RecordedHistory::newEvent).toList());
    }

    public long append(String stream, EventMetadata metadata, List<NewEvent> events) {
        return append(UUID.randomUUID(), stream, metadata, events);
    }

    private long append(
            UUID command, String stream, EventMetadata metadata, List<NewEvent> events) {
        Append append =
                new Append(
                        command,
                        new byte[32],
                        EventJson.MAPPER.writeValueAsBytes(metadata),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        List.of(),
                        stream,
                        ledger.readStream(stream).events().size(),
                        events,
                        List.of());
        return ((Appended) ledger.append(append)).lastPosition();
    }

    public static NewEvent newEvent(CcgEvent event) {
        EventType type = EventTypes.of(event);
        EventJson.Written written = EventJson.write(event);
        return new NewEvent(
                type.name(),
                type.version(),
                event.effectiveOn(),
                event.tags().stream().map(Tag::value).collect(Collectors.toSet()),
                written.fact(),
                written.personal().stream()
                        .map(part ->
                                new PersonalPart(
                                        part.field(),
                                        UUID.fromString(part.subject().value()),
                                        part.text()))
                        .toList());
    }

    public static EventMetadata metadata() {
        return new EventMetadata(
                "Test",
                true,
                Actor.SYSTEM,
                null,
                null,
                List.of(),
                null,
                "correlation",
                null,
                "rules-1");
    }
}
