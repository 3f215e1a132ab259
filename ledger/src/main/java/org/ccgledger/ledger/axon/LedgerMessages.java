package org.ccgledger.ledger.axon;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.ccgledger.ledger.StoredEvent;

/// Makes messages of Axon's of what the ledger holds.
public record LedgerMessages(Serializer serializer, EventUpcaster upcasters) {

    public List<TrackedEventMessage<?>> of(List<StoredEvent> events) {
        return stream(events).toList();
    }

    Stream<TrackedEventMessage<?>> stream(List<StoredEvent> events) {
        return of(events.stream().map(this::data));
    }

    Stream<TrackedEventMessage<?>> of(Stream<TrackedDomainEventData<byte[]>> events) {
        return EventUtils.upcastAndDeserializeTrackedEvents(events, serializer, upcasters);
    }

    private TrackedDomainEventData<byte[]> data(StoredEvent event) {
        int kind = event.stream().indexOf(':');
        return new TrackedDomainEventData<>(
                new GlobalSequenceTrackingToken(event.position()),
                new GenericDomainEventEntry<>(
                        kind < 0 ? event.stream() : event.stream().substring(0, kind),
                        event.stream(),
                        event.version() - 1,
                        event.eventId().toString(),
                        event.recordedAt(),
                        event.type(),
                        Integer.toString(event.schemaVersion()),
                        event.fact(),
                        serializer.serialize(Recorded.metadataOf(event), byte[].class).getData()));
    }
}
