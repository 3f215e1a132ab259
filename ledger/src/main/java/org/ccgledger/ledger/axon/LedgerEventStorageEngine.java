package org.ccgledger.ledger.axon;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.AppendResult;
import org.ccgledger.ledger.Digests;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.StoredEvent;
import org.jspecify.annotations.Nullable;

/// The ledger as a storage engine of Axon's: streams are aggregates, positions are tracking tokens.
///
/// Sequence numbers are versions less one. Events that are appended through Axon have no tags and
/// no guards but their stream's version.
public final class LedgerEventStorageEngine implements EventStorageEngine {

    private static final int BATCH = 1000;

    private final Ledger ledger;
    private final Serializer serializer;
    private final LedgerMessages messages;
    private final Snapshots snapshots;
    private final Clock clock;

    /// @param database where snapshots are kept
    /// @param serializer which also makes events of earlier versions into those of today
    public LedgerEventStorageEngine(
            Ledger ledger, DataSource database, Serializer serializer, Clock clock) {
        this.ledger = ledger;
        this.serializer = serializer;
        this.messages = new LedgerMessages(serializer);
        this.snapshots = new Snapshots(database, serializer);
        this.clock = clock;
    }

    /// Appends events of one aggregate, or one event of none, as a command of their own.
    ///
    /// @throws ConcurrencyException if the aggregate has moved on
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        EventMessage<?> first = events.getFirst();
        String stream = streamOf(first);
        if (events.stream().anyMatch(event -> !streamOf(event).equals(stream))) {
            throw new EventStoreException(
                    "One append writes one stream; these events belong to several");
        }
        long version =
                first instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : 0;
        byte[] metadata = serializer.serialize(first.getMetaData(), byte[].class).getData();
        AppendResult result =
                ledger.append(
                        new Append(
                                UUID.nameUUIDFromBytes(
                                        first.getIdentifier().getBytes(StandardCharsets.UTF_8)),
                                Digests.sha256(metadata),
                                metadata,
                                "{}".getBytes(StandardCharsets.UTF_8),
                                List.of(),
                                stream,
                                version,
                                events.stream().map(this::newEvent).toList(),
                                List.of()));
        switch (result) {
            case AppendResult.Appended _, AppendResult.Known _ -> {}
            case AppendResult.Overtaken _ ->
                    throw new ConcurrencyException(
                            "The stream " + stream + " is no longer at version " + version);
        }
    }

    private NewEvent newEvent(EventMessage<?> event) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        String revision = payload.getType().getRevision();
        return new NewEvent(
                payload.getType().getName(),
                revision == null ? 1 : Integer.parseInt(revision),
                LocalDate.ofInstant(event.getTimestamp(), ZoneId.of("Europe/London")),
                Set.of(),
                payload.getData(),
                List.of());
    }

    private static String streamOf(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain
                ? domain.getAggregateIdentifier()
                : "event:" + event.getIdentifier();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots
                .newest(aggregateIdentifier)
                .map(snapshot ->
                        new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(0), snapshot))
                .flatMap(snapshot -> messages.of(Stream.of(snapshot)).findFirst())
                .map(message -> (DomainEventMessage<?>) message);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken token, boolean mayBlock) {
        long start = positionOf(token);
        return Stream.iterate(
                        ledger.readAfter(start, BATCH),
                        batch -> !batch.isEmpty(),
                        batch -> ledger.readAfter(batch.getLast().position(), BATCH))
                .flatMap(messages::stream);
    }

    /// At most `limit` events after a position.
    List<TrackedEventMessage<?>> readAfter(long position, int limit) {
        return messages.of(ledger.readAfter(position, limit));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        List<StoredEvent> events =
                ledger.readStream(aggregateIdentifier, firstSequenceNumber + 1).events();
        return DomainEventStream.of(
                messages.stream(events).map(message -> (DomainEventMessage<?>) message),
                () -> events.isEmpty() ? null : events.getLast().version() - 1);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(ledger.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(
                instant.isAfter(clock.instant()) ? ledger.head() : ledger.positionBefore(instant));
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
