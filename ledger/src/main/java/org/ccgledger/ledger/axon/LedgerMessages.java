package org.ccgledger.ledger.axon;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.ccgledger.ledger.StoredEvent;

/// Makes messages of Axon's of what the ledger holds, one of each event. Events of earlier versions
/// are a matter of the serializer.
public record LedgerMessages(Serializer serializer) {

    public List<TrackedEventMessage<?>> of(List<StoredEvent> events) {
        return stream(events).toList();
    }

    Stream<TrackedEventMessage<?>> stream(List<StoredEvent> events) {
        return events.stream().map(this::message);
    }

    Stream<TrackedEventMessage<?>> of(Stream<TrackedDomainEventData<byte[]>> events) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                events, serializer, NoOpEventUpcaster.INSTANCE);
    }

    /// Its payload is read when it is first asked for.
    private TrackedEventMessage<?> message(StoredEvent event) {
        int kind = event.stream().indexOf(':');
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()),
                kind < 0 ? event.stream() : event.stream().substring(0, kind),
                event.stream(),
                event.version() - 1,
                new SerializedMessage<>(
                        event.eventId().toString(),
                        new LazyDeserializingObject<>(
                                new SimpleSerializedObject<>(
                                        event.fact(),
                                        byte[].class,
                                        event.type(),
                                        Integer.toString(event.schemaVersion())),
                                serializer),
                        new LazyDeserializingObject<>(MetaData.from(Recorded.metadataOf(event)))),
                event::recordedAt);
    }
}
