package org.ccgledger.ledger.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An aggregate as Axon's users write one, to show that it lives on the ledger.
class Meeting {

    record OpenMeeting(@TargetAggregateIdentifier String id) {}

    record CarryMotion(@TargetAggregateIdentifier String id, String motion) {}

    record MeetingOpened(String id) {}

    record MotionCarried(String id, String motion) {}

    record NoticeGiven(String of) {}

    private record Kind(String name, Class<?> carrier) {}

    // Only Axon reads it.
    @SuppressWarnings("UnusedVariable")
    @AggregateIdentifier
    private @Nullable String id;

    private int motions;

    Meeting() {}

    @CommandHandler
    Meeting(OpenMeeting command) {
        apply(new MeetingOpened(command.id()));
    }

    @CommandHandler
    int carry(CarryMotion command) {
        apply(new MotionCarried(command.id(), command.motion()));
        return motions;
    }

    @EventSourcingHandler
    void on(MeetingOpened event) {
        id = event.id();
    }

    @EventSourcingHandler
    void on(MotionCarried event) {
        motions++;
    }

    /// The events under names of their own, the rest as `others` writes it.
    static Serializer serializer(Serializer others) {
        return new NamedEventSerializer(
                EventNames.of(
                        List.of(
                                new Kind("test.MeetingOpened", MeetingOpened.class),
                                new Kind("test.MotionCarried", MotionCarried.class),
                                new Kind("test.NoticeGiven", NoticeGiven.class)),
                        Kind::name,
                        _ -> 1,
                        Kind::carrier,
                        JsonMapper.shared()::writeValueAsBytes,
                        JsonMapper.shared()::readValue),
                others);
    }
}
