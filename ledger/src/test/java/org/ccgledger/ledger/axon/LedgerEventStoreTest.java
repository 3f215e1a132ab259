package org.ccgledger.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.ccgledger.ledger.Append;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.NewEvent;
import org.ccgledger.ledger.StoredEvent;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.ledger.axon.Meeting.MeetingOpened;
import org.ccgledger.ledger.axon.Meeting.MotionCarried;
import org.ccgledger.ledger.axon.Meeting.NoticeGiven;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What Axon expects of an event store.
class LedgerEventStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Ledger LEDGER = DATABASE.ledger();
    private static final LedgerEventStore STORE =
            LedgerEventStore.of(
                    LEDGER,
                    new LedgerEventStorageEngine(
                            LEDGER,
                            DATABASE.as("test_app"),
                            Meeting.serializer(AxonJson.serializer()),
                            Clock.systemUTC()));

    private String meeting = "";

    @BeforeEach
    void convene() {
        meeting = "meeting:" + UUID.randomUUID();
    }

    @AfterAll
    static void close() {
        STORE.close();
        DATABASE.close();
    }

    @Test
    void a_stream_is_read_as_it_was_published() {
        publish(opened(), carried(1), carried(2));

        List<? extends DomainEventMessage<?>> events =
                STORE.readEvents(meeting).asStream().toList();

        assertThat(events)
                .extracting(event -> (Object) event.getPayload())
                .containsExactly(
                        new MeetingOpened(meeting),
                        new MotionCarried(meeting, "Motion 1"),
                        new MotionCarried(meeting, "Motion 2"));
        assertThat(events)
                .extracting(DomainEventMessage::getSequenceNumber)
                .containsExactly(0L, 1L, 2L);
        assertThat(events)
                .extracting(DomainEventMessage::getAggregateIdentifier)
                .containsOnly(meeting);
        assertThat(STORE.readEvents(meeting, 2).asStream()).hasSize(1);
        assertThat(STORE.lastSequenceNumberFor(meeting)).contains(2L);
    }

    @Test
    void a_stream_that_nobody_has_written_is_empty() {
        assertThat(STORE.readEvents(meeting).hasNext()).isFalse();
        assertThat(STORE.lastSequenceNumberFor(meeting)).isEmpty();
    }

    @Test
    void a_stream_is_read_from_its_newest_snapshot_on() {
        publish(opened(), carried(1), carried(2), carried(3));
        STORE.storeSnapshot(snapshot(1));
        STORE.storeSnapshot(snapshot(2));
        STORE.storeSnapshot(snapshot(2));

        assertThat(STORE.readEvents(meeting).asStream().toList())
                .extracting(event -> event.getSequenceNumber() + " " + event.getPayload())
                .containsExactly(
                        "2 " + new MeetingOpened("snapshot 2"),
                        "3 " + new MotionCarried(meeting, "Motion 3"));
        assertThat(STORE.readEvents(meeting, 0).asStream()).hasSize(4);
    }

    private DomainEventMessage<?> snapshot(int sequence) {
        return new GenericDomainEventMessage<>(
                "meeting", meeting, sequence, new MeetingOpened("snapshot " + sequence));
    }

    @Test
    void an_event_of_an_earlier_version_is_read_as_one_of_today() {
        publish(opened());
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] fact =
                "{\"id\":\"%s\",\"resolution\":\"Motion 1\"}"
                        .formatted(meeting)
                        .getBytes(StandardCharsets.UTF_8);
        LEDGER.append(
                new Append(
                        UUID.randomUUID(),
                        new byte[32],
                        json,
                        json,
                        List.of(),
                        meeting,
                        1,
                        List.of(
                                new NewEvent(
                                        Meeting.CARRIED,
                                        1,
                                        LocalDate.EPOCH,
                                        Set.of(),
                                        fact,
                                        List.of())),
                        List.of()));
        publish(carried(2));

        assertThat(STORE.readEvents(meeting).asStream().map(DomainEventMessage::getPayload))
                .map(Object.class::cast)
                .containsExactly(
                        new MeetingOpened(meeting),
                        new MotionCarried(meeting, "Motion 1"),
                        new MotionCarried(meeting, "Motion 2"));
        assertThat(LEDGER.readStream(meeting).events())
                .extracting(StoredEvent::schemaVersion)
                .containsExactly(1, 1, 2);
        assertThat(LEDGER.readStream(meeting).events().get(1).fact()).isEqualTo(fact);
    }

    @Test
    void a_version_is_published_once() {
        publish(opened(), carried(1));

        assertThatThrownBy(() -> publish(carried(1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> publish(carried(3))).isInstanceOf(ConcurrencyException.class);
        assertThat(STORE.readEvents(meeting).asStream()).hasSize(2);
    }

    @Test
    void nothing_is_written_when_the_unit_of_work_is_rolled_back() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        STORE.publish(opened());
        assertThat(STORE.readEvents(meeting).asStream()).as("within the unit").hasSize(1);

        unit.rollback();

        assertThat(STORE.readEvents(meeting).hasNext()).isFalse();
    }

    @Test
    void one_unit_of_work_writes_one_stream() {
        DomainEventMessage<?> other =
                new GenericDomainEventMessage<>(
                        "meeting", meeting + "b", 0, new MeetingOpened(meeting + "b"));

        assertThatThrownBy(() -> publish(opened(), other)).isInstanceOf(EventStoreException.class);
        assertThat(STORE.readEvents(meeting).hasNext()).isFalse();
    }

    @Test
    void tokens_lie_at_the_tail_at_the_head_and_at_an_instant() throws Exception {
        long before = LEDGER.head();
        publish(opened());
        publish(carried(1));
        Instant second = LEDGER.readAfter(before + 1, 1).getFirst().recordedAt();

        assertThat(STORE.createTailToken().position()).hasValue(0);
        assertThat(STORE.createHeadToken().position()).hasValue(before + 2);
        assertThat(STORE.createTokenAt(second).position()).hasValue(before + 1);
        assertThat(STORE.createTokenAt(Instant.EPOCH).position()).hasValue(0);
        assertThat(STORE.createTokenAt(Instant.MAX).position()).hasValue(before + 2);
        assertThat(read(STORE.createTokenAt(second), 1).getFirst().getPayload())
                .isEqualTo(new MotionCarried(meeting, "Motion 1"));
    }

    @Test
    void a_reader_goes_on_after_the_token_that_it_kept() throws Exception {
        TrackingToken start = STORE.createHeadToken();
        publish(opened(), carried(1), carried(2));

        List<TrackedEventMessage<?>> all = read(start, 3);
        List<TrackedEventMessage<?>> rest = read(all.get(1).trackingToken(), 1);

        assertThat(all)
                .extracting(event -> event.trackingToken().position().orElseThrow())
                .containsExactly(
                        start.position().orElseThrow() + 1,
                        start.position().orElseThrow() + 2,
                        start.position().orElseThrow() + 3);
        assertThat(rest.getFirst().getPayload()).isEqualTo(new MotionCarried(meeting, "Motion 2"));
        assertThat(STORE.readEvents(meeting).asStream().map(EventMessage::getIdentifier))
                .containsExactlyElementsOf(all.stream().map(EventMessage::getIdentifier).toList());
    }

    @Test
    void an_event_of_no_aggregate_is_read_in_its_place() throws Exception {
        TrackingToken start = STORE.createHeadToken();
        publish(new GenericEventMessage<>(new NoticeGiven(meeting)));

        assertThat(read(start, 1).getFirst().getPayload()).isEqualTo(new NoticeGiven(meeting));
    }

    @Test
    void what_has_been_published_is_found_under_its_place_in_the_ledger() throws Exception {
        TrackingToken start = STORE.createHeadToken();
        publish(opened());

        Recorded recorded = Recorded.of(read(start, 1).getFirst());

        assertThat(recorded.stream()).isEqualTo(meeting);
        assertThat(recorded.version()).isEqualTo(1);
        assertThat(recorded.position()).isEqualTo(start.position().orElseThrow() + 1);
        assertThat(LEDGER.event(recorded.eventId())).isPresent();
    }

    @Test
    void a_reader_at_the_head_is_woken() throws Exception {
        try (TrackingEventStream stream = STORE.openStream(STORE.createHeadToken())) {
            assertThat(stream.hasNextAvailable()).isFalse();
            Thread writer = Thread.ofVirtual().start(() -> publish(opened()));
            assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
            writer.join();
            assertThat(stream.peek()).isPresent();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo(new MeetingOpened(meeting));
        }
    }

    @Test
    void a_reader_is_given_what_concerns_it_and_the_last_of_what_there_is() throws Exception {
        TrackingToken start = STORE.createHeadToken();
        publish(opened(), carried(1), carried(2), carried(3));
        read(start, 4);

        List<Object> given = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                STORE.concerning(type -> type == MeetingOpened.class).openStream(start)) {
            while (given.size() < 2 && stream.hasNextAvailable(60, TimeUnit.SECONDS)) {
                given.add(stream.nextAvailable().getPayload());
            }
            assertThat(stream.hasNextAvailable()).isFalse();
        }

        assertThat(given)
                .containsExactly(
                        new MeetingOpened(meeting), new MotionCarried(meeting, "Motion 3"));
    }

    @Test
    void a_reader_whom_nothing_concerns_rests_until_it_is_hurried() throws Exception {
        TrackingToken start = STORE.createHeadToken();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                STORE.concerning(_ -> false).openStream(start)) {
            publish(opened());
            assertThat(stream.hasNextAvailable(60, TimeUnit.SECONDS)).isTrue();
            stream.nextAvailable();
            long told = System.nanoTime();
            publish(carried(1));
            read(start, 2);
            boolean isTold = stream.hasNextAvailable();
            assertThat(isTold && System.nanoTime() - told < TimeUnit.SECONDS.toNanos(1)).isFalse();

            STORE.hurry();

            assertThat(stream.hasNextAvailable(60, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().getPayload())
                    .isEqualTo(new MotionCarried(meeting, "Motion 1"));
        }
    }

    @Test
    void a_reader_whom_nothing_concerns_is_told_after_its_rest() throws Exception {
        TrackingToken start = STORE.createHeadToken();
        try (BlockingStream<TrackedEventMessage<?>> stream =
                STORE.concerning(_ -> false).openStream(start)) {
            for (DomainEventMessage<?> event : List.of(opened(), carried(1), carried(2))) {
                publish(event);
                assertThat(stream.hasNextAvailable(60, TimeUnit.SECONDS)).isTrue();
                assertThat(stream.nextAvailable().getPayload()).isEqualTo(event.getPayload());
            }
        }
    }

    private DomainEventMessage<?> opened() {
        return new GenericDomainEventMessage<>("meeting", meeting, 0, new MeetingOpened(meeting));
    }

    private DomainEventMessage<?> carried(int number) {
        return new GenericDomainEventMessage<>(
                "meeting", meeting, number, new MotionCarried(meeting, "Motion " + number));
    }

    private static void publish(EventMessage<?>... events) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.execute(() -> STORE.publish(events));
    }

    private static List<TrackedEventMessage<?>> read(TrackingToken from, int count)
            throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        try (TrackingEventStream stream = STORE.openStream(from)) {
            while (events.size() < count && stream.hasNextAvailable(60, TimeUnit.SECONDS)) {
                events.add(stream.nextAvailable());
            }
        }
        assertThat(events).hasSize(count);
        return events;
    }
}
