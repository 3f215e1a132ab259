package org.ccgledger.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.ccgledger.ledger.Ledger;
import org.ccgledger.ledger.TestDatabase;
import org.ccgledger.ledger.axon.Meeting.CarryMotion;
import org.ccgledger.ledger.axon.Meeting.MeetingOpened;
import org.ccgledger.ledger.axon.Meeting.MotionCarried;
import org.ccgledger.ledger.axon.Meeting.OpenMeeting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// An aggregate and a projection as Axon's users write them, on the ledger.
class MeetingTest {

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

    private final String meeting = "meeting:" + UUID.randomUUID();

    @AfterAll
    static void close() {
        STORE.close();
        DATABASE.close();
    }

    @Test
    void a_motion_is_carried_in_the_fixture() {
        new AggregateTestFixture<>(Meeting.class)
                .given(new MeetingOpened(meeting))
                .when(new CarryMotion(meeting, "Adjourn"))
                .expectEvents(new MotionCarried(meeting, "Adjourn"))
                .expectResultMessagePayload(1);
    }

    @Test
    void a_motion_is_carried_on_the_ledger() {
        CommandGateway gateway = gateway();

        gateway.sendAndWait(new OpenMeeting(meeting));
        int first = gateway.sendAndWait(new CarryMotion(meeting, "Open the window"));
        int second = gateway.sendAndWait(new CarryMotion(meeting, "Adjourn"));

        assertThat(List.of(first, second)).containsExactly(1, 2);
        assertThat(LEDGER.readStream(meeting).events())
                .extracting(event -> event.type() + " " + event.version())
                .containsExactly(
                        "test.MeetingOpened 1", "test.MotionCarried 2", "test.MotionCarried 3");
    }

    @Test
    void an_aggregate_goes_on_from_its_snapshot() {
        CommandGateway gateway = gateway();
        gateway.sendAndWait(new OpenMeeting(meeting));
        for (int motion = 1; motion <= 5; motion++) {
            gateway.sendAndWait(new CarryMotion(meeting, "Motion " + motion));
        }

        assertThat(STORE.readEvents(meeting).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(4L, 5L);
        assertThat((int) gateway.sendAndWait(new CarryMotion(meeting, "Adjourn"))).isEqualTo(6);
    }

    @Test
    void a_tracking_processor_reads_everything_in_order() throws Exception {
        CommandGateway gateway = gateway();
        gateway.sendAndWait(new OpenMeeting(meeting));
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        TrackingEventProcessor processor =
                TrackingEventProcessor.builder()
                        .name("minutes")
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder()
                                        .eventHandlers(handler(handled))
                                        .build())
                        .messageSource(STORE)
                        .tokenStore(new InMemoryTokenStore())
                        .trackingEventProcessorConfiguration(
                                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                                        .andInitialTrackingToken(
                                                StreamableMessageSource::createTailToken))
                        .transactionManager(NoTransactionManager.INSTANCE)
                        .build();

        processor.start();
        gateway.sendAndWait(new CarryMotion(meeting, "Adjourn"));

        assertThat(take(handled, 2)).containsExactly("MeetingOpened", "MotionCarried");
        processor.shutDown();
    }

    @Test
    void a_projection_reads_everything_once_and_again_when_it_is_reset() throws Exception {
        CommandGateway gateway = gateway();
        gateway.sendAndWait(new OpenMeeting(meeting));
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        PooledStreamingEventProcessor processor = processor(handled, threads);

        processor.start();
        assertThat(take(handled, 1)).containsExactly("MeetingOpened");
        gateway.sendAndWait(new CarryMotion(meeting, "Adjourn"));
        assertThat(take(handled, 1)).containsExactly("MotionCarried");
        processor.shutDown();
        processor.resetTokens();
        processor.start();

        assertThat(take(handled, 2)).containsExactly("again MeetingOpened", "again MotionCarried");
        gateway.sendAndWait(new CarryMotion(meeting, "Close"));
        assertThat(take(handled, 1)).containsExactly("MotionCarried");
        processor.shutDown();
        threads.shutdown();
    }

    /// What it handles of this meeting goes into the queue, with `again` before it while it
    /// replays.
    private PooledStreamingEventProcessor processor(
            BlockingQueue<String> handled, ScheduledExecutorService threads) {
        JdbcTokenStore tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(
                                new UnitOfWorkAwareConnectionProviderWrapper(
                                        new DataSourceConnectionProvider(DATABASE.owner())))
                        .serializer(AxonJson.serializer())
                        .contentType(byte[].class)
                        .build();
        tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
        return PooledStreamingEventProcessor.builder()
                .name("meetings")
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(handler(handled)).build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(STORE)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(200)
                .build();
    }

    private EventMessageHandler handler(BlockingQueue<String> handled) {
        return message -> {
            if (Recorded.of(message).stream().equals(meeting)) {
                handled.add(
                        (ReplayToken.isReplay(message) ? "again " : "")
                                + message.getPayloadType().getSimpleName());
            }
            return null;
        };
    }

    private static List<String> take(BlockingQueue<String> handled, int count)
            throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String next = handled.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("event %d in a minute, after %s", i, taken).isNotNull();
            taken.add(next);
        }
        return taken;
    }

    private static CommandGateway gateway() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        AggregateAnnotationCommandHandler.<Meeting>builder()
                .aggregateType(Meeting.class)
                .repository(
                        EventSourcingRepository.builder(Meeting.class)
                                .eventStore(STORE)
                                .snapshotTriggerDefinition(
                                        new EventCountSnapshotTriggerDefinition(
                                                AggregateSnapshotter.builder()
                                                        .eventStore(STORE)
                                                        .aggregateFactories(
                                                                new GenericAggregateFactory<>(
                                                                        Meeting.class))
                                                        .build(),
                                                5))
                                .build())
                .build()
                .subscribe(bus);
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }
}
